import { describe, expect, it } from "vitest";
import bundled from "../../generated/openapi.json" with { type: "json" };
import {
  branchTag,
  type Description,
  jsonSchema,
  type Message,
  operationsOf,
  resolve,
  type Schema,
  shapeOf,
  tagProperty,
} from "./description.ts";

// The import's type is narrower than any description.
const contract = bundled as unknown as Description;

const nothing: Schema = { type: "null" };
const text: Schema = { type: "string" };
const maybeText: Schema = { type: ["string", "null"] };
const cat: Schema = { properties: { name: text, kind: { const: "cat" } } };
const dog: Schema = { properties: { name: text, kind: { enum: ["dog"] } } };

const description: Description = {
  components: {
    schemas: {
      text,
      maybeText,
      nothing,
      cat,
      dog,
      kind: { const: "cow" },
      cow: { properties: { kind: { $ref: "#/components/schemas/kind" } } },
      "odd/na~me": { title: "odd" },
      again: { $ref: "#/components/schemas/text" },
      circle: { $ref: "#/components/schemas/circle" },
    },
  },
};
const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

describe("operationsOf", () => {
  it("gives each its own parameters and its path's, its own where both have one", () => {
    const id = { name: "id", in: "path", schema: text };
    const get = { parameters: [{ ...id, schema: maybeText }] };
    const shared = { $ref: "#/components/parameters/page" };
    const page = { name: "page", in: "query" };
    const paths = { "/things/{id}": { parameters: [id, shared], get } };
    const [found] = operationsOf({ paths, components: { parameters: { page } } });
    expect(found).toMatchObject({ method: "GET", path: "/things/{id}", operation: get });
    expect(found?.parameters).toEqual([page, ...get.parameters]);
  });

  it("takes every method of OpenAPI for an operation, path by path, and nothing else", () => {
    const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    const all = Object.fromEntries(methods.map((method) => [method, { responses: {} }]));
    const item = { summary: "s", parameters: [], "x-post": {}, ...all };
    const found = operationsOf({ paths: { "/b": item, "/a": { get: {} }, "/empty": {} } });
    expect(found.map(({ name }) => name)).toEqual([
      ...methods.map((method) => `${method.toUpperCase()} /b`),
      "GET /a",
    ]);
  });

  it("finds none where there are no paths", () => {
    expect(operationsOf({})).toEqual([]);
  });

  it("takes no inherited property for an operation", () => {
    expect(operationsOf({ paths: { "/": Object.create({ get: {} }) } })).toEqual([]);
  });
});

describe("resolve", () => {
  it("leaves alone what is no reference", () => {
    expect(resolve(description, cat)).toBe(cat);
  });

  it("follows references, of references too, to what they name", () => {
    expect(resolve(description, to("text"))).toBe(text);
    expect(resolve(description, to("again"))).toBe(text);
  });

  it("reads a name that is escaped in the reference", () => {
    expect(resolve(description, to("odd~1na~0me"))).toEqual({ title: "odd" });
  });

  it("follows a hundred references and then stops, so that a circle has an end", () => {
    const chain = (length: number) => {
      const links = Array.from({ length }, (_, index) => to(String(index + 1)));
      const schemas = { ...[...links, text] };
      return resolve({ components: { schemas } }, to("0"));
    };
    expect(chain(99)).toBe(text);
    expect(chain(100)).toEqual(to("100"));
    expect(resolve(description, to("circle"))).toEqual(to("circle"));
  });
});

describe("jsonSchema", () => {
  const message = (...types: string[]): Message => ({
    content: Object.fromEntries(types.map((type) => [type, { schema: { format: type } }])),
  });

  it.each([
    ["application/json", "text/html"],
    ["application/problem+json"],
    ["Application/JSON; charset=utf-8"],
  ])("takes the schema of %s", (type, ...others) => {
    expect(jsonSchema(description, message(...others, type))).toEqual({ format: type });
  });

  it.each([
    ["no content", {}],
    ["no media type", message()],
    ["no JSON", message("text/html", "application/*", "application/json-seq", "application/jsonl")],
    ["JSON without a schema", { content: { "application/json": {} } }],
  ])("finds nothing where there is %s", (_, other) => {
    expect(jsonSchema(description, other)).toBeUndefined();
  });

  it("follows the reference of a message", () => {
    const components = { responses: { ok: message("application/json") } };
    expect(jsonSchema({ components }, { $ref: "#/components/responses/ok" })).toEqual({
      format: "application/json",
    });
  });

  it("finds the schema of each response of the bundled contract", () => {
    for (const { operation } of operationsOf(contract)) {
      const messages = Object.values(operation.responses ?? {});
      expect(messages.length).toBeGreaterThan(5);
      for (const each of messages) expect(jsonSchema(contract, each)).toBeDefined();
    }
  });
});

