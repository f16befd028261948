import { describe, expect, it } from "vitest";
import contract from "../../generated/openapi.json" with { type: "json" };
import type { Json } from "../findings/finding.ts";
import { diffSpecs } from "./diff-specs.ts";
import type { JsonObject, OpenApiDocument } from "./document.ts";
import { description } from "./rules/rules.test-cases.ts";

const diff = (...args: Parameters<typeof diffSpecs>) => diffSpecs(...args).findings;

const ids = (base: OpenApiDocument, revision: OpenApiDocument, today?: string) =>
  diff(base, revision, today === undefined ? {} : { today }).map((finding) => finding.id);

const answering = (schema: JsonObject): JsonObject => ({
  description: "Done",
  content: { "application/json": { schema } },
});

/** A description of one operation at a server and a path. */
function at(server: string | undefined, path: string, parameter = "id"): OpenApiDocument {
  const parameters = path.includes("{")
    ? [{ name: parameter, in: "path", required: true, schema: { type: "string" } }]
    : [];
  return {
    openapi: "3.1.0",
    ...(server !== undefined && { servers: [{ url: server }] }),
    paths: { [path]: { post: { parameters, responses: { "200": { description: "Done" } } } } },
  };
}

describe("operations", () => {
  it("are the same wherever the server ends and the path begins", () => {
    const ours = at("https://api.example/websets", "/v0/websets/{id}");
    expect(ids(ours, at("https://API.example/", "/websets/v0/websets/{id}"))).toEqual([]);
  });

  it("are the same whatever their path parameters are called", () => {
    expect(ids(at(undefined, "/things/{id}"), at(undefined, "/things/{thing}", "thing"))).toEqual(
      [],
    );
  });

  it("are matched by path alone where a side names no server", () => {
    expect(
      ids(at("https://api.example/base", "/things/{id}"), at(undefined, "/things/{id}")),
    ).toEqual([]);
  });

  it("are matched by their path where the server's path is another, which is told once", () => {
    const found = ids(
      at("https://api.example/v1", "/things/{id}"),
      at("https://api.example/v2", "/things/{id}"),
    );
    expect(found).toEqual(["api-server-removed", "api-server-added"]);
  });

  it("are compared where the server's path is another", () => {
    const named = (properties: JsonObject, server: string) => ({
      ...description({ responses: { "200": answering({ type: "object", properties }) } }),
      servers: [{ url: server }],
    });
    const base = named({ id: { type: "string" } }, "https://api.example/v1");
    expect(ids(base, named({}, "https://api.example/v1.1"))).toEqual([
      "api-server-removed",
      "api-server-added",
      "response-optional-property-removed",
    ]);
  });

  it("tell when their host is another", () => {
    const found = ids(
      at("https://a.example", "/things/{id}"),
      at("https://b.example", "/things/{id}"),
    );
    expect(found).toEqual(["api-server-removed", "api-server-added"]);
  });

  it("are put at the server of a variable's default", () => {
    const { servers: _, ...rest } = at(undefined, "/things/{id}");
    const variables = { region: { default: "eu" } };
    const revision = {
      ...rest,
      servers: [{ url: "https://{region}.example", variables }],
    } as OpenApiDocument; // its parts are JSON
    expect(ids(at("https://eu.example", "/things/{id}"), revision)).toEqual([]);
  });

  it("are removed as announced once the sunset date has come", () => {
    const base = description({ operation: { deprecated: true, "x-sunset": "2030-01-01" } });
    const revision = description({ operation: null });
    expect(ids(base, revision, "2029-12-31")).toEqual(["api-path-removed-before-sunset"]);
    expect(ids(base, revision, "2030-01-01")).toEqual(["api-path-removed-with-deprecation"]);
    expect(ids(base, revision)).toEqual(["api-path-removed-before-sunset"]);
  });

  it("stand for one other at most", () => {
    const one = at(undefined, "/things/{id}");
    const other = at(undefined, "/things/{thing}", "thing");
    const both = {
      ...one,
      paths: { ...(one.paths as JsonObject), ...(other.paths as JsonObject) },
    }; // made above
    expect(ids(both, one)).toEqual(["api-path-removed-without-deprecation"]);
  });

  it("go by the name that the base gives them", () => {
    const [finding] = diff(at("https://a.example/x", "/y"), at("https://b.example", "/x/y"));
    expect(finding?.operation).toBe("POST /y");
  });
});

