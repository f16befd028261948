import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/command.ts";
import { generate } from "./command.ts";

/** A way to break the fixture: what stands there, what is put in its place, the text of the line to be named, and why. */
type Case = readonly [kind: string, from: string, to: string, line: string, says: RegExp];

const yaml: Case[] = [
  ["a bracket that is not closed", "paths:", "paths: {", "", /not YAML: /],
  [
    "a key that is there twice",
    "  title: Things",
    "  title: Things\n  title: More",
    "title: More",
    /unique: keep one of them/,
  ],
  ["a tab for indentation", "  title: Things", "\ttitle: Things", "title: Things", /not YAML: /],
  [
    "an alias of nothing",
    "  title: Things",
    "  title: *title",
    "title: *title",
    /write &title before it/,
  ],
];

const document: Case[] = [
  ["OpenAPI 3.0", "openapi: 3.1.0", "openapi: 3.0.3", "#", /"openapi" must say 3\.1\.x/],
  ["no version of OpenAPI", "openapi: 3.1.0\n", "", "#", /"openapi" must say 3\.1\.x/],
  [
    "no dialect",
    "jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema\n",
    "",
    "#",
    /jsonSchemaDialect|must be https:\/\/json-schema.org/,
  ],
  ["another dialect", "draft/2020-12", "draft/2019-09", "jsonSchemaDialect", /must be https:/],
  ["no title", "  title: Things\n", "", "info:", /`title`.*see the OpenAPI/],
  [
    "a field that OpenAPI has not",
    "  title: Things",
    "  titel: T\n  title: Things",
    "titel: T",
    /`titel`.*not expected/,
  ],
  [
    "no server",
    "servers:\n  - url: https://api.example.org/v1\n",
    "servers: []\n",
    "servers: []",
    /name .*server/i,
  ],
  [
    "a server with variables",
    "https://api.example.org/v1",
    "https://{host}/v1",
    "url: https://{host}",
    /without variables|variable/,
  ],
  ["a server without a host", "https://api.example.org/v1", "/v1", "url: /v1", /absolute URL/],
  [
    "a security scheme that is not described",
    "  - Key: []",
    "  - Token: []",
    "- Token: []",
    /describe it under components\.securitySchemes/,
  ],
  [
    "a key in the query",
    "in: header, name: x-key",
    "in: query, name: key",
    "- Key: []",
    /only credentials in a header/,
  ],
];

const operations: Case[] = [
  [
    "an id of an operation that another has",
    "operationId: setThing",
    "operationId: getThing",
    "operationId: getThing",
    /give each operation one of its own/,
  ],
  [
    "an operation without an id",
    "      operationId: setThing\n",
    "",
    "put:",
    /operationId.*give it one/,
  ],
  [
    "a method that another has",
    "operationId: setThing",
    "operationId: setThing\n      x-method: get",
    "x-method: get",
    /taken by GET .*another x-method/,
  ],
  [
    "a method that is no name",
    "x-method: get",
    "x-method: then",
    "x-method: then",
    /cannot be the name of a method: use letters/,
  ],
  [
    "paths that differ in the names of templates only",
    "  /things:\n",
    "  /things/{name}:\n",
    "/things/{name}:",
    /keep one of them/,
  ],
  [
    "a parameter of the path that is not described",
    "  /things/{id}:",
    "  /things/{thing}:",
    "/things/{thing}:",
    /describe each \{name\}|are not those in the path/,
  ],
  [
    "a parameter of the path that is not required",
    "        required: true\n        description: Which",
    "        required: false\n        description: Which",
    "",
    /required: true|must be/,
  ],
  [
    "a parameter twice",
    "        - name: cursor\n",
    "        - { name: cursor, in: query, schema: { type: string } }\n        - name: cursor\n",
    "name: cursor",
    /keep one of them/,
  ],
  [
    "a cookie",
    "        - name: cursor\n          in: query",
    "        - name: cursor\n          in: cookie",
    "- name: cursor",
    /cookies are neither sent nor checked/,
  ],
  [
    "a style that cannot be read",
    "          example: [legs]",
    "          style: matrix\n          example: [legs]",
    "style: matrix",
    /style|enum/,
  ],
  [
    "an object as a parameter, without a style for it",
    "schema: { type: array, items: { type: string } }\n          example: [legs]",
    "schema: { type: object }",
    "- name: part",
    /use style: deepObject/,
  ],
  ["a status that is none", '"204": {', '"20": {', '"20": {', /status|not expected/i],
  ["a range of statuses", '"204": {', '"2XX": {', '"2XX": {', /under its own status/],
  [
    "a response for every other status",
    '"204": {',
    'default: { description: Else. }\n        "204": {',
    "default: {",
    /under its own status/,
  ],
  [
    "a body with a status that has none",
    '"204": { description: It is set. }',
    '"204": { $ref: "#/components/responses/Thing" }',
    "content:",
    /has no body .*leave "content" out/,
  ],
  [
    "a query in the path",
    "  /things:\n",
    "  /things?all=1:\n",
    "/things?all=1:",
    /parameters with in: query/,
  ],
  [
    "a slash at the end of a path",
    "  /things:\n",
    "  /things/:\n",
    "/things/:",
    /leave the slash out/,
  ],
  [
    "a page whose cursor is no parameter",
    "{ cursor: cursor,",
    "{ cursor: page,",
    "x-page:",
    /must name a query parameter/,
  ],
  [
    "a property to repeat by that the body has not",
    "x-repeat: size",
    "x-repeat: weight",
    "x-repeat: weight",
    /true, false, or the name of a property/,
  ],
  [
    "an echo of what the operation does not take",
    "$request.path.id,",
    "$request.path.name,",
    "$request.path.name",
    /of something that the operation takes/,
  ],
  [
    "an echo in what the answer has not",
    "$response.body#/id]",
    "$response.body#/name]",
    "$response.body#/name",
    /the answer has no property "name"/,
  ],
  [
    "an error whose class has no name",
    "x-error: NotFound",
    "x-error: not found",
    "x-error: not found",
    /has no name/,
  ],
  [
    "an identity by what the answer has not",
    "x-identity: [id]",
    "x-identity: [name]",
    "x-identity: [name]",
    /must be a list of its properties/,
  ],
];

