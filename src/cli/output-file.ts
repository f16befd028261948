import { randomUUID } from "node:crypto";
import { rename, stat, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CannotRun } from "./command.ts";

/**
 * Says early that a file cannot be written.
 * @throws CannotRun where the folder does not exist or the target is a folder.
 */
export async function checkTarget(file: string): Promise<void> {
  const folder = dirname(file);
  if (!(await kindOf(folder))?.isDirectory())
    throw new CannotRun(`cannot write ${file}: there is no folder ${folder}`);
  if ((await kindOf(file))?.isDirectory())
    throw new CannotRun(`cannot write ${file}: it is a folder`);
}

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed. What is no ordinary file, such as a
 * pipe or `/dev/null`, is written to, not replaced.
 * @throws CannotRun with the reason.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const kind = await kindOf(file);
  const inPlace = kind !== undefined && !kind.isFile();
  const draft = inPlace ? file : join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    await writeFile(draft, text);
    if (!inPlace) await rename(draft, file);
  } catch (error) {
    if (!inPlace) await unlink(draft).catch(() => {}); // the draft may not exist; the reason is in `error`
    throw new CannotRun(`cannot write ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Node's error code and words, without the path that the sentence already names. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split(/, (?=\w+( |$))/)[0] ?? "";
}

const kindOf = (path: string) => stat(path).catch(() => undefined);