describe("security", () => {
  const secured = (name: string, scheme: JsonObject, ...security: Json[]) =>
    description({ root: { security, components: { securitySchemes: { [name]: scheme } } } });
  const key = { type: "apiKey", in: "header", name: "x-api-key" };

  it("is the same under another name and in another case of a header", () => {
    const revision = secured("api_key", { ...key, name: "X-API-Key" }, { api_key: [] });
    expect(ids(secured("key", key, { key: [] }), revision)).toEqual([]);
  });

  it("is another where the header is", () => {
    const revision = secured("key", { ...key, name: "authorization" }, { key: [] });
    expect(ids(secured("key", key, { key: [] }), revision)).toEqual([
      "api-security-alternative-removed",
      "api-security-alternative-added",
    ]);
  });

  it("is none where nothing is asked for, or an empty requirement is enough", () => {
    expect(ids(secured("key", key), secured("key", key, { key: [] }, {}))).toEqual([
      "api-security-added",
    ]);
    expect(ids(secured("key", key, {}), secured("key", key))).toEqual([]);
  });

  it("is told where its scheme is not defined, and the rest is compared", () => {
    const base = secured("key", key, { other: [] });
    const { findings, notCompared } = diffSpecs(base, secured("key", key, { key: [] }));
    expect(notCompared).toEqual([
      expect.objectContaining({ id: "description-invalid", location: "/security/0" }),
    ]);
    expect(notCompared[0]?.args.reason).toMatch(/"other" is not defined/);
    expect(findings.map(({ id }) => id)).toEqual([
      "api-security-alternative-removed",
      "api-security-alternative-added",
    ]);
  });
});

describe("headers and media types", () => {
  const response = (parts: JsonObject) =>
    description({ responses: { "200": { description: "Done", ...parts } } });

  it("are the same in any case", () => {
    const header = { schema: { type: "string" } };
    expect(
      ids(response({ headers: { "X-Id": header } }), response({ headers: { "x-id": header } })),
    ).toEqual([]);
  });

  it("are the same with and without a charset", () => {
    const revision = response({ content: { "Application/JSON; charset=utf-8": {} } });
    expect(ids(response({ content: { "application/json": {} } }), revision)).toEqual([]);
  });

  it("are told for each response, its reference followed", () => {
    const shared = { description: "Done", content: { "text/plain": {} } };
    const revision = description({
      root: { components: { responses: { Done: shared } } },
      responses: { "200": { $ref: "#/components/responses/Done" } },
    });
    expect(
      diff(response({ content: { "text/plain": {}, "text/csv": {} } }), revision),
    ).toMatchObject([
      { id: "response-media-type-removed", args: { status: "200", mediaType: "text/csv" } },
    ]);
  });
});

describe("parameters", () => {
  const query = (name: string, where = "query") =>
    description({ parameters: [{ name, in: where, schema: { type: "string" } }] });

  it("of the path count for its operations", () => {
    const parameters = [{ name: "q", in: "query", schema: { type: "string" } }];
    const base = query("q");
    const { paths } = description({}) as unknown as { paths: Record<string, JsonObject> }; // made above
    const revision = {
      ...base,
      paths: { "/things/{id}": { ...paths["/things/{id}"], parameters } },
    };
    expect(ids(base, revision as OpenApiDocument)).toEqual([]); // its parts are JSON
  });

  it("are another where they are sent another way", () => {
    expect(ids(query("q"), query("q", "header"))).toEqual([
      "new-optional-request-parameter",
      "request-parameter-removed",
    ]);
  });

  it("that other parts of a description speak for are ignored", () => {
    expect(ids(query("Content-Type", "header"), description({}))).toEqual([]);
  });
});

describe("the packaged contract", () => {
  // The import's type is narrower than any description.
  const ours = contract as unknown as OpenApiDocument;

  it("does not differ from itself", () => {
    expect(diff(ours, structuredClone(ours))).toEqual([]);
  });

  it("names a property by the way that leads to it", () => {
    const text = JSON.stringify(ours)
      .replace('"timeLeft":{', '"timeRemaining":{')
      .replace('"timeLeft"', '"timeRemaining"');
    const found = diff(ours, JSON.parse(text)).map(({ id, args }) => `${id} ${args.property}`);
    expect(found).toContain("response-required-property-removed searches/items/progress/timeLeft");
  });
});