describe("shapeOf", () => {
  const branches = (schema: Schema) => shapeOf(description, schema);

  it.each<[string, Schema]>([
    ["a list of types", maybeText],
    ["an enum with null", { enum: ["a", null] }],
  ])("allows null in %s", (_, schema) => {
    expect(branches(schema)).toEqual({ branches: [schema], nullable: true });
  });

  it.each<[string, Schema]>([
    ["one type", text],
    ["a list of types without null", { type: ["string", "number"] }],
    ["an enum without null", { enum: ["a"] }],
    ["an enum with null where the type forbids it", { type: "string", enum: ["a", null] }],
    ["a schema that says neither", cat],
  ])("allows no null in %s", (_, schema) => {
    expect(branches(schema)).toEqual({ branches: [schema], nullable: false });
  });

  it("takes null itself for a branch that is null", () => {
    expect(branches(nothing)).toEqual({ branches: [nothing], nullable: true });
  });

  it("shows what a reference names", () => {
    expect(branches(to("maybeText"))).toEqual({ branches: [maybeText], nullable: true });
  });

  it.each(["oneOf", "anyOf"])("takes null out of %s, be it a reference", (union) => {
    for (const none of [nothing, to("nothing")]) {
      expect(branches({ [union]: [cat, none, dog] })).toEqual({
        branches: [cat, dog],
        nullable: true,
      });
    }
    expect(branches({ [union]: [to("cat"), dog] })).toEqual({
      branches: [to("cat"), dog],
      nullable: false,
    });
  });

  it("looks through a union of one", () => {
    expect(branches({ oneOf: [to("text"), nothing] })).toEqual({
      branches: [text],
      nullable: true,
    });
    expect(branches({ oneOf: [to("maybeText")] })).toEqual({
      branches: [maybeText],
      nullable: true,
    });
    expect(branches({ oneOf: [text] })).toEqual({ branches: [text], nullable: false });
    expect(branches({ oneOf: [{ anyOf: [cat, dog] }, nothing] })).toEqual({
      branches: [cat, dog],
      nullable: true,
    });
  });

  it("has no branch where only null may stand", () => {
    expect(branches({ oneOf: [nothing] })).toEqual({ branches: [], nullable: true });
  });

  it("keeps the discriminator of a union", () => {
    const discriminator = { propertyName: "kind" };
    expect(branches({ oneOf: [cat, dog], discriminator })).toEqual({
      branches: [cat, dog],
      nullable: false,
      discriminator,
    });
    expect(branches({ oneOf: [cat, dog] })).not.toHaveProperty("discriminator");
  });
});

describe("branchTag", () => {
  it.each<[string, Schema, string, string | undefined]>([
    ["a const", cat, "kind", "cat"],
    ["an enum of one", dog, "kind", "dog"],
    ["references", to("cow"), "kind", "cow"],
    ["an enum of two", { properties: { kind: { enum: ["a", "b"] } } }, "kind", undefined],
    ["a property that is free", cat, "name", undefined],
    ["no such property", cat, "colour", undefined],
    ["no properties", text, "kind", undefined],
  ])("reads the tag of a branch with %s", (_, branch, property, tag) => {
    expect(branchTag(description, branch, property)).toBe(tag);
  });
});

describe("tagProperty", () => {
  const tagOf = (...branches: Schema[]) => tagProperty(description, { branches, nullable: false });

  it("finds the property that is constant in each branch", () => {
    expect(tagOf(cat, to("dog"))).toBe("kind");
    expect(tagOf(to("cow"), cat)).toBe("kind");
  });

  it("finds none where one branch has no constant of that name", () => {
    expect(tagOf(cat, text)).toBeUndefined();
    expect(tagOf(text, cat)).toBeUndefined();
  });

  it("finds none where there is no branch", () => {
    expect(tagOf()).toBeUndefined();
  });

  it("believes the discriminator", () => {
    const discriminator = { propertyName: "name" };
    expect(tagProperty(description, { branches: [cat, dog], nullable: false, discriminator })).toBe(
      "name",
    );
  });

  it("tells the entities of the bundled contract apart", () => {
    const entity = shapeOf(contract, { $ref: "#/components/schemas/Entity" });
    const tag = tagProperty(contract, { branches: entity.branches, nullable: false });
    expect(tag).toBe("type");
    expect(entity.branches.map((branch) => branchTag(contract, branch, "type"))).toEqual([
      "company",
      "person",
      "article",
      "research_paper",
      "custom",
    ]);
  });
});
