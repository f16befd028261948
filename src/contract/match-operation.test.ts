import { describe, expect, it } from "vitest";
import { compiled } from "../../generated/contract.ts";
import { matchOperation } from "./match-operation.ts";

const name = (method: string, url: string, servers?: string[]) =>
  matchOperation(compiled, method, url, servers)?.operation.name;
const update = "POST /v0/websets/{id}";

describe("matchOperation", () => {
  it.each([
    "/v0/websets/x",
    "https://api.exa.ai/websets/v0/websets/x",
    "HTTPS://api.exa.ai/websets/v0/websets/x?y=1#z",
    "http://127.0.0.1:4010/v0/websets/x",
    "http://proxy.test/websets/v0/websets/%2Fx",
  ])("finds the operation of %s", (url) => {
    expect(name("post", url)).toBe(update);
  });

  it.each([
    "/v0/websets",
    "/v0/websets/",
    "/v0/websets/x/",
    "/v0/websets/x/cancel",
    "/v0/imports/x",
    "v0/websets/x",
    "",
  ])("finds none for the path %j", (url) => {
    expect(name("POST", url)).toBeUndefined();
  });

  it("finds none for another method", () => {
    expect(name("GET", "/v0/websets/x")).toBeUndefined();
  });

  it("takes an absolute URL only from the given servers, a bare path from any", () => {
    const servers = ["https://proxy.test:443/base//"];
    expect(name("POST", "https://proxy.test/base/v0/websets/x", servers)).toBe(update);
    expect(name("POST", "https://PROXY.test/base/v0/websets/x", servers)).toBe(update);
    expect(name("POST", "/v0/websets/x", servers)).toBe(update);
    expect(name("POST", "https://proxy.test/v0/websets/x", servers)).toBeUndefined();
    expect(name("POST", "https://other.test/base/v0/websets/x", servers)).toBeUndefined();
    expect(name("POST", "https://api.exa.ai/websets/v0/websets/x", servers)).toBeUndefined();
  });

  it("names the query's parameters", () => {
    expect(matchOperation(compiled, "POST", "/v0/websets/x?a=1&b")?.query).toEqual(["a", "b"]);
  });
});
