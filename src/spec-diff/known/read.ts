import type { Json } from "../../findings/finding.ts";
import { parseJson } from "../../json/parse-json.ts";
import { type ImportYaml, parseYaml } from "../../json/parse-yaml.ts";
import { ParseFault } from "../../json/parsed.ts";
import type { KnownDifference } from "./known.ts";

/**
 * Reads a list of known differences, grouped by their reason: `[{ reason, differences: [{ rule, location, args?, operations? }] }]`,
 * as JSON where the file's name says so, else as YAML.
 * @throws ParseFault for text that cannot be read, and for the first thing that does not belong there; with the line
 */
export async function parseKnown(
  text: string,
  file: string,
  importYaml?: ImportYaml,
): Promise<KnownDifference[]> {
  const isJson = /\.json$/i.test(file);
  const { value, lineOf } = isJson ? parseJson(text) : await parseYaml(text, importYaml);
  return list(value, 1, "the file must hold a list of { reason, differences }").flatMap(
    (entry, i) => {
      const group = fields(entry, lineOf(`/${i}`), ["reason", "differences"]);
      const reason = filled(group, "reason", lineOf(`/${i}`));
      const wanted = 'it needs "differences", a list of { rule, location, args?, operations? }';
      return list(group.differences, lineOf(`/${i}`), wanted).map((difference, j) =>
        read(difference, reason, { file, line: lineOf(`/${i}/differences/${j}`) }),
      );
    },
  );
}

function read(value: Json, reason: string, source: { file: string; line: number }) {
  const { line } = source;
  const entry = fields(value, line, ["rule", "location", "args", "operations"]);
  const { location, args, operations } = entry;
  if (typeof location !== "string" || !/^(\/|$)/.test(location))
    throw new ParseFault('it needs "location", a JSON Pointer such as /paths/~1a/get', line);
  if (args !== undefined && !isObject(args))
    throw new ParseFault('"args" must be an object, such as { to: text }', line);
  if (operations !== undefined && !isTexts(operations))
    throw new ParseFault('"operations" must be a list of texts, such as [GET /a]', line);
  return {
    rule: filled(entry, "rule", line),
    location,
    ...(args && { args }),
    ...(operations && { operations }),
    reason,
    source,
  };
}

function fields(value: Json, line: number, known: readonly string[]) {
  const wanted = `must be an object { ${known.join(", ")} }`;
  if (!isObject(value)) throw new ParseFault(`an entry ${wanted}`, line);
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new ParseFault(
      `there is no field ${JSON.stringify(stranger)} here: an entry ${wanted}`,
      line,
    );
  return value;
}

function filled(entry: Readonly<Record<string, Json>>, name: string, line: number): string {
  const text = entry[name];
  if (typeof text === "string" && text.trim() !== "") return text;
  throw new ParseFault(`it needs ${JSON.stringify(name)}, a text that is not empty`, line);
}

function list(value: Json | undefined, line: number, wanted: string): readonly Json[] {
  if (Array.isArray(value)) return value;
  throw new ParseFault(wanted, line);
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTexts = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
