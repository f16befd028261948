import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, lstat, realpath, rename, stat, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CannotRun } from "./command.ts";

/**
 * Says early that files cannot be written.
 * @param inputs what is read: a report must not replace it
 * @throws CannotRun where a folder does not exist; where a target is a folder, may not be written, is a link to nothing
 * or is an input; where two targets are one file
 */
export async function checkTargets(
  files: readonly string[],
  inputs: readonly string[] = [],
): Promise<void> {
  const held = new Map<string, string>();
  for (const input of inputs) {
    const id = input === "-" ? undefined : await identityOf(input);
    if (id !== undefined) held.set(id, `it is the input ${input}`);
  }
  for (const file of files) {
    await checkTarget(file);
    const kind = await kindOf(file);
    // What is no ordinary file, such as /dev/null, takes any number of reports.
    if (kind && !kind.isFile()) continue;
    const id = (await identityOf(file)) ?? join(await realpath(dirname(file)), basename(file));
    const taken = held.get(id);
    if (taken !== undefined) throw new CannotRun(`cannot write ${file}: ${taken}`);
    held.set(id, `another report goes there`);
  }
}

/** {@link checkTargets} for one file. */
export async function checkTarget(file: string): Promise<void> {
  const folder = dirname(file);
  const refuse = (reason: string) => new CannotRun(`cannot write ${file}: ${reason}`);
  if (!(await kindOf(folder))?.isDirectory()) throw refuse(`there is no folder ${folder}`);
  const kind = await kindOf(file);
  if (kind?.isDirectory()) throw refuse("it is a folder");
  if (!kind && (await lstat(file).catch(() => undefined)))
    throw refuse("it is a link to a file that does not exist");
  if (kind)
    await access(file, constants.W_OK).catch((error: unknown) => {
      throw refuse(reasonOf(error));
    });
}

/**
 * Writes a file as a whole or not at all: beside its place first, then renamed. A file that was there keeps its mode,
 * and one behind a symbolic link is written where it lies. What has several names (hard links), or is no ordinary file,
 * such as a pipe or `/dev/null`, is written to, not replaced.
 * @throws CannotRun with the reason.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    const kind = await kindOf(file);
    if (kind && !(kind.isFile() && kind.nlink === 1)) await writeFile(file, text);
    else await replace(kind ? await realpath(file) : file, text, kind?.mode);
  } catch (error) {
    throw new CannotRun(`cannot write ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

async function replace(path: string, text: string, mode: number | undefined): Promise<void> {
  const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}`);
  try {
    await writeFile(draft, text, { flag: "wx" });
    if (mode !== undefined) await chmod(draft, mode & 0o7777);
    await rename(draft, path);
  } catch (error) {
    await unlink(draft).catch(() => {}); // the draft may not exist; the reason is in `error`
    throw error;
  }
}

/** Node's error code and words, without the path that the sentence already names. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split(/, (?=\w+( |$))/)[0] ?? "";
}

const kindOf = (path: string) => stat(path).catch(() => undefined);

/** The same for every name of the same file. */
async function identityOf(path: string): Promise<string | undefined> {
  const kind = await kindOf(path);
  return kind && `${kind.dev}:${kind.ino}`;
}
