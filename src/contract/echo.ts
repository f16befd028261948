import type { Exchange } from "../findings/exchange.ts";
import type { Finding, Json, Rule } from "../findings/finding.ts";
import { below, namesOf } from "../json/pointer.ts";
import { headerOf } from "./check-parameters.ts";
import type { Match } from "./match-operation.ts";
import type { Echo } from "./operation.ts";
import { decodeForm, decodePercent, readJson, readPairs } from "./read-parameter.ts";
import { Side } from "./side.ts";

/** The rows of `checkEcho`, for the table of rules. */
export const echoRules: readonly Rule[] = [
  {
    id: "response-echo-parameter",
    level: "error",
    direction: "response",
    area: "echo",
    text: "The answer is about {actual}, not about {asked}, which was asked for as {name}",
    values: ["actual", "asked"],
  },
  {
    id: "response-echo-body",
    level: "error",
    direction: "response",
    area: "echo",
    text: "The answer does not carry the value that was sent for {field}",
  },
];

/**
 * Holds a successful answer to its question, as the operation's `x-echo` says: it is about the thing that was asked
 * for, and carries what was sent. Of an object that was sent each member must be there; others may be, too.
 * Null and what was not sent ask for nothing. Bodies that are not JSON objects are for other rules.
 */
export function checkEcho(
  match: Match,
  request: Exchange["request"],
  response: Exchange["response"],
): Finding[] {
  const { echo = [], name } = match.operation;
  const answer = echo.length > 0 ? parse(response.body) : undefined;
  if (!isObject(answer) || response.status < 200 || response.status > 299) return [];
  const side = new Side("response", name);
  for (const one of echo) {
    const places = one.response.map((pointer) => ({ pointer, value: find(answer, pointer) }));
    const sent = valueSent(one, match, request);
    if (sent === undefined || sent === null) continue;
    if (one.request.in === "body") checkSent(side, one.request.pointer, sent, places);
    else checkAsked(side, one.request.name, String(sent), places);
  }
  return side.findings;
}

type Place = { readonly pointer: string; readonly value: Json | undefined };

/** A parameter is text, whatever the answer has. */
function checkAsked(side: Side, name: string, asked: string, places: readonly Place[]): void {
  if (places.some(({ value }) => value !== undefined && value !== null && String(value) === asked))
    return;
  const actual = places.map(({ value }) => value ?? null);
  side.add("echo-parameter", `/body${places[0]?.pointer ?? ""}`, { name, asked, actual });
}

function checkSent(side: Side, pointer: string, sent: Json, places: readonly Place[]): void {
  const parts = isObject(sent)
    ? Object.entries(sent).map(([key, value]) => ({ key: [key], value }))
    : [{ key: [] as string[], value: sent }];
  for (const { key, value } of parts) {
    const tail = key.reduce(below, "");
    if (places.some((place) => equal(find(place.value, tail), value))) continue;
    side.add("echo-body", `/body${places[0]?.pointer ?? ""}${tail}`, { field: pointer + tail });
  }
}

function valueSent(
  { request: asked }: Echo,
  { operation, path, query }: Match,
  request: Exchange["request"],
): Json | undefined {
  switch (asked.in) {
    case "body":
      return find(parse(request.body), asked.pointer);
    case "path": {
      const index = operation.pathParameters.findIndex(({ name }) => name === asked.name);
      return decodePercent(path[index] ?? "");
    }
    case "query": {
      const found = readPairs(query).find(([name]) => name === asked.name);
      return found && decodeForm(found[1]);
    }
    case "header":
      return headerOf(request.headers, asked.name.toLowerCase());
  }
}

/** The value at a pointer; only own properties count. */
function find(value: Json | undefined, pointer: string): Json | undefined {
  return namesOf(pointer).reduce<Json | undefined>((at, name) => {
    return typeof at === "object" && at !== null && Object.hasOwn(at, name)
      ? (at as Readonly<Record<string, Json>>)[name]
      : undefined;
  }, value);
}

const equal = (a: Json | undefined, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

const parse = (text: string | null | undefined): Json | undefined =>
  readJson(text ?? "") as Json | undefined; // what JSON.parse gives

const isObject = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
