import { describe, expect, it } from "vitest";
import { matchOperation } from "./match-operation.ts";
import type { CompiledContract, Operation } from "./operation.ts";

const operation = (name: string, path: RegExp, servers?: string[]): Operation => ({
  ...{ name, path, method: name.split(" ")[0] ?? "", pathParameters: [], query: {}, headers: {} },
  ...{ security: [], responses: {}, ...(servers && { servers }) },
});
const contract: CompiledContract = {
  servers: ["https://api.example.com/base"],
  operations: [
    operation("POST /things/preview", /^\/things\/preview$/),
    operation("POST /things/{id}", /^\/things\/([^/]+?)$/),
    operation("GET /files/{name}.{type}", /^\/files\/([^/]+?)\.([^/]+?)$/, [
      "https://files.test/v2",
    ]),
  ],
};
const name = (method: string, url: string, servers?: string[]) =>
  matchOperation(contract, method, url, servers)?.operation.name;

describe("matchOperation", () => {
  it.each([
    "/things/x",
    "https://api.example.com/base/things/x",
    "HTTPS://api.example.com/base/things/x?y=1#z",
    "http://127.0.0.1:4010/things/x",
    "http://proxy.test/base/things/%2Fx",
  ])("finds the operation of %s", (url) => {
    expect(name("post", url)).toBe("POST /things/{id}");
  });

  it.each(["/things", "/things/", "/things/x/", "/things/x/y", "/else/x", "things/x", ""])(
    "finds none for the path %j",
    (url) => {
      expect(name("POST", url)).toBeUndefined();
    },
  );

  it("finds none for another method", () => {
    expect(name("GET", "/things/x")).toBeUndefined();
  });

  it("takes a concrete path for itself, not for a template that it fits, too", () => {
    expect(name("POST", "/things/preview")).toBe("POST /things/preview");
    expect(name("POST", "/things/previews")).toBe("POST /things/{id}");
  });

  it("takes an absolute URL only from the given servers, a bare path from any", () => {
    const servers = ["https://proxy.test:443/base//"];
    expect(name("POST", "https://proxy.test/base/things/x", servers)).toBe("POST /things/{id}");
    expect(name("POST", "https://PROXY.test/base/things/x", servers)).toBe("POST /things/{id}");
    expect(name("POST", "/things/x", servers)).toBe("POST /things/{id}");
    expect(name("POST", "https://proxy.test/things/x", servers)).toBeUndefined();
    expect(name("POST", "https://other.test/base/things/x", servers)).toBeUndefined();
    expect(name("POST", "https://api.example.com/base/things/x", servers)).toBeUndefined();
  });

  it("looks below an operation's own server, and below those that are given beside it", () => {
    const file = "GET /files/{name}.{type}";
    expect(name("GET", "https://files.test/v2/files/a.csv", contract.servers.slice())).toBe(file);
    expect(name("GET", "/v2/files/a.csv")).toBe(file);
    expect(name("GET", "https://proxy.test/files/a.csv", ["https://proxy.test"])).toBe(file);
    expect(
      name("POST", "https://files.test/v2/things/x", contract.servers.slice()),
    ).toBeUndefined();
  });

  it("gives what the path's parameters and the query say, as the URL carries them", () => {
    expect(matchOperation(contract, "GET", "/files/a%2Eb.c.csv?x=1&y#z")).toMatchObject({
      path: ["a%2Eb", "c.csv"],
      query: "x=1&y",
    });
  });
});
