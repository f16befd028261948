import { readFileSync } from "node:fs";
import { operations } from "../../generated/operations.ts";
import type { WebsetsClient } from "../client.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import { CannotRun } from "./command.ts";
import { reasonOf } from "./output-file.ts";
import { bodyOptions, updateBody } from "./update-body.ts";

/** The options that say which call is recorded; spread them into those of `parseArgs`. */
export const operationOptions = {
  ...bodyOptions,
  operation: { type: "string", default: "update" },
  body: { type: "string" },
  query: { type: "string", multiple: true },
} as const;

/** Their part of `--help`. */
export const operationHelp = `  --operation <name>    ${Object.keys(operations).join(", ")}; default update
  --metadata <k=v>      what update changes; may be repeated
  --title <text>        likewise
  --body <file>         the JSON to send instead
  --query <k=v>         may be repeated
`;

/** What `parseArgs` gives for {@link operationOptions}. */
interface OperationValues {
  readonly operation: string;
  readonly body?: string | undefined;
  readonly query?: readonly string[] | undefined;
  readonly metadata?: readonly string[] | undefined;
  readonly title?: string | undefined;
}

/** A call that is to be recorded. */
export interface PlannedCall {
  /** `METHOD /path/{template}` */
  readonly operation: string;
  readonly row: OperationRow;
  make(client: WebsetsClient): Promise<unknown>;
}

/**
 * The call that options and arguments ask for.
 * @param args the parameters of the operation's path, in their order
 * @throws CannotRun where an operation is unknown, a parameter is missing or one too many, or the body is no JSON
 */
export function planCall(values: OperationValues, args: readonly string[]): PlannedCall {
  const rows: Readonly<Record<string, OperationRow>> = operations;
  const row = Object.hasOwn(rows, values.operation) ? rows[values.operation] : undefined;
  if (!row)
    throw new CannotRun(
      `--operation takes ${Object.keys(rows).join(", ")}, not ${JSON.stringify(values.operation)}`,
    );
  const names = [...row.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "");
  if (args.length !== names.length)
    throw new CannotRun(
      `record ${values.operation} takes ${names.join(", ") || "no argument"}; see --help`,
    );
  const { metadata, title, body } = values;
  if (!row.body && (metadata ?? title ?? body) !== undefined)
    throw new CannotRun(`record ${values.operation} sends no body, and so none of its options`);
  const init = {
    params: {
      path: Object.fromEntries(names.map((name, index) => [name, args[index]])),
      query: Object.fromEntries((values.query ?? []).map(pair)),
    },
    ...(row.body && bodyOf(values)),
  };
  return {
    operation: `${row.method} ${row.path}`,
    row,
    // The table says which paths have which method; the types cannot follow it.
    make: (client) => (client.raw[row.method] as LooseCall)(row.path, init),
  };
}

type LooseCall = (path: string, init: object) => Promise<unknown>;

function pair(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new CannotRun(`--query takes key=value, not ${JSON.stringify(text)}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function bodyOf(values: OperationValues): { readonly body: unknown } {
  if (values.body === undefined) return { body: updateBody(values) };
  try {
    return { body: JSON.parse(readFileSync(values.body, "utf8")) };
  } catch (error) {
    throw new CannotRun(`--body ${values.body}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Is an answer the thing that was asked for, as the contract's `x-identity` says? */
export function isAnswer(
  { identity = [] }: OperationRow,
  body: string | null | undefined,
): boolean {
  let value: unknown;
  try {
    value = JSON.parse(body || "null");
  } catch {
    return false;
  }
  return identity.every(([name, constant]) => {
    const member = Object(value)[name];
    return Object.hasOwn(Object(value), name) && (constant === undefined || member === constant);
  });
}
