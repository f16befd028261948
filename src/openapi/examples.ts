import type { Exchange } from "../findings/exchange.ts";
import type { Json } from "../findings/finding.ts";
import {
  type Description,
  type Exemplified,
  type MediaType,
  type Message,
  type NamedOperation,
  type Parameter,
  resolve,
  type Schema,
} from "./description.ts";
import { writePath, writeQuery } from "./write-url.ts";

/** The values of the named examples, or of the one without a name: `example`. */
export function examplesOf(
  description: Description,
  { example, examples = {} }: Exemplified,
): Record<string, Json> {
  const named = Object.entries(examples).flatMap(([name, one]) => {
    const { value } = resolve(description, one);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...(example !== undefined && { example }), ...Object.fromEntries(named) };
}

/** Which of the examples an exchange is made of; the first one where nothing is said. */
export interface Choice {
  readonly status: number;
  readonly request?: string;
  readonly response?: string;
}

/**
 * An exchange made of nothing but the contract's own examples; where it has none, of the simplest value that the
 * schema names. Credentials are `REDACTED`. No server ever answered it.
 * @param everything also what is optional: every query parameter and header that has an example.
 */
export function exampleExchange(
  description: Description,
  { method, path, operation, parameters }: NamedOperation,
  { status, request, response }: Choice,
  everything = false,
): Exchange {
  const given = (place: string) =>
    parameters
      .filter((one) => one.in === place && (one.required || everything))
      .map((parameter) => ({ parameter, value: parameterValue(description, parameter) }));
  const answer = resolve(description, operation.responses?.[status] ?? {});
  const sent = bodyOf(description, operation.requestBody, request);
  const got = bodyOf(description, answer, response);
  const headers = Object.entries(answer.headers ?? {}).flatMap(([name, one]) => {
    const header = resolve(description, one);
    const value = Object.values(examplesOf(description, header))[0];
    if (value === undefined && !header.required) return [];
    return [[name.toLowerCase(), String(value ?? parameterValue(description, header))] as const];
  });
  const base = description.servers?.[0]?.url.replace(/\/+$/, "") ?? "";
  return {
    request: {
      method,
      url: base + writePath(path, given("path")) + writeQuery(given("query")),
      headers: {
        ...Object.fromEntries(
          given("header").map(({ parameter, value }) => [
            (parameter.name ?? "").toLowerCase(),
            String(value),
          ]),
        ),
        ...credentials(description, operation.security ?? description.security ?? []),
        ...(sent && { "content-type": sent.type }),
      },
      body: sent ? sent.text : null,
    },
    response: {
      status,
      headers: {
        // Every answer has a date (RFC 9110, section 6.6.1); without any header it would look as if none was recorded.
        date: "Thu, 01 Jan 1970 00:00:00 GMT",
        ...Object.fromEntries(headers),
        ...(got && { "content-type": got.type }),
      },
      body: got && method !== "HEAD" ? got.text : null,
    },
  };
}

function bodyOf(
  description: Description,
  message: Message | undefined,
  choice: string | undefined,
): { type: string; text: string } | undefined {
  const content = Object.entries(message ? (resolve(description, message).content ?? {}) : {});
  const [type, media] = content[0] ?? [];
  if (type === undefined || media === undefined) return undefined;
  const examples = examplesOf(description, media);
  const value =
    (choice === undefined ? Object.values(examples)[0] : examples[choice]) ??
    sampleOf(description, media.schema ?? {});
  return { type, text: writeBody(type, value) };
}

/** A value as a body of the media type: JSON, a form's fields, or text. */
function writeBody(type: string, value: Json): string {
  if (/^application\/x-www-form-urlencoded/i.test(type) && isObject(value)) {
    const pairs = Object.entries(value).flatMap(([name, one]) =>
      [one]
        .flat()
        .map((item) => [name, typeof item === "object" ? JSON.stringify(item) : `${item}`]),
    );
    return new URLSearchParams(pairs).toString();
  }
  return typeof value === "string" && !/json/i.test(type) ? value : JSON.stringify(value);
}

/** The value that a parameter has in an example. */
export function parameterValue(description: Description, parameter: Parameter): Json {
  const [example] = Object.values(examplesOf(description, parameter));
  const [media]: (MediaType | undefined)[] = Object.values(parameter.content ?? {});
  return example ?? sampleOf(description, parameter.schema ?? media?.schema ?? {});
}

/** The headers that a request's first alternative of security asks for. */
function credentials(
  { components }: Description,
  security: readonly Readonly<Record<string, unknown>>[],
): Record<string, string> {
  const headers = Object.keys(security[0] ?? {}).map((name) => {
    const scheme = components?.securitySchemes?.[name];
    if (scheme?.type === "apiKey") return [(scheme.name ?? "").toLowerCase(), "REDACTED"];
    const isBasic = scheme?.scheme?.toLowerCase() === "basic";
    return ["authorization", `${isBasic ? "Basic" : "Bearer"} REDACTED`];
  });
  return Object.fromEntries(headers);
}

/** The simplest value that a schema names: an example, a constant, a first choice, or nothing much of its type. */
export function sampleOf(description: Description, start: Schema, depth = 0): Json {
  const schema: Schema & { examples?: Json[]; default?: Json; required?: string[] } = resolve(
    description,
    start,
  );
  const [said] = [
    ...(schema.examples ?? []),
    schema.const,
    ...(schema.enum ?? []),
    schema.default,
  ].filter((one) => one !== undefined);
  if (said !== undefined) return said;
  const [branch] = schema.oneOf ?? schema.anyOf ?? [];
  if (branch) return sampleOf(description, branch, depth);
  const parts = [...(schema.allOf ?? []).map((one) => resolve(description, one)), schema];
  const [type] = parts.flatMap((one) => one.type ?? []);
  if (type === "object" || parts.some((one) => one.properties)) {
    const properties = Object.assign({}, ...parts.map((one) => one.properties ?? {}));
    const required = parts.flatMap((one) => (one as typeof schema).required ?? []);
    return Object.fromEntries(
      required.map((name) => [
        name,
        depth > 8 ? null : sampleOf(description, properties[name] ?? {}, depth + 1),
      ]),
    );
  }
  if (type === "array") return [];
  if (type === "number" || type === "integer")
    return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
  if (type === "boolean") return true;
  if (type === "null") return null;
  return textOf(schema);
}

function textOf({ format, minLength = 0 }: Schema): string {
  const known: Readonly<Record<string, string>> = {
    "date-time": "2025-01-01T00:00:00.000Z",
    date: "2025-01-01",
    uri: "https://example.com/",
    uuid: "00000000-0000-4000-8000-000000000000",
    email: "someone@example.com",
  };
  return known[format ?? ""] ?? "text".padEnd(minLength, "x");
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
