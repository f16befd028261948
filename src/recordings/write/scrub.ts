import type { Exchange } from "../../findings/exchange.ts";
import {
  type Description,
  jsonSchema,
  type Message,
  type NamedOperation,
  type Operation,
  operationsOf,
  resolve,
  type Schema,
} from "../../openapi/description.ts";
import { parseMediaType } from "../../openapi/media-type.ts";
import { scrubValue } from "./scrub-body.ts";
import { StandIns, standInText } from "./stand-ins.ts";

/** Media types that say nothing about anybody; the contract's are among them. */
const knownTypes = new Set([
  "application/json",
  "application/problem+json",
  "application/xml",
  "application/octet-stream",
  "text/html",
  "text/plain",
  "text/event-stream",
]);

/** Headers that are kept where their value is what it should be; every other that the contract lacks is dropped. */
const keptHeaders: ReadonlyMap<string, RegExp> = new Map([
  ["retry-after", /^\d+$/],
  ["x-ratelimit-limit", /^\d+$/],
  ["x-ratelimit-remaining", /^\d+$/],
  ["x-ratelimit-reset", /^\d+$/],
  ["ratelimit-limit", /^\d+$/],
  ["ratelimit-remaining", /^\d+$/],
  ["ratelimit-reset", /^\d+$/],
  ["ratelimit-policy", /^\d+;w=\d+$/],
]);

/** Makes exchanges fit to be shown: the same id has the same stand-in in all of them. */
export interface Scrubber {
  /**
   * An allow-list: everything that is not known to be harmless is left out or replaced by something of its kind, and
   * checking the result finds what checking the exchange finds.
   * @param operation `METHOD /path/{template}`
   */
  scrub(operation: string, exchange: Exchange): Exchange;
  /** Names that the contract does not know and that were kept, since they look like names of fields: to be looked at. */
  keptNames(): readonly string[];
}

/** A scrubber for a bundled contract (`generated/openapi.json`). */
export function createScrubber(description: Description): Scrubber {
  const operations = new Map(operationsOf(description).map((one) => [one.name, one]));
  const names = new StandIns();
  const kept = new Set<string>();
  const base = description.servers?.[0]?.url ?? "";

  function body(text: string | null | undefined, message: Message | undefined): string | undefined {
    if (text === undefined || text === null || text === "") return undefined;
    const schema: Schema = (message && jsonSchema(description, message)) ?? {};
    try {
      return JSON.stringify(scrubValue(description, schema, JSON.parse(text), names, kept));
    } catch {
      return "scrubbed"; // which is no JSON either
    }
  }

  function headers(
    all: Exchange["request"]["headers"],
    message: Message | undefined,
    credentials: readonly string[],
  ) {
    const documented = new Set(
      Object.keys(message?.headers ?? {}).map((name) => name.toLowerCase()),
    );
    const result: Record<string, string> = Object.create(null);
    for (const [given, value] of Object.entries(all)) {
      const name = given.toLowerCase();
      if (name === "content-type") result[name] = mediaType(value);
      else if (credentials.includes(name)) result[name] = "REDACTED";
      else if (name === "x-request-id") result[name] = names.name("id", value);
      else if (keptHeaders.get(name)?.test(value)) result[name] = value;
      else if (documented.has(name)) result[name] = "scrubbed";
    }
    return result;
  }

  return {
    scrub(name, { request, response }) {
      const named = operations.get(name) ?? { operation: {}, path: "/", parameters: [] };
      const operation: Operation = named.operation;
      const answer = operation.responses?.[response.status];
      const documented = answer && resolve(description, answer);
      const sent = body(request.body, operation.requestBody);
      const got = body(response.body, documented);
      return {
        request: {
          method: request.method,
          url: `${base}${path(description, named, request.url, names)}`,
          headers: headers(request.headers, undefined, credentialHeaders(description)),
          ...(sent !== undefined && { body: sent }),
          ...(request.gaps && { gaps: request.gaps }),
        },
        response: {
          status: response.status,
          headers: headers(response.headers, documented, []),
          ...(got !== undefined && { body: got }),
          ...(response.gaps && { gaps: response.gaps }),
        },
      };
    },
    keptNames: () => [...kept].sort(),
  };
}

/** The path with stand-ins for its parameters, and a query in which only what the contract knows keeps its name. */
function path(
  description: Description,
  { path: template, parameters }: Pick<NamedOperation, "path" | "parameters">,
  url: string,
  names: StandIns,
): string {
  const segments = template.split("/");
  const [before = "", query = ""] = url.replace(/#.*$/s, "").split(/\?(.*)/s);
  const actual = before.split("/").slice(-(segments.length - 1));
  const filled = segments.map((part, index) => {
    if (!/^\{.*\}$/.test(part)) return part;
    return names.name("id", decode(actual[index - 1] ?? ""));
  });
  const asked = [...new URLSearchParams(query)].map(([name, value]) => {
    const known = parameters.find((one) => one.in === "query" && one.name === name);
    if (!known) return `${names.name("key", name)}=scrubbed`;
    return `${encodeURIComponent(name)}=${scrubText(description, known.schema ?? {}, value)}`;
  });
  return filled.join("/") + (asked.length > 0 ? `?${asked.join("&")}` : "");
}

/** A parameter's text: what the schema names, and numbers where it has numbers, stay; all else is replaced alike. */
function scrubText(description: Description, start: Schema, text: string): string {
  const schema = resolve(description, start);
  const items = typeof schema.items === "object" ? schema.items : undefined;
  if (items) {
    return text
      .split(",")
      .map((item) => scrubText(description, items, item))
      .join(",");
  }
  if (schema.const === text || schema.enum?.includes(text)) return encodeURIComponent(text);
  const isNumber = [schema.type].flat().some((type) => type === "number" || type === "integer");
  if (isNumber && /^-?\d{1,9}(\.\d{1,3})?$/.test(text)) return text;
  return text === "" ? "" : encodeURIComponent(standInText(text, isNumber ? {} : schema));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function mediaType(value: string): string {
  const type = parseMediaType(value);
  if (type === undefined) return "scrubbed";
  const charset = /;\s*charset=utf-8\s*$/i.test(value) ? "; charset=utf-8" : "";
  return `${knownTypes.has(type) ? type : "application/x-scrubbed"}${charset}`;
}

function credentialHeaders({ components }: Description): string[] {
  const schemes = Object.values(components?.securitySchemes ?? {});
  return schemes.flatMap((scheme) =>
    scheme.in === "header" && scheme.name ? [scheme.name.toLowerCase()] : [],
  );
}
