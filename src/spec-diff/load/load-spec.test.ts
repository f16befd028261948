import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoadOptions, loadSpec } from "./load-spec.ts";

const yaml = `openapi: 3.1.0
info: { title: Things, version: "1" }
paths:
  /things:
    get:
      responses:
        "200":
          description: Done
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Thing" }
components:
  schemas:
    Thing:
      type: object
`;
const json = JSON.stringify(
  { openapi: "3.1.0", paths: { "/a": { get: { responses: {} } } } },
  null,
  2,
);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "load-spec-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes the files and loads the first; messages come back without the folder's name. */
async function load(files: Record<string, string | Uint8Array>, options: LoadOptions = {}) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const [first = ""] = Object.keys(files);
  return loadSpec(join(folder, first), options).catch((error: Error) => {
    expect(error.name).toBe("UnreadableSpec");
    expect(error.message).not.toContain("\n");
    throw new Error(error.message.replaceAll(`${folder}/`, ""));
  });
}

describe("a file", () => {
  it("of YAML is read, and every pointer has its line", async () => {
    const { document, locate } = await load({ "a.yaml": yaml });
    expect(document.openapi).toBe("3.1.0");
    expect(locate("/components/schemas/Thing/type")).toEqual({
      file: join(folder, "a.yaml"),
      line: 15,
    });
    expect(locate("/components/schemas/Thing/nowhere/at/all").line).toBe(14);
  });

  it("of JSON is read, and every pointer has its line", async () => {
    const { locate } = await load({ "a.json": json });
    expect(locate("/paths/~1a").line).toBe(4);
    expect(locate("").line).toBe(1);
  });

  it("of JSON may begin with a byte order mark", async () => {
    const { document } = await load({ "a.json": `\uFEFF${json}` });
    expect(document.openapi).toBe("3.1.0");
  });

  it("of JSON needs no YAML parser, one of YAML says which package is missing", async () => {
    const importYaml = () => Promise.reject(new Error("not installed"));
    await load({ "a.json": json }, { importYaml });
    await expect(load({ "a.yaml": yaml }, { importYaml })).rejects.toThrow(
      /^a\.yaml: .* npm install --save-dev yaml$/,
    );
  });

  it("keeps hostile names as names", async () => {
    const { document } = await load({
      "a.json": json.replace('"/a"', '"__proto__": {}, "constructor": {}, "/a"'),
    });
    expect(Object.keys(document.paths as object)).toEqual(["__proto__", "constructor", "/a"]);
    expect(({} as Record<string, unknown>).get).toBeUndefined();
  });

  const deep = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000);
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]", ..."bcdefghi"].map((name, i) => {
    const before = String.fromCharCode(96 + i);
    return i === 0 ? name : `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
  });

  it("that has webhooks alone is one", async () => {
    const { operations } = await load({
      "a.yaml": "openapi: 3.1.0\nwebhooks:\n  done:\n    post: {}\n",
    });
    expect(operations).toEqual(["POST webhook done"]);
  });

  it.each<[what: string, files: Record<string, string | Uint8Array>, message: RegExp]>([
    ["is empty", { "a.json": " \n" }, /^a\.json: is empty$/],
    [
      "is not UTF-8",
      { "a.json": new Uint8Array([0x7b, 0xff, 0xfe]) },
      /^a\.json: is not UTF-8 text$/,
    ],
    ["is a page", { "a.json": "<!doctype html><p>Sign in" }, /^a\.json: is an HTML or XML page/],
    [
      "is truncated JSON",
      { "a.json": '{\n"openapi":' },
      /^a\.json:2: not valid JSON: it ends too early$/,
    ],
    [
      "has a comma too many",
      { "a.json": '{\n"openapi": "3.1.0",\n}' },
      /^a\.json:3: not valid JSON: a name in double quotes expected$/,
    ],
    [
      "has something after the end",
      { "a.json": `${json}\n}` },
      /^a\.json:\d+: not valid JSON: the end expected$/,
    ],
    ["has a bad number", { "a.json": '{"openapi":\n01}' }, /^a\.json(:\d)?: not valid JSON/],
    [
      "has a name twice in JSON",
      { "a.json": '{"openapi": "3.1.0",\n"openapi": "3.0.0"}' },
      /^a\.json:2: a name occurs twice in one object$/,
    ],
    [
      "has a name twice in YAML",
      { "a.yaml": "openapi: 3.1.0\nopenapi: 3.0.0\n" },
      /^a\.yaml:2: not valid YAML: a name occurs twice in one object$/,
    ],
    [
      "is malformed YAML",
      { "a.yaml": "openapi: 3.1.0\n  paths: {\n" },
      /^a\.yaml:\d: not valid YAML/,
    ],
    [
      "is a bomb of aliases",
      { "a.yaml": bomb.join("\n") },
      /^a\.yaml: not readable as YAML: Excessive alias count/,
    ],
    ["has an alias in itself", { "a.yaml": "openapi: &a [*a]" }, /^a\.yaml: not readable as YAML/],
    [
      "is nested too deep in JSON",
      { "a.json": deep("[", "]") },
      /^a\.json:1: nested more than 500 deep$/,
    ],
    [
      "is nested too deep in YAML",
      { "a.yaml": deep("[", "]") },
      /^a\.yaml(:1)?: .*nested more than 500 deep$/,
    ],
    [
      "is no object",
      { "a.json": "[]" },
      /^a\.json:1: is not an OpenAPI description: it must be an object$/,
    ],
    [
      "is something else",
      { "a.yaml": "name: a\n" },
      /^a\.yaml:1: is not an OpenAPI description: it has no openapi version$/,
    ],
    [
      "is Swagger",
      { "a.json": '{\n"swagger": "2.0"}' },
      /^a\.json:2: is Swagger 2\.0; convert it to OpenAPI 3 first$/,
    ],
    [
      "has a version as a number",
      { "a.yaml": "info: {}\nopenapi: 3.1\n" },
      /^a\.yaml:2: its openapi version must be a text/,
    ],
    [
      "is of a later version",
      { "a.yaml": "openapi: 4.0.0\n" },
      /^a\.yaml:1: its openapi version .*3\.0 to 3\.2\), not "4\.0\.0"$/,
    ],
    [
      "describes nothing",
      { "a.yaml": "openapi: 3.1.0\npaths: {}\n" },
      /^a\.yaml: describes no operation/,
    ],
    [
      "refers to a file that there is not",
      { "a.yaml": yaml.replace("#/comp", "gone.yaml#/comp") },
      /^a\.yaml:11: \$ref gone\.yaml#\/components\/schemas\/Thing: there is no such file$/,
    ],
    [
      "refers to the web",
      { "a.yaml": yaml.replace("#/comp", "https://a.example/b.yaml#/comp") },
      /^a\.yaml:11: \$ref https:.* leads to the web; bundle/,
    ],
  ])("that %s is refused in one line", async (_, files, message) => {
    await expect(load(files)).rejects.toThrow(message);
  });

  it.each([
    ["is missing", "nowhere.json", /nowhere\.json: there is no such file$/],
    ["is a folder", ".", /: is a folder, not a file$/],
  ])("that %s is refused in one line", async (_, name, message) => {
    await expect(loadSpec(join(folder, name))).rejects.toThrow(message);
  });

  it("larger than allowed is refused", async () => {
    await expect(load({ "a.json": json }, { maxBytes: 20 })).rejects.toThrow(
      /^a\.json: is larger than 20 bytes, with .*; --max-size <MiB> allows more$/,
    );
  });

  it("may refer to files beside it, which may refer back and to each other", async () => {
    const { document, locate } = await load({
      "a.yaml": yaml.replace("#/components", "b.yaml#/components"),
      "b.yaml":
        'components:\n  schemas:\n    Thing:\n      items: { $ref: "c.json" }\n      not: { $ref: "#/components/schemas/X" }\n    X: {}\n',
      "c.json":
        '{\n"allOf": [{ "$ref": "a.yaml#/components/schemas/Thing" }, { "$ref": "b.yaml" }] }',
    });
    expect(document["x-external"]).toMatchObject([
      {
        components: {
          schemas: {
            Thing: {
              items: { $ref: "#/x-external/1" },
              not: { $ref: "#/x-external/0/components/schemas/X" },
            },
          },
        },
      },
      { allOf: [{ $ref: "#/components/schemas/Thing" }, { $ref: "#/x-external/0" }] },
    ]);
    expect(locate("/x-external/0/components/schemas/X")).toEqual({
      file: join(folder, "b.yaml"),
      line: 6,
    });
    expect(locate("/x-external/1/allOf").line).toBe(2);
  });

  it("may have references that lead nowhere: the comparison tells them, and goes on", async () => {
    for (const ref of ["#/components/schemas/Nothing", "#thing"])
      await load({ "a.yaml": yaml.replace("#/components/schemas/Thing", ref) });
    await load({ "a.yaml": `${yaml.replace("/things", "/a: null\n  /things")}` });
  });

  it("may hold what looks like a reference in examples, and as a property's name", async () => {
    const odd =
      'properties: { $ref: { type: string }, example: { $ref: "#/components/schemas/Thing" } }\n      example: { $ref: gone.yaml }';
    await load({ "a.yaml": yaml.replace("type: object", odd) });
  });
});

describe("a URL", () => {
  const url = "https://user:secret@specs.example/a.json?token=secret";
  const answering = (answer: (place: string) => Response | Promise<Response>): LoadOptions => ({
    fetch: async (place) => answer(String(place)),
  });

  it("is read like a file, and shown without what may be secret", async () => {
    const { locate } = await loadSpec(
      url,
      answering(() => new Response(json)),
    );
    expect(locate("/paths/~1a")).toEqual({ file: "https://specs.example/a.json", line: 4 });
  });

  it("may refer to others of its host", async () => {
    const spec = json.replace('"responses": {}', '"responses": { "200": { "$ref": "b.json" } }');
    const { document } = await loadSpec(
      "https://specs.example/v1/a.json",
      answering(
        (place) => new Response(place.endsWith("/v1/b.json") ? '{"description":"Done"}' : spec),
      ),
    );
    expect(document["x-external"]).toEqual([{ description: "Done" }]);
  });

  it.each(["file:///etc/passwd", "https://other.example/b.json", "//other.example/b.json"])(
    "may not lead to %s",
    async (target) => {
      const spec = json.replace(
        '"responses": {}',
        `"responses": { "200": { "$ref": "${target}" } }`,
      );
      const loading = loadSpec(
        "https://specs.example/a.json",
        answering(() => new Response(spec)),
      );
      await expect(loading).rejects.toThrow(
        /^https:\/\/specs\.example\/a\.json:\d+: .* leads to another host/,
      );
    },
  );

  it.each<[what: string, answer: () => Response | Promise<Response>, message: RegExp]>([
    [
      "is not found",
      () => new Response("no", { status: 404, statusText: "Not Found" }),
      /: the server answered 404 Not Found$/,
    ],
    [
      "is a page",
      () => new Response("hi", { headers: { "content-type": "text/html; charset=utf-8" } }),
      /: is an HTML or XML page/,
    ],
    ["is huge", () => new Response(new Uint8Array(200)), /: is larger than 100 bytes, /],
    [
      "cannot be reached",
      () =>
        Promise.reject(
          new TypeError("fetch failed", {
            cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
          }),
        ),
      /: cannot be fetched: ECONNREFUSED$/,
    ],
  ])("that %s is refused in one line", async (_, answer, message) => {
    const failure = await loadSpec(url, { ...answering(answer), maxBytes: 100 }).catch(
      (error: Error) => error,
    );
    expect(failure).toMatchObject({
      name: "UnreadableSpec",
      message: expect.stringMatching(message),
    });
    expect((failure as Error).message).toMatch(/^https:\/\/specs\.example\/a\.json: [^\n]*$/);
  });

  it("that never answers is given up after the time allowed", async () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    await expect(loadSpec(url, { fetch: never, timeout: 5 })).rejects.toThrow(
      /a\.json: took longer than 0\.005 s; --timeout <seconds> allows more$/,
    );
  });
});
