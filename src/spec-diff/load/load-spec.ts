import type { Source } from "../../findings/finding.ts";
import { parseJson } from "../../json/parse-json.ts";
import { type ImportYaml, parseYaml } from "../../json/parse-yaml.ts";
import { type Parsed, ParseFault } from "../../json/parsed.ts";
import { type OpenApiDocument, rootNode, SpecError } from "../document.ts";
import { operationsOf } from "../operations/operations.ts";
import { type ReadLimits, readText, shown } from "./read-text.ts";
import { checkReferences, externalFiles } from "./references.ts";
import { UnreadableSpec } from "./unreadable-spec.ts";

/** A description, ready to compare. */
export interface LoadedSpec {
  readonly document: OpenApiDocument;
  /** File and line of a JSON Pointer into the document: of the value, or of what is nearest above it. */
  locate(pointer: string): Source;
}

export interface LoadOptions extends ReadLimits {
  readonly importYaml?: ImportYaml;
}

/**
 * Reads an OpenAPI 3.x description from a file or a URL, JSON or YAML, together with the files beside it that it
 * refers to. Every reference is followed once, so that a broken one is found before anything is compared.
 * @throws UnreadableSpec one line that names file, line and reason
 */
export async function loadSpec(place: string, options: LoadOptions = {}): Promise<LoadedSpec> {
  const read = (of: string) => readParsed(of, options);
  const main = await read(place);
  const document = openApi(main, shown(place));
  const files = await externalFiles(place, document, main.lines, read);
  const locate = (pointer: string): Source => {
    const { file, lines, inner } = files.fileOf(pointer);
    const line = lineOf(lines, inner);
    return { file: shown(file), ...(line !== undefined && { line }) };
  };
  const operations = asUnreadable(locate, () => {
    checkReferences(rootNode(files.document, "base"));
    return operationsOf(rootNode(files.document, "base")).operations;
  });
  if (operations.length === 0) {
    throw new UnreadableSpec(
      shown(place),
      undefined,
      "describes no operation, so there is nothing to compare",
    );
  }
  return { document: files.document, locate };
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

async function readParsed(place: string, options: LoadOptions): Promise<Parsed> {
  const text = (await readText(place, options)).replace(/^\uFEFF/, "");
  const isYaml = /\.ya?ml$/i.test(shown(place)) || !/^\s*[{[]/.test(text);
  try {
    return isYaml ? await parseYaml(text, options.importYaml) : parseJson(text);
  } catch (error) {
    if (!(error instanceof ParseFault)) throw error;
    throw new UnreadableSpec(shown(place), error.line, error.message, { cause: error });
  }
}

function openApi({ value, lines }: Parsed, file: string): OpenApiDocument {
  const refuse = (reason: string, pointer: string) =>
    new UnreadableSpec(file, lineOf(lines, pointer), reason);
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
  return value as OpenApiDocument; // its version was just checked
}

function lineOf(lines: ReadonlyMap<string, number>, pointer: string): number | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const line = lines.get(at);
    if (line !== undefined || at === "") return line;
  }
}
