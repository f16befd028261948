import type { Exchange } from "../findings/exchange.ts";
import type { Finding, Json, Rule } from "../findings/finding.ts";
import { below } from "../json/pointer.ts";

/** The rows of `checkEcho`, for the table of rules. */
export const echoRules: readonly Rule[] = [
  {
    id: "response-echo-id",
    level: "error",
    direction: "response",
    area: "echo",
    text: "The answer is about {id} (externalId {externalId}), not about {asked}, which was asked for",
    values: ["id", "externalId", "asked"],
  },
  {
    id: "response-echo-metadata",
    level: "error",
    direction: "response",
    area: "echo",
    text: "The metadata in the answer does not carry the value that was sent for {key}",
    values: ["key"],
  },
];

/**
 * Holds a successful answer to its question: it is about the Webset that was asked for, by id or externalId, and
 * carries the metadata that was sent. Whether the API merges or replaces is undocumented, so other keys may be there.
 * Bodies that are not JSON objects are for other rules.
 */
export function checkEcho(request: Exchange["request"], response: Exchange["response"]): Finding[] {
  const segment = /\/v0\/websets\/([^/?#]+)(?:[?#]|$)/.exec(request.url)?.[1];
  const webset = object(parse(response.body));
  if (
    segment === undefined ||
    webset === undefined ||
    response.status < 200 ||
    response.status > 299
  )
    return [];
  const asked = decode(segment);
  const findings: Finding[] = [];
  const add = (id: string, location: string, args: Finding["args"]) =>
    findings.push({ id, level: "error", operation: "POST /v0/websets/{id}", location, args });
  const { id = null, externalId = null, metadata } = webset;
  if (id !== asked && externalId !== asked)
    add("response-echo-id", "/response/body/id", { asked, id, externalId });
  const stored = object(metadata) ?? {};
  for (const [key, value] of Object.entries(object(object(parse(request.body))?.metadata) ?? {})) {
    if (Object.hasOwn(stored, key) && stored[key] === value) continue;
    add("response-echo-metadata", below("/response/body/metadata", key), { key });
  }
  return findings;
}

function parse(text: string | null | undefined): Json | undefined {
  try {
    return JSON.parse(text ?? "") as Json;
  } catch {
    return undefined;
  }
}

function object(value: Json | undefined): { readonly [key: string]: Json } | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json }) // Array.isArray does not narrow a readonly array away
    : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
