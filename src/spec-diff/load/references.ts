import { dirname, isAbsolute, join } from "node:path";
import type { Json } from "../../findings/finding.ts";
import type { Parsed } from "../../json/parsed.ts";
import { rewriteObjects } from "../../openapi/rewrite.ts";
import type { OpenApiDocument } from "../document.ts";
import { isUrl, shown } from "./read-text.ts";
import { UnreadableSpec } from "./unreadable-spec.ts";

/** Where the files that a description refers to are put, so that it becomes one document. */
const shelf = "x-external";
const maxFiles = 1000;

/** A parsed file and where it was found. */
export interface ParsedFile extends Parsed {
  readonly place: string;
}

/** Where a reference stands. */
export interface Referrer {
  readonly file: string;
  readonly line: number;
  readonly ref: string;
}

/** A description with the files that it refers to. */
export interface WithFiles {
  readonly document: OpenApiDocument;
  /** The file that a pointer into the document comes from, and the pointer into that file. */
  fileOf(pointer: string): { file: ParsedFile; inner: string };
}

/**
 * Reads the files that references lead to, those that they refer to in turn, and puts them into the document.
 * @throws UnreadableSpec for a file that cannot be read, or one that lies elsewhere: a description from the web must
 * not reach files of this machine, nor other hosts
 */
export async function externalFiles(
  main: ParsedFile,
  read: (place: string, from: Referrer) => Promise<ParsedFile>,
): Promise<WithFiles> {
  const files = [main];
  const prefixes = new Map([[main.place, ""]]);
  for (const file of files) {
    for (const from of referencesIn(file)) {
      const target = targetOf(from, file.place);
      if (prefixes.has(target)) continue;
      if (files.length > maxFiles)
        throw refusal(from, `is one of more than ${maxFiles} files; bundle the description first`);
      prefixes.set(target, `/${shelf}/${files.length - 1}`);
      files.push(await read(target, from)); // the loop goes on with it
    }
  }
  const [document, ...others] = files.map((file) => withinDocument(file, prefixes));
  const fileOf: WithFiles["fileOf"] = (pointer) => {
    const [, index, inner = ""] = new RegExp(`^/${shelf}/(\\d+)(/.*)?$`, "s").exec(pointer) ?? [];
    const file = index === undefined || others.length === 0 ? undefined : files[Number(index) + 1];
    return file ? { file, inner } : { file: main, inner: pointer };
  };
  // The caller checks that the main file is a description.
  const root = document as OpenApiDocument;
  return { document: others.length > 0 ? { ...root, [shelf]: others } : root, fileOf };
}

function referencesIn({ value, place, lineOf }: ParsedFile): Referrer[] {
  const found: Referrer[] = [];
  rewriteObjects(value, (object, pointer) => {
    const { $ref } = object;
    if (typeof $ref === "string" && !$ref.startsWith("#"))
      found.push({ file: shown(place), line: lineOf(pointer), ref: $ref });
    return object;
  });
  return found;
}

/** The file and the fragment of a reference. Some write a pointer with a `#` in it, such as that to a callback. */
function partsOf(ref: string): [path: string, fragment: string] {
  const end = ref.indexOf("#");
  return end < 0 ? [ref, ""] : [ref.slice(0, end), ref.slice(end + 1)];
}

/** The file that a reference leads to. */
function targetOf(from: Referrer, place: string): string {
  const [path] = partsOf(from.ref);
  if (isUrl(place)) {
    const target = URL.canParse(path, place) ? new URL(path, place) : undefined;
    if (target?.origin === new URL(place).origin) return target.href;
    throw refusal(from, "leads to another host; bundle the description first");
  }
  if (/^([a-z][a-z\d+.-]+:|\/\/)/i.test(path))
    throw refusal(from, "leads to the web; bundle the description first");
  try {
    const file = decodeURIComponent(path);
    return isAbsolute(file) ? file : join(dirname(place), file);
  } catch (cause) {
    throw refusal(from, "is no valid URI reference (RFC 3986)", { cause });
  }
}

/** What cannot be had from where a reference leads, as the error of the file that it stands in. */
export function refusal(from: Referrer, reason: string, options?: ErrorOptions): UnreadableSpec {
  return new UnreadableSpec(from.file, from.line, `$ref ${from.ref}: ${reason}`, options);
}

/** The file's content with its references leading to where the files stand in the document. */
function withinDocument(file: ParsedFile, prefixes: ReadonlyMap<string, string>): Json {
  const inDocument = (ref: string): string => {
    const [path, fragment] = partsOf(ref);
    if (fragment !== "" && !fragment.startsWith("/")) return ref;
    const from = { file: file.place, line: 0, ref };
    const prefix = prefixes.get(path === "" ? file.place : targetOf(from, file.place));
    return prefix === undefined ? ref : `#${prefix}${fragment}`;
  };
  return rewriteObjects(file.value, (object) => {
    const { $ref, discriminator } = object;
    return {
      ...object,
      ...(typeof $ref === "string" && { $ref: inDocument($ref) }),
      ...(discriminator !== undefined && { discriminator: withMapping(discriminator, inDocument) }),
    };
  });
}

/** A discriminator whose mapping leads to where the files stand. Names of components are left, as are other words. */
function withMapping(discriminator: Json, inDocument: (ref: string) => string): Json {
  const { mapping } = discriminator as { mapping?: Json };
  if (typeof mapping !== "object" || mapping === null || Array.isArray(mapping))
    return discriminator;
  const entries = Object.entries(mapping).map(([value, ref]) => [
    value,
    typeof ref === "string" && ref.includes("#") ? inDocument(ref) : ref,
  ]);
  return { ...(discriminator as object), mapping: Object.fromEntries(entries) };
}
