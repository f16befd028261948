import { parseJson } from "../../json/parse-json.ts";
import { parseYaml } from "../../json/parse-yaml.ts";
import { ParseFault } from "../../json/parsed.ts";
import type { Waiver } from "./apply.ts";

const required = ["rule", "location", "reason", "expires"] as const;
const known: readonly string[] = [...required, "operation"];

/**
 * Reads a waiver file: a list of `{ rule, location, operation?, reason, expires }`, as YAML where the file's name
 * says so, else as JSON.
 * @throws ParseFault for text that cannot be read and for the first entry that is not a waiver; with the line.
 */
export async function parseWaivers(text: string, file: string): Promise<Waiver[]> {
  const { value, lineOf } = /\.ya?ml$/i.test(file) ? await parseYaml(text) : parseJson(text);
  if (!Array.isArray(value)) throw new ParseFault("the file must hold a list of waivers", 1);
  return value.map((entry: unknown, index) => waiver(entry, { file, line: lineOf(`/${index}`) }));
}

function waiver(value: unknown, source: Waiver["source"]): Waiver {
  const bad = (reason: string) => new ParseFault(reason, source.line);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw bad("a waiver must be an object");
  const fields = new Map<string, unknown>(Object.entries(value));
  const stranger = [...fields.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw bad(
      `a waiver has no field ${JSON.stringify(stranger)}; its fields are ${known.join(", ")}`,
    );
  }
  const text = (name: string): string => {
    const field = fields.get(name);
    if (typeof field === "string" && field.trim() !== "") return field;
    throw bad(`the waiver needs ${JSON.stringify(name)}, a text that is not empty`);
  };
  const [rule, location, reason, expires] = [
    text("rule"),
    pointer(fields.get("location"), bad),
    text("reason"),
    text("expires"),
  ];
  if (!isDay(expires))
    throw bad(`"expires" must be a day such as 2027-01-31, not ${JSON.stringify(expires)}`);
  const operation = fields.has("operation") ? { operation: text("operation") } : {};
  return { rule, location, ...operation, reason, expires, source };
}

/** The empty pointer is a location too: that of a finding about no place in particular. */
function pointer(value: unknown, bad: (reason: string) => Error): string {
  if (typeof value === "string" && /^(\/.*)?$/s.test(value)) return value;
  throw bad('the waiver needs "location", a JSON Pointer such as /response/body/title');
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
