import type { Exchange } from "../findings/exchange.ts";
import type { Finding, Json } from "../findings/finding.ts";
import { below } from "../json/pointer.ts";
import { isJson, parseMediaType } from "../openapi/media-type.ts";
import type { Content, Headers } from "./operation.ts";
import { bodyRule, levelOf } from "./rule-id.ts";
import type { Check, Violation } from "./violation.ts";

/** Hears the value of each body that was parsed, so that whoever else needs it need not parse it again. */
export type OnBody = (direction: "request" | "response", value: unknown) => void;

/** Collects the findings of one side of an exchange. */
export class Side {
  readonly direction: "request" | "response";
  readonly operation: string;
  readonly findings: Finding[] = [];
  readonly onBody: OnBody | undefined;

  readonly status: { readonly status?: number };

  /** @param status of the response; each of its findings says it. */
  constructor(
    direction: "request" | "response",
    operation: string,
    onBody?: OnBody,
    status?: number,
  ) {
    this.direction = direction;
    this.operation = operation;
    this.onBody = onBody;
    this.status = status === undefined ? {} : { status };
  }

  /** Adds a finding of the rule `direction-what`, at a place below the side. */
  add(what: string, place: string, args: Record<string, Json> = {}): void {
    const id = `${this.direction}-${what}`;
    this.findings.push({
      id,
      level: levelOf(id),
      operation: this.operation,
      location: `/${this.direction}${place}`,
      args: { ...args, ...this.status },
    });
  }
}

/** A header's value; names are compared in any case (RFC 9110, section 5.1). */
export function headerOf(
  headers: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const direct = headers[name];
  if (direct !== undefined) return direct;
  for (const key of Object.keys(headers)) if (key.toLowerCase() === name) return headers[key];
  return undefined;
}

/** Holds the headers that were sent to the documented ones. */
export function checkHeaders(
  side: Side,
  documented: Headers,
  sent: Readonly<Record<string, string>>,
): void {
  for (const key of Object.keys(sent)) {
    const name = key.toLowerCase();
    const header = Object.hasOwn(documented, name) ? documented[name] : undefined;
    if (header === undefined) continue;
    const violations: Violation[] = [];
    header.check(readHeader(sent[key] ?? "", header.as), violations);
    for (const { keyword } of violations) {
      side.add("header-invalid", below("/headers", name), { name, keyword });
    }
  }
  for (const name in documented) {
    if (documented[name]?.required && headerOf(sent, name) === undefined) {
      side.add("header-missing", below("/headers", name), { name });
    }
  }
}

/** A header is text; where its schema asks for a number or a boolean, that is how it is read. */
function readHeader(text: string, as: "string" | "number" | "boolean"): unknown {
  const trimmed = text.trim();
  if (as === "number" && /^[+-]?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  if (as === "boolean" && /^(true|false)$/.test(trimmed)) return trimmed === "true";
  return text;
}

/** What is looked at of a message, apart from its status or URL. */
type Message = Pick<Exchange["request"], "headers" | "body" | "gaps">;

/** Holds a body to the documented ones: its presence, its media type, its JSON, its schema; each as far as it is known. */
export function checkBody(
  side: Side,
  content: Content,
  { headers, body, gaps }: Message,
  required: boolean,
): void {
  const allowed = Object.keys(content);
  // Without headers, a body is taken for what the contract has there.
  const contentType = headerOf(headers, "content-type") ?? (gaps?.headers && allowed[0]);
  if (gaps?.body) {
    if (allowed.length === 0 || contentType === undefined) return;
    const found = findCheck(side, content, contentType);
    if (found && gaps.body === "not-utf8" && isJson(found.type)) side.add("body-encoding", "/body");
  } else if (body === undefined || body === null || body === "") {
    if (allowed.length > 0 && required) side.add("body-missing", "/body");
  } else if (allowed.length === 0) {
    side.add("body-unexpected", "/body");
  } else if (contentType === undefined) {
    side.add("media-type-missing", "/headers/content-type", { allowed });
  } else {
    const found = findCheck(side, content, contentType);
    if (found) checkText(side, found.type, found.check, body);
  }
}

/** The check for a media type; one that is not documented is a finding. */
function findCheck(
  side: Side,
  content: Content,
  contentType: string,
): { readonly type: string; readonly check: Check } | undefined {
  const type = parseMediaType(contentType);
  const check = type === undefined ? undefined : checkFor(content, type);
  if (type !== undefined && check !== undefined) return { type, check };
  const args = { actual: contentType, allowed: Object.keys(content) };
  side.add("media-type-undocumented", "/headers/content-type", args);
  return undefined;
}

function checkText(side: Side, type: string, check: Check, body: string): void {
  const value = isJson(type) ? parseJson(body) : body;
  if (value === undefined) {
    side.add("body-malformed", "/body");
    return;
  }
  side.onBody?.(side.direction, value);
  const violations: Violation[] = [];
  check(value, violations);
  for (const { keyword, pointer, args } of violations) {
    const field = pointer || "The body";
    side.add(bodyRule(keyword), `/body${pointer}`, { field, ...args });
  }
}

/** The most specific documented type that fits; ranges such as `text/*` are allowed (OpenAPI 3.1, section 4.8.14). */
const checkFor = (content: Content, type: string): Check | undefined =>
  content[type] ?? content[`${type.split("/")[0]}/*`] ?? content["*/*"];

/** The value of a JSON text, undefined if it is none. The parser's message quotes the text, so it is not passed on. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
