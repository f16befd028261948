import type { Exchange } from "../findings/exchange.ts";
import { isJson, parseMediaType } from "../openapi/media-type.ts";
import { headerOf } from "./check-parameters.ts";
import type { Content } from "./operation.ts";
import { readJson } from "./read-parameter.ts";
import type { Side } from "./side.ts";
import { type Check, Violations } from "./violation.ts";

/** Hears the value of each body that was parsed, so that whoever else needs it need not parse it again. */
export type OnBody = (direction: "request" | "response", value: unknown) => void;

/** What is looked at of a message, apart from its status or URL. */
type Message = Pick<Exchange["request"], "headers" | "body" | "gaps">;

/** Holds a body to the documented ones: its presence, media type, JSON and schema, each as far as it is known. */
export function checkBody(
  side: Side,
  content: Content,
  { headers, body, gaps }: Message,
  required: boolean,
  onBody?: OnBody,
): void {
  const allowed = Object.keys(content);
  // Without headers, a body is taken for what the contract has there.
  const contentType = headerOf(headers, "content-type") ?? (gaps?.headers && allowed[0]);
  if (gaps?.body) {
    if (allowed.length === 0 || contentType === undefined) return;
    const found = findCheck(side, content, contentType);
    if (found && gaps.body === "not-utf8" && isJson(found.type)) side.add("body-encoding", "/body");
  } else if (body === undefined || body === null || (body === "" && !isText(contentType))) {
    if (allowed.length > 0 && required) side.add("body-missing", "/body");
  } else if (allowed.length === 0) {
    if (body !== "") side.add("body-unexpected", "/body");
  } else if (contentType === undefined) {
    side.add("media-type-missing", "/headers/content-type", { allowed });
  } else {
    const found = findCheck(side, content, contentType);
    if (found) checkText(side, found.type, found.check, body, onBody);
  }
}

/** Of text, and of a form, "" is a value; of JSON it is none. */
function isText(contentType: string | undefined): boolean {
  const type = contentType === undefined ? undefined : parseMediaType(contentType);
  return type !== undefined && /^text\/|^application\/x-www-form-urlencoded$/.test(type);
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

function checkText(side: Side, type: string, check: Check, body: string, onBody?: OnBody): void {
  const value = isJson(type) ? readJson(body) : body;
  if (value === undefined) {
    side.add("body-malformed", "/body");
    return;
  }
  onBody?.(side.direction, value);
  const violations = new Violations();
  check(value, violations);
  side.addBody(violations);
}

/** The most specific documented type that fits; ranges such as `text/*` are allowed (OpenAPI 3.1, section 4.8.14). */
const checkFor = (content: Content, type: string): Check | undefined =>
  content[type] ?? content[`${type.split("/")[0]}/*`] ?? content["*/*"];
