import { describe, expect, it } from "vitest";
import { type Description, operationsOf } from "./description.ts";
import { exampleExchange, examplesOf, sampleOf } from "./examples.ts";

const schema = { type: "string" };
const description: Description = {
  servers: [{ url: "https://api.test/base/" }],
  security: [{ Key: [] }],
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema, example: "a/b" }],
      post: {
        parameters: [
          { name: "x-part", in: "header", required: true, schema, example: "legs" },
          { name: "ids", in: "query", explode: false, schema, example: ["a,", "b"] },
        ],
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              examples: { one: { value: { a: "b c", n: [1, 2] } } },
            },
          },
        },
        responses: {
          200: {
            content: { "application/json": { examples: { x: { value: 1 }, y: { value: 2 } } } },
          },
          204: {},
        },
      },
      head: {
        security: [{ Token: [] }],
        responses: { 200: { content: { "text/csv": { example: "a" } } } },
      },
    },
  },
  components: {
    securitySchemes: {
      Key: { type: "apiKey", in: "header", name: "X-Key" },
      Token: { type: "http", scheme: "bearer" },
    },
    schemas: { loop: { type: "object", properties: {} } },
  },
};
const [head, post] = operationsOf(description).sort((a, b) => (a.method < b.method ? -1 : 1));

describe("exampleExchange", () => {
  it("asks with the examples, each written in its style, and a key that is none", () => {
    const { request } = exampleExchange(description, post as never, { status: 200 }, true);
    expect(request).toEqual({
      method: "POST",
      url: "https://api.test/base/things/a%2Fb?ids=a%2C,b",
      headers: {
        "x-part": "legs",
        "x-key": "REDACTED",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "a=b+c&n=1&n=2",
    });
  });

  it("leaves out what is optional, unless everything is wanted", () => {
    const { request } = exampleExchange(description, post as never, { status: 200 });
    expect(request.url).toBe("https://api.test/base/things/a%2Fb");
  });

  it("answers with the example that is chosen, or the first", () => {
    const answer = (choice: object) =>
      exampleExchange(description, post as never, { status: 200, ...choice }).response.body;
    expect([answer({}), answer({ response: "y" })]).toEqual(["1", "2"]);
  });

  it("gives no body where there is none: a 204, and the answer to HEAD", () => {
    expect(exampleExchange(description, post as never, { status: 204 }).response.body).toBeNull();
    const { request, response } = exampleExchange(description, head as never, { status: 200 });
    expect(response).toMatchObject({ body: null, headers: { "content-type": "text/csv" } });
    expect(request.headers).toEqual({ authorization: "Bearer REDACTED" });
  });
});

describe("sampleOf", () => {
  it.each([
    [{ const: 1 }, 1],
    [{ enum: ["a", "b"] }, "a"],
    [{ examples: ["e"] }, "e"],
    [{ type: ["null", "string"] }, null],
    [{ type: "integer", minimum: 3 }, 3],
    [{ type: "number", exclusiveMinimum: 3 }, 4],
    [{ type: "boolean" }, true],
    [{ type: "array" }, []],
    [{ type: "string", minLength: 6 }, "textxx"],
    [{ type: "string", format: "date-time" }, "2025-01-01T00:00:00.000Z"],
    [{ oneOf: [{ const: "x" }] }, "x"],
    [
      { type: "object", required: ["a"], properties: { a: { const: 1 }, b: { const: 2 } } },
      { a: 1 },
    ],
    [
      { allOf: [{ required: ["a"], properties: { a: { const: 1 } } }, { type: "object" }] },
      { a: 1 },
    ],
  ])("of %j is %j", (one, sample) => {
    expect(sampleOf(description, one as never)).toEqual(sample);
  });
});

it("examplesOf knows the one without a name, and leaves out what has no value", () => {
  const examples = { a: { value: 1 }, elsewhere: { summary: "externalValue" } };
  expect(examplesOf(description, { example: 0, examples })).toEqual({ example: 0, a: 1 });
});
