import { expect, it } from "vitest";
import { reduceDescription } from "./reduce.ts";

const response = {
  description: "Prose",
  content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
};
const whole = {
  openapi: "3.1.0",
  info: { title: "Prose", version: "7", description: "Prose" },
  servers: [{ url: "https://example.com", description: "Prose" }],
  security: [{ key: [] }],
  tags: [{ name: "Prose" }],
  paths: {
    "/a/{id}": {
      parameters: [{ name: "id", in: "path", required: true, description: "Prose", schema: {} }],
      get: {
        summary: "Prose",
        operationId: "a",
        tags: ["Prose"],
        "x-sample": "Prose",
        responses: { 200: response },
      },
      put: { responses: {} },
    },
    "/b": { get: { responses: {} } },
  },
  components: {
    schemas: {
      A: {
        title: "Prose",
        properties: {
          title: { type: "string", description: "Prose", example: "Prose" },
          b: { $ref: "#/components/schemas/B" },
        },
      },
      B: {
        oneOf: [],
        discriminator: { propertyName: "b", mapping: { c: "#/components/schemas/C" } },
      },
      C: { default: { title: "a fact" } },
      Unused: { type: "string" },
    },
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "k", description: "Prose" },
      other: { type: "http" },
    },
  },
};

it("keeps the facts of the operations, and nothing that was written for people", () => {
  const { paths, components, ...rest } = reduceDescription(whole, ["GET /a/{name}"]);
  expect(rest).toEqual({
    openapi: "3.1.0",
    info: { title: "Reduced to facts", version: "7" },
    servers: [{ url: "https://example.com" }],
    security: [{ key: [] }],
  });
  expect(paths).toEqual({
    "/a/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: {} }],
      get: { operationId: "a", responses: { 200: { ...response, description: "" } } },
    },
  });
  expect(components).toEqual({
    schemas: {
      A: { properties: { title: { type: "string" }, b: { $ref: "#/components/schemas/B" } } },
      B: whole.components.schemas.B,
      C: { default: { title: "a fact" } },
    },
    securitySchemes: { key: { type: "apiKey", in: "header", name: "k" } },
  });
});

it("refuses an operation that the description does not have", () => {
  expect(() => reduceDescription(whole, ["GET /a/{id}", "POST /c"])).toThrow("has no POST /c");
});
