import { isJson, parseMediaType } from "../openapi/media-type.ts";
import type { Content } from "./operation.ts";
import { readJson } from "./read-parameter.ts";
import type { Side } from "./side.ts";
import { type Check, Violations } from "./violation.ts";

/** Hears the value of each body that was parsed, so that whoever else needs it need not parse it again. */
export type OnBody = (direction: "request" | "response", value: unknown) => void;

/** Holds a body to the documented ones: its presence, its media type, its JSON, its schema. */
export function checkBody(
  side: Side,
  content: Content,
  contentType: string | undefined,
  body: string | null | undefined,
  required: boolean,
  onBody?: OnBody,
): void {
  const allowed = Object.keys(content);
  if (body === undefined || body === null || (body === "" && !isText(contentType))) {
    if (allowed.length > 0 && required) side.add("body-missing", "/body");
  } else if (allowed.length === 0) {
    if (body !== "") side.add("body-unexpected", "/body");
  } else if (contentType === undefined) {
    side.add("media-type-missing", "/headers/content-type", { allowed });
  } else {
    checkContent(side, content, contentType, body, onBody);
  }
}

/** Of text, and of a form, "" is a value; of JSON it is none. */
function isText(contentType: string | undefined): boolean {
  const type = contentType === undefined ? undefined : parseMediaType(contentType);
  return type !== undefined && /^text\/|^application\/x-www-form-urlencoded$/.test(type);
}

function checkContent(
  side: Side,
  content: Content,
  contentType: string,
  body: string,
  onBody?: OnBody,
): void {
  const type = parseMediaType(contentType);
  const check = type === undefined ? undefined : checkFor(content, type);
  if (type === undefined || check === undefined) {
    const args = { actual: contentType, allowed: Object.keys(content) };
    side.add("media-type-undocumented", "/headers/content-type", args);
    return;
  }
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
