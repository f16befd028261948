import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoadOptions, loadSpec } from "./load-spec.ts";

/** A description whose only response is somewhere else. */
const referring = (ref: string) =>
  JSON.stringify({
    openapi: "3.1.0",
    paths: { "/a": { get: { responses: { 200: { $ref: ref } } } } },
  });
const fragment = '{ "description": "Done" }';

const messageOf = (place: string, options?: LoadOptions): Promise<string> =>
  loadSpec(place, options).then(
    () => "read",
    (error: Error) => {
      expect(error.name).toBe("UnreadableSpec");
      return error.message;
    },
  );

describe("a description in a folder", () => {
  let base = "";
  let folder = "";
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), "read-policy-"));
    folder = join(base, "specs");
    await mkdir(join(folder, "below"), { recursive: true });
    await writeFile(join(base, "outside.json"), fragment);
    await writeFile(join(base, "specs-too.json"), fragment);
    await writeFile(join(folder, "below/inside.json"), fragment);
    await symlink(join(base, "outside.json"), join(folder, "link.json"));
    await symlink(join(folder, "below/inside.json"), join(folder, "near.json"));
    execFileSync("mkfifo", [join(folder, "pipe.json")]);
  });
  afterAll(() => rm(base, { recursive: true }));

  const reading = async (ref: string, options?: LoadOptions) => {
    await writeFile(join(folder, "main.json"), referring(ref));
    return (await messageOf(join(folder, "main.json"), options)).replaceAll(`${base}/`, "");
  };

  it.each(["below/inside.json", "./below/../near.json"])("refers to %s below it", async (ref) => {
    expect(await reading(ref)).toBe("read");
  });

  it.each(["../outside.json", "link.json", "../specs-too.json", "/etc/hostname"])(
    "does not reach %s",
    async (ref) => {
      expect(await reading(ref)).toMatch(
        new RegExp(`^specs/main.json:1: \\$ref ${ref}: lies outside .*specs; --root <folder> lets`),
      );
    },
  );

  it("reaches as far as the root that is given, and no further", async () => {
    expect(await reading("../outside.json", { root: base })).toBe("read");
    expect(await reading("link.json", { root: base })).toBe("read");
    expect(await reading("/etc/hostname", { root: base })).toContain("lies outside");
    expect(await reading("below/inside.json", { root: join(base, "gone") })).toContain(
      "there is no such",
    );
  });

  it("refers to no pipe, and waits for none", async () => {
    expect(await reading("pipe.json")).toMatch(/: \$ref pipe\.json: is no regular file/);
  });

  it.each(["pipe.json", "/dev/zero"])("is no %s itself", async (name) => {
    const place = name.startsWith("/") ? name : join(folder, name);
    expect(await messageOf(place)).toMatch(
      /: is no regular file; pipe it in and give - in its place$/,
    );
  });

  it("counts all its files together", async () => {
    expect(await reading("below/inside.json", { maxBytes: 130 })).toBe("read");
    expect(await reading("below/inside.json", { maxBytes: 115 })).toMatch(
      /\$ref below\/inside\.json: is larger than 115 bytes, with the files/,
    );
  });

  it("has no line that quotes a file which is none", async () => {
    for (const text of [
      "root:x:0:0: secret",
      '{"secret" 1}',
      "- secret: [",
      "secret",
      '{"openapi":1,"openapi":"secret"}',
    ]) {
      await writeFile(join(folder, "below/odd.json"), text);
      expect(await reading("below/odd.json")).not.toContain("secret");
      expect(await messageOf(join(folder, "below/odd.json"))).not.toContain("secret");
    }
  });

  it("refuses a reference that is no URI, in a line of bounded length", async () => {
    expect(await reading("%zz.json")).toMatch(/is no valid URI reference \(RFC 3986\)$/);
    expect((await reading(`${"a".repeat(100_000)}.json`)).length).toBeLessThan(700);
  });
});

describe("a description from standard input", () => {
  const stdin = (text: string) => ({
    stdin: (async function* () {
      yield text.slice(0, 5);
      yield Buffer.from(text.slice(5));
    })(),
  });

  it("is read", async () => {
    const spec = await loadSpec(
      "-",
      stdin(
        referring("#/components/responses/A").replace(
          '"paths"',
          '"components":{"responses":{"A":{}}},"paths"',
        ),
      ),
    );
    expect(spec.locate("/paths")).toEqual({ file: "-", line: 1 });
  });

  it("reaches no file without a root", async () => {
    expect(await messageOf("-", stdin(referring("a.json")))).toMatch(
      /^-:1: \$ref a\.json: leads to a file; --root/,
    );
  });

  it.each([
    ["", "standard input: is empty"],
    ["[1]", "standard input:1: is not an OpenAPI description: it must be an object"],
  ])("%j is refused", async (text, message) => {
    expect(await messageOf("-", stdin(text))).toBe(message);
  });

  it("is refused where there is none", async () => {
    expect(await messageOf("-")).toBe("standard input: there is no standard input here");
  });
});

describe("a description from the web", () => {
  const servers: Server[] = [];
  const asked: string[] = [];
  const serve = async (answer: RequestListener): Promise<string> => {
    const server = createServer((request, response) => {
      asked.push(`${request.headers.host}${request.url}`);
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  let [near, far] = ["", ""];
  beforeAll(async () => {
    far = await serve((_, response) => response.end(fragment));
    near = await serve(({ url = "", headers }, response) => {
      const to = (location: string, status = 302) => response.writeHead(status, { location }).end();
      if (url === "/moved") return to("/v2/spec.json", 308);
      if (url === "/away") return to(`${far}/spec.json?token=secret`);
      if (url === "/ref-away") return response.end(referring("away"));
      if (url === "/loop") return to("/loop");
      if (url === "/odd") return to("http://");
      if (url === "/v2/part.json") return response.end(fragment);
      if (url === "/key")
        return response.end(
          headers.authorization === "Basic dTpw" ? referring("v2/part.json") : "",
        );
      return response.end(referring("part.json"));
    });
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });

  it("may move within its origin, and refers to what is beside its new address", async () => {
    asked.length = 0;
    const { locate } = await loadSpec(`${near}/moved`);
    expect(locate("/paths").file).toBe(`${near}/v2/spec.json`);
    expect(asked.map((place) => place.replace(/^[^/]*/, ""))).toEqual([
      "/moved",
      "/v2/spec.json",
      "/v2/part.json",
    ]);
  });

  it.each([
    [
      "/away",
      /\/away: redirects to another origin: http:\/\/127\.0\.0\.1:\d+\/spec\.json; give that address instead$/,
    ],
    ["/ref-away", /\/ref-away:1: \$ref away: redirects to another origin/],
    ["/loop", /redirects more than 5 times$/],
    ["/odd", /redirects to another origin: no valid URL/],
  ])("%s is refused without asking the other", async (path, message) => {
    asked.length = 0;
    expect(await messageOf(near + path)).toMatch(message);
    expect(asked.filter((place) => far.endsWith(place.split("/")[0] ?? ""))).toEqual([]);
  });

  it("sends the credentials of its URL, and shows them nowhere", async () => {
    const place = `${near.replace("//", "//u:p@")}/key`;
    const { locate } = await loadSpec(place);
    expect(locate("/paths").file).toBe(`${near}/key`);
  });

  it("reaches no file", async () => {
    const fetch = async () => new Response(referring("file:///etc/hostname"));
    expect(await messageOf(`${near}/a`, { fetch, root: "/" })).toContain("leads to another host");
  });
});
