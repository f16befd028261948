import { expect, test } from "vitest";
import type { Description, Schema } from "../../openapi/description.ts";
import type { Exchange } from "../../findings/exchange.ts";
import { createCoverage } from "./coverage.ts";
import { unseenPoints } from "../../report/unseen.ts";
import { createFold } from "./fold.ts";

const operation = "POST /things/{id}";

function describing(schema: Schema, schemas: Record<string, Schema> = {}): Description {
  const content = { "application/json; charset=utf-8": { schema } };
  return {
    paths: {
      "/things/{id}": {
        post: {
          requestBody: {
            content: { "application/json": { schema: { type: ["string", "null"] } } },
          },
          responses: {
            200: { $ref: "#/components/responses/Ok" },
            404: { description: "none" },
          },
        },
      },
    },
    components: {
      schemas,
      responses: { Ok: { headers: { "X-Request-Id": { schema: { type: "string" } } }, content } },
    },
  };
}

function answering(body: unknown, status = 200): Exchange {
  return {
    request: { method: "POST", url: "/things/1", headers: {}, body: "null" },
    response: { status, headers: { "x-REQUEST-id": "1" }, body: JSON.stringify(body) },
  };
}

/** The points below the body as `location kind value count`, after the given bodies. */
function seen(description: Description, ...bodies: unknown[]): string[] {
  const coverage = createCoverage(description);
  for (const body of bodies) coverage.add(operation, answering(body));
  return coverage
    .points()
    .points.filter(({ location }) => location.startsWith("/response/body"))
    .map(({ location, kind, value, count }) =>
      [
        location.replace("/response/body", "."),
        kind,
        ...(value === undefined ? [] : [value]),
        count,
      ].join(" "),
    );
}

test("counts statuses, headers in any case, and the request", () => {
  const coverage = createCoverage(describing({}));
  coverage.add(operation, answering({}));
  coverage.add(operation, answering({}, 404));
  coverage.add(operation, answering({}, 500));
  coverage.add("GET /else", answering({}));
  expect(coverage.points()).toEqual({
    exercised: 4,
    total: 5,
    points: [
      { operation, location: "/request/body", kind: "null", count: 3 },
      { operation, location: "/request/body", kind: "non-null", count: 0 },
      { operation, status: 200, location: "/response/status", kind: "status", count: 1 },
      {
        operation,
        status: 200,
        location: "/response/headers/x-request-id",
        kind: "header",
        count: 1,
      },
      { operation, status: 404, location: "/response/status", kind: "status", count: 1 },
    ],
  });
});

test.each<[string, Schema]>([
  ["a list of types", { type: ["string", "null"], enum: ["a", "b", null] }],
  ["an enum with null", { enum: ["a", "b", null] }],
  ["oneOf with null", { oneOf: [{ enum: ["a", "b"] }, { type: "null" }] }],
  [
    "anyOf with null, behind a reference",
    { anyOf: [{ type: "null" }, { $ref: "#/components/schemas/AB" }] },
  ],
])("takes %s for the same nullable", (_, schema) => {
  const description = describing(schema, { AB: { type: "string", enum: ["a", "b"] } });
  expect(seen(description, "a", "a", null).sort()).toEqual([
    ". non-null 2",
    ". null 1",
    ". value a 2",
    ". value b 0",
  ]);
});

test("counts properties, arrays and maps, and escapes their names", () => {
  const description = describing({
    type: "object",
    properties: {
      "a/b": { const: "x" },
      list: { type: "array", items: { allOf: [{ properties: { n: { type: "number" } } }] } },
      map: { type: "object", additionalProperties: { type: ["string", "null"] } },
    },
  });
  const bodies = [
    { "a/b": "x", list: [{ n: 1 }, {}], map: {} },
    { list: [], map: { k: null } },
    [],
    "text",
  ];
  expect(seen(description, ...bodies)).toEqual([
    "./a~1b property 1",
    "./a~1b value x 1",
    "./list property 2",
    "./list empty 1",
    "./list filled 1",
    "./list/*/n property 1",
    "./map property 2",
    "./map empty 1",
    "./map filled 1",
    "./map/* null 1",
    "./map/* non-null 0",
  ]);
});

test.each([true, false])("tells variants apart by their tag (with discriminator: %s)", (named) => {
  const schemas = {
    Cat: { properties: { kind: { const: "cat" }, lives: { type: "number" } } },
    Dog: { properties: { kind: { enum: ["dog"] } } },
  };
  const description = describing(
    {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      ...(named && { discriminator: { propertyName: "kind" } }),
    },
    schemas,
  );
  expect(
    seen(description, { kind: "cat", lives: 9 }, { kind: "cow" }, { kind: "__proto__" }, null),
  ).toEqual([". variant cat 1", "./lives property 1", ". variant dog 0"]);
});

test("ends at the first repetition of a recursive schema", () => {
  const node: Schema = {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Node" } } },
  };
  const description = describing({ $ref: "#/components/schemas/Node" }, { Node: node });
  expect(seen(description, { children: [{ children: [] }] })).toEqual([
    "./children property 1",
    "./children empty 0",
    "./children filled 1",
  ]);
});

test("a body that is no JSON exercises nothing", () => {
  const coverage = createCoverage(describing({ properties: { a: {} } }));
  const { request, response } = answering({});
  coverage.add(operation, { request, response: { ...response, body: "{" } });
  expect(
    coverage.points().points.find(({ location }) => location === "/response/body/a")?.count,
  ).toBe(0);
});

test("folds the keys of arrays and maps, and nothing else", () => {
  const schema: Schema = {
    properties: {
      "1": { properties: { map: { type: "object" } } },
      list: { type: "array", items: {} },
    },
  };
  const fold = createFold(describing(schema));
  const at = (location: string) => fold(operation, location);
  expect(at("/response/body/list/3")).toBe("/response/body/list/*");
  expect(at("/response/body/1/map/any")).toBe("/response/body/1/map/*");
  expect(at("/response/body/1/other")).toBe("/response/body/1/other");
  expect(at("/response/body/unknown/0/x")).toBe("/response/body/unknown/*/x");
  expect(at("/response/status")).toBe("/response/status");
  expect(at("")).toBe("");
});

test("names what was never seen, and not what follows from it", () => {
  const schema: Schema = {
    type: "object",
    properties: {
      status: { enum: ["idle", "busy"] },
      gone: { type: ["object", "null"], properties: { inner: { enum: ["x", null] } } },
      list: { type: "array", items: { type: "object", properties: { n: {} } } },
    },
  };
  const coverage = createCoverage(describing(schema));
  coverage.add(operation, answering({ status: "idle", list: [] }));
  expect(
    unseenPoints(coverage.points()).map(({ kind, location, value }) => [kind, location, value]),
  ).toEqual([
    ["non-null", "/request/body", undefined],
    ["value", "/response/body/status", "busy"],
    ["property", "/response/body/gone", undefined],
    ["filled", "/response/body/list", undefined],
    ["status", "/response/status", undefined],
  ]);
});