const schemas: Case[] = [
  ["a $ref to nothing", "schemas/Circle", "schemas/Oval", "schemas/Oval", /points at nothing/],
  ["a limit that is no number", "minimum: 0", 'minimum: "0"', 'minimum: "0"', /minimum|number/],
  [
    "a type that is none",
    "size: { type: number }",
    "size: { type: float }",
    "type: float",
    /float|type/,
  ],
  ["a regular expression that is none", '"^thing_"', '"("', 'pattern: "("', /Unterminated group/],
  [
    "a format that has no check",
    "size: { type: number }",
    "size: { type: string, format: colour }",
    "format: colour",
    /format "colour" has no check/,
  ],
  [
    "a keyword that is not known",
    "size: { type: number }",
    "size: { type: number, minumum: 1 }",
    "minumum: 1",
    /minumum/,
  ],
  [
    "nullable, of OpenAPI 3.0",
    "size: { type: number }",
    "size: { type: number, nullable: true }",
    "nullable: true",
    /means nothing in OpenAPI 3\.1: write type: \[string, "null"\]/,
  ],
  [
    "a default in an answer",
    "size: { type: number }",
    "size: { type: number, default: 1 }",
    "default: 1",
    /may be absent: leave it out/,
  ],
  [
    "a value of another type in an enum",
    "enum: [round, square]",
    "enum: [round, 4]",
    "enum: [round, 4]",
    /enum/,
  ],
  [
    "a variant without the property that tells it apart",
    "type: { const: circle }",
    "type: { type: string }",
    "",
    /const|says which/,
  ],
  [
    "a type that only holds itself",
    "  schemas:\n",
    '  schemas:\n    Loop: { $ref: "#/components/schemas/Loop" }\n',
    "Loop:",
    /itself|only ever points/,
  ],
];

const examples: Case[] = [
  [
    "an example of a body that is wrong",
    "kind: round, size: 3",
    "kind: oval, size: 3",
    "kind: oval",
    /not as its schema says.*"enum"/,
  ],
  [
    "an example with a property that the schema has not",
    "kind: round, size: 3",
    "kind: round, seize: 3",
    "seize: 3",
    /no such property/,
  ],
  [
    "an example of a request that is wrong",
    "value: { size: 1 }",
    "value: { size: -1 }",
    "size: -1",
    /"minimum" does not hold/,
  ],
  [
    "an example of a parameter that is wrong",
    "example: [legs]",
    "example: legs",
    "example: legs",
    /"type" does not hold/,
  ],
  [
    "an example of a header that is wrong",
    "example: 3",
    "example: many",
    "example: many",
    /"type" does not hold/,
  ],
];

const all = [...yaml, ...document, ...operations, ...schemas, ...examples];

let folder: string;
let contract: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "broken-contracts-"));
  contract = await readFile("scripts/generate/fixtures/things.yaml", "utf8");
});
afterAll(() => rm(folder, { recursive: true }));

const silent = { write: () => {} };
const io: Io = { stdin: process.stdin, stdout: silent, stderr: silent, env: {} };

async function run(text: string): Promise<{ code: number; message: string; written: string[] }> {
  const file = join(folder, "things.yaml");
  const target = join(folder, "generated");
  await writeFile(file, text);
  await rm(target, { recursive: true, force: true });
  let message = "";
  const code = await generate(["--contract", file, "--folder", target], io).catch(
    (error: Error) => {
      if (error.name !== "CannotRun") throw error;
      message = error.message;
      return 2;
    },
  );
  return { code, message, written: await readdir(target).catch(() => []) };
}

// Each case reads, lints and compiles a contract.
describe("generate", { timeout: 60_000 }, () => {
  it("takes the contract that the cases break", async () => {
    const { code, message, written } = await run(contract);
    expect({ code, message }).toEqual({ code: 0, message: "" });
    expect(written).toContain("operations.ts");
  });

  it.each(all)(
    "refuses %s, names the line and says what to do",
    async (_, from, to, line, says) => {
      expect(contract).toContain(from);
      const text = contract.replace(from, () => to);
      const { code, message, written } = await run(text);
      expect({ code, written }).toEqual({ code: 2, written: [] });
      const told = message.split("\n").filter((one) => says.test(one));
      expect(told, message).not.toEqual([]);
      const lines = text.split("\n");
      const named = told.map((one) => lines[Number(/things\.yaml:(\d+):\d+: /.exec(one)?.[1]) - 1]);
      expect(
        named.some((one) => one?.includes(line)),
        `${message}\n${named}`,
      ).toBe(true);
    },
  );

  it("tells all that is wrong in one run, in the order of the file", async () => {
    const text = contract
      .replace("x-repeat: size", "x-repeat: weight")
      .replace("size: { type: number }", "size: { type: number, nullable: true, default: 1 }")
      .replace('"^thing_"', '"("')
      .replace("example: [legs]", "example: legs")
      .replace("x-page: { cursor: cursor,", "x-page: { cursor: page,");
    const { message } = await run(text);
    const lines = message.split("\n").map((one) => Number(/:(\d+):\d+: /.exec(one)?.[1]));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(lines.length, message).toBeGreaterThanOrEqual(6);
  });

  it("knows at least 48 ways to break a contract", () => {
    expect(new Set(all.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(48);
  });
});
