import type { Finding, Json, Rule } from "../findings/finding.ts";
import { clipText } from "./escape.ts";

/** Values come from the wire and may be megabytes; a report shows their beginning. */
const maxText = 300;
/** A name in a location. */
const maxName = 80;
const maxLocation = 1000;

const typeNames: readonly string[] = ["string", "number", "boolean", "object", "array", "null"];

/**
 * What stands in a report for a value that may be somebody's: its type, and a text's length in characters. The same
 * value has the same shape everywhere. `true`, `false`, `null` and a type's name stand for themselves.
 */
export function shapeOf(value: unknown): string {
  if (typeof value === "string")
    return typeNames.includes(value) ? value : `string of ${[...value].length}`;
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `array of ${value.length}`;
  return typeof value;
}

/**
 * The finding as it may be shown: the args that its rule names as values become shapes, unless they were asked for;
 * the field in its sentence is folded like its location; what is long is cut.
 * @param location the finding's, folded
 */
export function presentable(
  finding: Finding,
  rule: Rule,
  location: string,
  showValues: boolean,
): Finding {
  const args: [string, Json][] = Object.entries(finding.args).map(([name, value]) => {
    if (name === "field") return [name, clipPointer(folded(value, finding.location, location))];
    const isHidden = !showValues && rule.values?.includes(name);
    return [name, clipValue(isHidden ? shapesOf(value) : value)];
  });
  return { ...finding, location: clipPointer(location), args: Object.fromEntries(args) };
}

/** Of several values each has its shape. */
const shapesOf = (value: Json): Json =>
  Array.isArray(value) ? value.map((one: Json) => shapeOf(one)) : shapeOf(value);

/** The field and the location end alike: what is folded in the one is folded in the other. */
function folded(field: Json, location: string, foldedLocation: string): string {
  const text = typeof field === "string" ? field : JSON.stringify(field);
  const [names, found, like] = [text, location, foldedLocation].map((path) =>
    path.split("/").reverse(),
  ) as [string[], string[], string[]];
  const end = names.findIndex((name, index) => name !== found[index]);
  const same = end < 0 ? names.length : end;
  return [...like.slice(0, same), ...names.slice(same)].reverse().join("/");
}

/** Each name of a pointer, and the whole, cut to a length that can be read. */
export function clipPointer(pointer: string): string {
  if (pointer.length <= maxName) return pointer;
  const names = pointer.split("/").map((name) => clipText(name, maxName));
  return clipText(names.join("/"), maxLocation);
}

function clipValue(value: Json): Json {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > maxText ? clipText(text, maxText) : value;
}
