import { describe, expect, it } from "vitest";
import type { Json } from "../../findings/finding.ts";
import { diffSpecs } from "../diff-specs.ts";
import type { JsonObject, OpenApiDocument } from "../document.ts";
import { description } from "../rules/rules.test-cases.ts";

type Place = "callback" | "webhook";
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const event = (id: JsonObject): JsonObject => ({ type: "object", properties: { id } });

/** A call that sends an event by reference, and takes what it refers to. */
const post = (more: JsonObject = {}): JsonObject => ({
  requestBody: json(ref("Event")),
  responses: { "200": { description: "Taken", ...json(ref("Answer")) } },
  security: [{ key: [] }, { bearer: [], key: [] }],
  ...more,
});

function calling(place: Place, item: Json, schemas: JsonObject = {}): OpenApiDocument {
  const root = {
    components: {
      schemas: { Event: event({ type: "string" }), Answer: event({ type: "string" }), ...schemas },
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "key" },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
    ...(place === "webhook" && { webhooks: { done: item } }),
  };
  if (place === "webhook") return description({ root });
  return description({ root, operation: { callbacks: { done: { "{$url}": item } } } });
}

describe.each<Place>(["callback", "webhook"])("a %s", (place) => {
  const whole = calling(place, { post: post() });
  const compared = (revision: OpenApiDocument) =>
    diffSpecs(whole, revision).findings.map(({ id, args }) => [id, args.what ?? args.property]);
  const changed = place === "webhook" ? "webhook-changed" : "api-callback-changed";
  const header = { name: "signature", in: "header", schema: { type: "string" } };

  it.each<[what: string, item: Json]>([
    ["text", { summary: "When done", post: post({ description: "Called when done" }) }],
    [
      "the order of who is let in",
      { post: post({ security: [{ key: [], bearer: [] }, { key: [] }] }) },
    ],
    [
      "what a reference leads to in its place",
      {
        post: post({
          requestBody: json(event({ type: "string" })),
          responses: { "200": { description: "Taken", ...json({ allOf: [ref("Answer")] }) } },
        }),
      },
    ],
  ])("is the same with another way to write %s", (_, item) => {
    expect(compared(calling(place, item))).toEqual([]);
  });

  it("is the same with its parameters at the path item", () => {
    const [inside, outside] = [
      calling(place, { post: post({ parameters: [header] }) }),
      calling(place, { parameters: [header], post: post() }),
    ];
    expect(diffSpecs(inside, outside).findings).toEqual([]);
  });

  it("tells what changed behind a reference in what it sends", () => {
    const revision = calling(place, { post: post() }, { Event: event({ type: "integer" }) });
    expect(compared(revision)).toEqual([["callback-property-type-changed", "id"]]);
  });

  it.each<[what: string, item: Json, schemas?: JsonObject]>([
    ["responses", { post: post() }, { Answer: event({ type: "integer" }) }],
    ["security", { post: post({ security: [{ key: [] }] }) }],
    ["parameters", { parameters: [header], post: post() }],
  ])("tells that its %s changed", (what, item, schemas) => {
    expect(compared(calling(place, item, schemas))).toEqual([[changed, what]]);
  });

  it("that cannot be read is neither gone nor new", () => {
    const unreadable = calling(place, { $ref: "#/components/pathItems/None" });
    for (const [a, b] of [
      [whole, unreadable],
      [unreadable, whole],
    ] as const) {
      const { findings, notCompared } = diffSpecs(a, b);
      expect(findings).toEqual([]);
      expect(notCompared.map(({ id }) => id)).toEqual(["description-invalid"]);
    }
  });
});

describe("a finding about a webhook", () => {
  it("names it as its operation, and in its sentence", () => {
    const [base, revision] = [
      calling("webhook", { post: post() }),
      calling("webhook", { post: post() }, { Event: event({ type: "integer" }) }),
    ];
    expect(diffSpecs(base, revision).findings).toMatchObject([
      { operation: "POST webhook done", args: { call: "webhook", callback: "done" } },
    ]);
  });
});
