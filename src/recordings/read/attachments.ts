import type { Buffer } from "node:buffer";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { recordLimit } from "../recorded.ts";
import { BodyError } from "./bodies.ts";
import { openZip, type Zip } from "./zip.ts";

/**
 * Bytes of a body that a HAR keeps in a file of its own (`_file`, as Playwright writes it).
 * @throws BodyError where it is missing, or outside the recording's folder.
 */
export type Attachments = (name: unknown) => Buffer;

/** Where a recording's attachments are: in its folder, in the archive that it is in, or nowhere (standard input). */
export type AttachmentPlace = "folder" | "zip" | "nowhere";

export function attachmentsOf(file: string, place: AttachmentPlace): Attachments {
  return (name) => {
    if (typeof name !== "string" || name === "") throw new BodyError("its file has no name");
    const bytes = read(file, place, name);
    if (!bytes) throw new BodyError("it is in a file of its own, which is not there");
    return bytes;
  };
}

function read(file: string, place: AttachmentPlace, name: string): Buffer | undefined {
  try {
    if (place === "zip") return zipOf(file).read(name);
    return place === "folder" ? readBeside(file, name) : undefined;
  } catch (error) {
    if (error instanceof BodyError) throw error;
    throw new BodyError("its file cannot be read", { cause: error });
  }
}

/** The archive that was read last: a batch is of one file, and its directory need not be read for every body. */
let latest: { readonly file: string; readonly zip: Zip } | undefined;

function zipOf(file: string): Zip {
  if (latest?.file !== file) latest = { file, zip: openZip(file) };
  return latest.zip;
}

/** A recording is not to make us read anything else, by `..`, an absolute path or a link. */
function readBeside(recording: string, name: string): Buffer | undefined {
  const folder = realpathSync(dirname(recording));
  const path = resolve(folder, name);
  const inside = (place: string) => place.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (!inside(path)) throw new BodyError("its file is outside the recording's folder");
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  if (!inside(realpathSync(path)))
    throw new BodyError("its file is outside the recording's folder");
  if (stat.size > recordLimit) throw new BodyError(`its file is longer than ${recordLimit} bytes`);
  return readFileSync(path);
}
