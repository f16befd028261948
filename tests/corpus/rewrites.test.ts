import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import contract from "../../generated/openapi.json" with { type: "json" };
import { compareWithRewrites, type Outcome, rewriteNames } from "./compare.ts";
import { read } from "./files.ts";
import { rewrites } from "./rewrites.ts";
import type { JsonObject } from "./schema-name.ts";

const upstream = new URL(
  "../../openapi/upstream/exa-websets.2026-03-12.reduced.yaml",
  import.meta.url,
);

/** What a description of 3.0 has that 3.1 has not. */
const version30: JsonObject = {
  openapi: "3.0.3",
  info: { title: "Pets", version: "1" },
  paths: {
    "/a/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        parameters: [
          {
            name: "n",
            in: "query",
            schema: { type: "number", minimum: 0, exclusiveMinimum: true },
          },
        ],
        responses: {
          200: {
            description: "",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind" },
      },
      Cat: {
        type: "object",
        properties: {
          kind: { type: "string" },
          name: { type: "string", nullable: true, enum: ["a", "b"] },
        },
      },
      Dog: {
        type: "object",
        properties: {
          kind: { type: "string" },
          master: { nullable: true, allOf: [{ $ref: "#/components/schemas/Cat" }] },
        },
      },
    },
  },
};

/** Everything that came of comparing the document with its rewrites. */
async function outcomes(document: JsonObject): Promise<(Outcome & { changed: boolean })[]> {
  const all: (Outcome & { changed: boolean })[] = [];
  const text = JSON.stringify(document);
  await compareWithRewrites(document, rewriteNames, (outcome) => {
    if (typeof outcome === "string") return;
    const [, file] = outcome.files;
    all.push({
      ...outcome,
      changed: file.endsWith(".yaml") || JSON.stringify(read(file)) !== text,
    });
  });
  return all;
}

describe.each<[what: string, document: JsonObject]>([
  ["the contract", contract as JsonObject],
  ["the vendor's description", parse(readFileSync(upstream, "utf8"))],
  ["a description of OpenAPI 3.0", version30],
])("%s", (_, document) => {
  it("is written otherwise by each rewrite, which is no change", { timeout: 30_000 }, async () => {
    const all = await outcomes(document);
    expect(all.map(({ rewrite }) => rewrite)).toEqual(rewriteNames);
    expect(all.filter(({ changed }) => !changed).map(({ rewrite }) => rewrite)).toEqual(["itself"]);
    const found = all.flatMap<unknown>(({ failure, findings }) =>
      failure === undefined ? findings : [failure],
    );
    expect(found).toEqual([]);
  });
});

it("rewrites 3.0 to the spellings of 3.1", () => {
  const { openapi, paths, components } =
    rewrites.find(({ name }) => name === "null respelt")?.apply(version30) ?? {};
  expect(openapi).toBe("3.1.0");
  expect(JSON.stringify([paths, components])).not.toMatch(/nullable|exclusiveMinimum":true/);
  expect(components).toMatchObject({
    schemas: {
      Cat: { properties: { name: { type: ["string", "null"], enum: ["a", "b", null] } } },
      Dog: { properties: { master: { anyOf: [{ allOf: [{}] }, { type: "null" }] } } },
    },
  });
});
