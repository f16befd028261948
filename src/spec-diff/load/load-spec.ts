import { dirname } from "node:path";
import type { Source } from "../../findings/finding.ts";
import { parseJson } from "../../json/parse-json.ts";
import { type ImportYaml, parseYaml } from "../../json/parse-yaml.ts";
import { ParseFault } from "../../json/parsed.ts";
import { type OpenApiDocument, rootNode, SpecError } from "../document.ts";
import { webhooksOf } from "../operations/callbacks.ts";
import { operationsOf } from "../operations/operations.ts";
import { createReader, isUrl, type ReadOptions, shown, type Text } from "./read-text.ts";
import { externalFiles, type ParsedFile, refusal } from "./references.ts";
import { CannotRead, UnreadableSpec } from "./unreadable-spec.ts";

/** A description, ready to compare. */
export interface LoadedSpec {
  readonly document: OpenApiDocument;
  /** Names of its operations, `METHOD /path/{template}` or `METHOD webhook name`. */
  readonly operations: readonly string[];
  /** File and line of a JSON Pointer into the document: of the value, or of what is nearest above it. */
  locate(pointer: string): Source;
}

export interface LoadOptions extends ReadOptions {
  readonly importYaml?: ImportYaml;
}

/**
 * Reads an OpenAPI 3.x description, JSON or YAML, from a file, a URL or standard input (`-`), together with the files
 * that it refers to.
 *
 * One policy for what is read: a description from the web reaches its own origin alone, also by redirects; one from a
 * file reaches regular files below its own folder, or below `root`; one from standard input those below `root` alone.
 * @throws UnreadableSpec one line that names file, line and reason
 */
export async function loadSpec(place: string, options: LoadOptions = {}): Promise<LoadedSpec> {
  const reader = createReader(options);
  const main = await parsed(await readMain(place, reader), options);
  checkVersion(main);
  const root = options.root ?? (place === "-" || isUrl(place) ? undefined : dirname(main.place));
  const files = await externalFiles(main, async (target, from) => {
    if (root === undefined && !isUrl(target))
      throw refusal(from, "leads to a file; --root <folder> says below which it may lie");
    const text = await reader(target, root).catch((cause: unknown) => {
      throw cause instanceof CannotRead ? refusal(from, cause.message, { cause }) : cause;
    });
    return parsed(text, options);
  });
  const locate = (pointer: string): Source => {
    const { file, inner } = files.fileOf(pointer);
    return { file: shown(file.place), line: file.lineOf(inner) };
  };
  const described = rootNode(files.document, "base");
  const { operations, unreadable } = asUnreadable(locate, () => operationsOf(described, tryPart));
  const webhooks = webhooksOf(described, tryPart);
  const all = [...operations, ...webhooks.calls.values()];
  if (all.length + unreadable.size + webhooks.unreadable.size === 0) {
    const reason = "describes no operation, so there is nothing to compare";
    throw new UnreadableSpec(nameOf(place), undefined, reason);
  }
  return { document: files.document, operations: all.map(({ label }) => label), locate };
}
/** Runs what may throw a `SpecError` and says where in the file it is. */
export function asUnreadable<T>(
  locate: (pointer: string, side: SpecError["side"]) => Source,
  run: () => T,
): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const { file, line } = locate(error.pointer, error.side);
    const at = error.pointer === "" ? "" : ` (at ${error.pointer})`;
    throw new UnreadableSpec(file, line, `${error.message}${at}`, { cause: error });
  }
}

/** What cannot be read is told by the comparison, which goes on beside it. */
function tryPart(_: unknown, part: () => void): void {
  try {
    part();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
  }
}

function readMain(place: string, reader: ReturnType<typeof createReader>): Promise<Text> {
  return reader(place).catch((cause: unknown) => {
    if (!(cause instanceof CannotRead)) throw cause;
    throw new UnreadableSpec(nameOf(place), undefined, cause.message, { cause });
  });
}

async function parsed({ text, place }: Text, options: LoadOptions): Promise<ParsedFile> {
  const isYaml = /\.ya?ml$/i.test(shown(place)) || !/^\s*[{[]/.test(text);
  try {
    const { value, lineOf } = isYaml ? await parseYaml(text, options.importYaml) : parseJson(text);
    return { value, lineOf, place };
  } catch (error) {
    if (!(error instanceof ParseFault)) throw error;
    throw new UnreadableSpec(nameOf(place), error.line, error.message, { cause: error });
  }
}

/** The place in an error line. */
const nameOf = (place: string): string => (place === "-" ? "standard input" : shown(place));

/** @throws UnreadableSpec for what is no description of OpenAPI 3 */
function checkVersion({ value, lineOf, place }: ParsedFile): void {
  const refuse = (reason: string, pointer: string) =>
    new UnreadableSpec(nameOf(place), lineOf(pointer), reason);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refuse("is not an OpenAPI description: it must be an object", "");
  }
  const { openapi, swagger } = value as Record<string, unknown>;
  if (swagger !== undefined)
    throw refuse(`is Swagger ${swagger}; convert it to OpenAPI 3 first`, "/swagger");
  if (openapi === undefined)
    throw refuse("is not an OpenAPI description: it has no openapi version", "");
  if (typeof openapi !== "string" || !/^3\.[012](\.|$)/.test(openapi)) {
    throw refuse(
      `its openapi version must be a text such as "3.1.0" (3.0 to 3.2), not ${JSON.stringify(openapi)}`,
      "/openapi",
    );
  }
}
