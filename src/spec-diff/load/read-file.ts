import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { sep } from "node:path";
import { CannotRead } from "./unreadable-spec.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "may not be read",
  EPERM: "may not be read",
  ELOOP: "is a link that leads only back to itself",
};

/**
 * The bytes of a regular file. A pipe or a device is refused before anything is read of it: it may never end, and
 * reading may do something.
 * @param root the folder that the file must lie in, links followed; absent: wherever
 * @throws CannotRead
 */
export async function readRegularFile(
  file: string,
  read: (stream: AsyncIterable<Uint8Array>) => Promise<Uint8Array>,
  root?: string,
): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    const path = root === undefined ? file : await pathBelow(root, file);
    // Without O_NONBLOCK, to open a pipe waits for someone who writes.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new CannotRead("is a folder, not a file");
    if (!stat.isFile())
      throw new CannotRead("is no regular file; pipe it in and give - in its place");
    return await read(handle.createReadStream({ autoClose: false }));
  } catch (cause) {
    if (cause instanceof CannotRead) throw cause;
    const { code = "", message } = cause as NodeJS.ErrnoException; // the file system throws these alone
    throw new CannotRead(reasons[code] ?? `cannot be read: ${message}`, { cause });
  } finally {
    await handle?.close();
  }
}

async function pathBelow(root: string, file: string): Promise<string> {
  const [folder, path] = await Promise.all([realpath(root), realpath(file)]);
  if (path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return path;
  throw new CannotRead(`lies outside ${root}; --root <folder> lets a description refer to more`);
}
