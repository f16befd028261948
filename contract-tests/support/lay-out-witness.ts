import { checkExchange, matchOperation } from "../../src/contract/index.ts";
import type { Exchange } from "../../src/findings/exchange.ts";
import { below } from "../../src/json/pointer.ts";
import {
  type Description,
  jsonSchema,
  operationsOf,
  resolve,
  type Schema,
  shapeOf,
} from "../../src/openapi/description.ts";
import type { RecordedExchange } from "../../src/recordings/recorded.ts";
import type { Testimony } from "../witnesses.ts";
import { type Change, change } from "./change.ts";
import { branchOf } from "./places.ts";
import { nameOf } from "./recordings.ts";

/** A place in a recorded body. */
interface Place {
  readonly pointer: string;
  /** The same for the same place of a component, wherever that is met: `schemas/Thing/name`. */
  readonly about: string;
  readonly schema: Schema;
  readonly value: unknown;
}

/**
 * Lines for every place of the recordings that no line speaks of yet: what is missing, null, of another type, or just
 * inside and outside its limits. What they expect is what the contract says today, so they are for a person to compare
 * with the facts before they are kept.
 */
export function layOutWitness(
  description: Description,
  recordings: readonly RecordedExchange[],
  known: readonly Testimony[],
): Testimony[] {
  const spokenOf = new Set<string>();
  const places = recordings.map(({ exchange }) => placesOf(description, exchange));
  const byName = new Map(recordings.map((one, index) => [nameOf(one.source), index]));
  for (const { from = "every-property.har entry 0", at } of known) {
    const place = places[byName.get(from) ?? -1]?.find(({ pointer }) => pointer === at);
    if (place) spokenOf.add(place.about);
  }
  return recordings.flatMap(({ exchange, source }, index) =>
    (places[index] ?? []).flatMap(({ pointer, about, schema, value }) => {
      if (spokenOf.has(about)) return [];
      spokenOf.add(about);
      return changesOf(description, schema, value).flatMap((what): Testimony[] => {
        const expect = verdict(exchange, pointer, what);
        return expect ? [{ from: nameOf(source), at: pointer, ...what, expect }] : [];
      });
    }),
  );
}

/** What the checks find at the place: one thing or nothing. Undefined where it is more: another line says that better. */
function verdict(exchange: Exchange, at: string, what: Change): string | undefined {
  const findings = checkExchange(change(exchange, at, what));
  const ids = new Set(findings.map(({ id }) => id));
  if (ids.size > 1 || findings.some(({ location }) => location !== at)) return undefined;
  return [...ids][0] ?? "accepted";
}

function changesOf(description: Description, start: Schema, value: unknown): Change[] {
  const [schema, more] = shapeOf(description, start).branches.map((one) =>
    resolve(description, one),
  );
  const values: unknown[] = [null, 5, "text", [], {}];
  const lengths: number[] = [];
  if (schema && !more) {
    const { minLength, maxLength, minimum, maximum, exclusiveMinimum, maxItems } = schema;
    if (minLength !== undefined) lengths.push(minLength - 1, minLength);
    if (maxLength !== undefined) lengths.push(maxLength, maxLength + 1);
    if (minimum !== undefined) values.push(minimum - 0.5, minimum);
    if (maximum !== undefined) values.push(maximum, maximum + 0.5);
    if (Array.isArray(value) && maxItems !== undefined && maxItems < 10)
      for (const length of [maxItems, maxItems + 1]) values.push(Array(length).fill(value[0]));
    if (exclusiveMinimum !== undefined) values.push(exclusiveMinimum, exclusiveMinimum + 0.5);
  }
  return [
    { remove: true },
    ...values.map((set) => ({ set })),
    ...lengths.filter((length) => length >= 0).map((length) => ({ length })),
  ];
}

function placesOf(description: Description, exchange: Exchange): Place[] {
  const { request, response } = exchange;
  const name = matchOperation(request.method, request.url)?.name;
  const operation = operationsOf(description).find((one) => one.name === name)?.operation;
  // What was sent is looked at only where it was not refused.
  const sent = response.status < 400 ? operation?.requestBody : undefined;
  const sides = [
    ["/request/body", request.body, sent],
    ["/response/body", response.body, operation?.responses?.[response.status]],
  ] as const;
  return sides.flatMap(([at, body, message]) => {
    const schema = message && jsonSchema(description, message);
    const edge = message?.$ref ?? `${name} ${at === "/request/body" ? "" : response.status}`;
    return schema && body ? [...within(description, schema, JSON.parse(body), at, edge)] : [];
  });
}

function* within(
  description: Description,
  schema: Schema,
  value: unknown,
  pointer: string,
  about: string,
): Generator<Place> {
  yield { pointer, about, schema, value };
  if (typeof value !== "object" || value === null) return;
  const { branches } = shapeOf(description, schema);
  const branch =
    (branches.length === 1 ? branches[0] : branchOf(resolve(description, schema), value)) ?? {};
  const inside = branch.$ref ?? schema.$ref ?? about;
  const own = resolve(description, branch);
  for (const [key, member] of Object.entries(value)) {
    const named = own.properties && Object.hasOwn(own.properties, key);
    const other = Array.isArray(value) ? own.items : own.additionalProperties;
    const at = named ? own.properties?.[key] : other;
    if (typeof at !== "object") continue;
    const place = below(inside, named ? key : "*");
    yield* within(description, at, member, below(pointer, key), place);
  }
}
