import type { ParseArgsConfig } from "node:util";
import {
  type Description,
  jsonSchema,
  type NamedOperation,
  resolve,
  type Schema,
  shapeOf,
} from "../openapi/description.ts";
import { CannotRun } from "./command.ts";

/** One option of an operation's command: a query parameter, or a property of the body. */
export interface OperationOption {
  readonly name: string;
  readonly place: "query" | "body";
  /** How its text is read. A map is given pair by pair, a list item by item. */
  readonly kind: "text" | "number" | "flag" | "pairs" | "list" | "json";
  /** For `--help`: what it is, in a sentence, and its limits. */
  readonly text: string;
}

/** The options of an operation, in the contract's order. */
export function optionsOf(
  description: Description,
  { operation, parameters }: NamedOperation,
): OperationOption[] {
  const query = parameters
    .filter((one) => one.in === "query")
    .map(({ name = "", schema = {}, description: text = "" }) =>
      optionOf(description, "query", name, schema, text),
    );
  const body = operation.requestBody && jsonSchema(description, operation.requestBody);
  const properties = body ? (resolve(description, body).properties ?? {}) : {};
  const inBody = Object.entries(properties).map(([name, schema]) =>
    optionOf(description, "body", name, schema, ""),
  );
  return [...query, ...inBody];
}

function optionOf(
  description: Description,
  place: OperationOption["place"],
  name: string,
  start: Schema,
  text: string,
): OperationOption {
  const [branch = {}] = shapeOf(description, start).branches;
  const schema: Schema & { readonly description?: string } = resolve(description, branch);
  const types = [schema.type].flat();
  const member = schema.additionalProperties;
  const inner = typeof member === "object" ? resolve(description, member) : undefined;
  const isPairs = !schema.properties && inner?.type === "string";
  const items = typeof schema.items === "object" ? resolve(description, schema.items) : undefined;
  const isList = types.includes("array") && items?.type === "string";
  const kind = isPairs
    ? "pairs"
    : isList
      ? "list"
      : types.includes("string")
        ? "text"
        : types.includes("number") || types.includes("integer")
          ? "number"
          : types.includes("boolean")
            ? "flag"
            : "json";
  const own = (start as { readonly description?: string }).description;
  const limits = limitsOf(isPairs ? inner : isList ? items : schema);
  const said = (text || own || schema.description || "").replace(/\s+/g, " ").trim();
  return { name, place, kind, text: [said, ...(limits ? [limits] : [])].join(" ") };
}

/** A schema's limits in words, such as "1 to 100." */
function limitsOf(schema: Schema = {}): string {
  const { minimum, maximum, minLength, maxLength, enum: values } = schema;
  const parts = [
    ...(values ? [`One of ${values.filter((one) => one !== null).join(", ")}.`] : []),
    ...(minimum !== undefined && maximum !== undefined ? [`From ${minimum} to ${maximum}.`] : []),
    ...(minimum !== undefined && maximum === undefined ? [`At least ${minimum}.`] : []),
    ...(minimum === undefined && maximum !== undefined ? [`At most ${maximum}.`] : []),
    ...(maxLength !== undefined ? [`At most ${maxLength} characters.`] : []),
    ...(minLength !== undefined && minLength > 1 ? [`At least ${minLength} characters.`] : []),
  ];
  return parts.join(" ");
}

/** The options as `parseArgs` takes them. */
export function parseConfig(
  options: readonly OperationOption[],
): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    options.map(({ name, kind }) => [
      name,
      kind === "flag"
        ? { type: "boolean" as const }
        : { type: "string" as const, multiple: kind === "pairs" || kind === "list" },
    ]),
  );
}

/**
 * The value of an option from its text.
 * @throws CannotRun for text that is not of its kind. Limits are the contract's to check, when the call is made.
 */
export function readOption({ name, kind }: OperationOption, given: unknown): unknown {
  switch (kind) {
    case "pairs":
      return readPairs(name, given as readonly string[]); // parseArgs gives it so
    case "number": {
      const number = Number(given);
      if (String(given).trim() !== "" && Number.isFinite(number)) return number;
      throw new CannotRun(`--${name} takes a number, not ${JSON.stringify(given)}`);
    }
    case "json":
      try {
        return JSON.parse(String(given));
      } catch (error) {
        throw new CannotRun(`--${name} takes JSON, such as '{"name": "value"}'`, { cause: error });
      }
    default:
      return given;
  }
}

function readPairs(name: string, pairs: readonly string[]): Record<string, string> {
  const map = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at < 1)
      throw new CannotRun(`--${name} takes key=value, not ${JSON.stringify(pair.slice(0, 80))}`);
    const key = pair.slice(0, at);
    if (map.has(key)) throw new CannotRun(`--${name} has the key ${JSON.stringify(key)} twice`);
    map.set(key, pair.slice(at + 1));
  }
  return Object.fromEntries(map);
}
