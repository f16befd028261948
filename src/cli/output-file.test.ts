import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotRun } from "./command.ts";
import { checkTargets, writeWhole } from "./output-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "output-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file of the test's folder, written if there is a text. */
function file(name: string, text?: string): string {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

test("keeps the mode of a file that was there", async () => {
  const path = file("a", "old");
  chmodSync(path, 0o640);
  await writeWhole(path, "new");
  expect([readFileSync(path, "utf8"), statSync(path).mode & 0o777]).toEqual(["new", 0o640]);
  expect(readdirSync(folder)).toEqual(["a"]);
});

test("writes through a symbolic link, and to every name of a file", async () => {
  const [path, soft, hard] = [file("a", "old"), file("soft"), file("hard")];
  symlinkSync("a", soft);
  await writeWhole(soft, "new");
  expect([readFileSync(path, "utf8"), lstatSync(soft).isSymbolicLink()]).toEqual(["new", true]);
  linkSync(path, hard);
  await writeWhole(hard, "newer");
  expect(readFileSync(path, "utf8")).toBe("newer");
});

test("says in one line that the disk is full, and leaves no draft", async () => {
  await expect(writeWhole("/dev/full", "x".repeat(100_000))).rejects.toThrow(
    new CannotRun("cannot write /dev/full: ENOSPC: no space left on device"),
  );
  expect(readdirSync(folder)).toEqual([]);
});

test("takes a new file, one that is there, and /dev/null any number of times", async () => {
  const outs = [file("new"), file("old", ""), "/dev/null", "/dev/null"];
  await expect(checkTargets(outs, [file("in", ""), "-", file("gone")])).resolves.toBeUndefined();
});

test.each<[string, () => [outs: string[], inputs: string[]], RegExp]>([
  ["an input", () => [[file("a", "")], [file("a")]], /a: it is the input .*a$/],
  [
    "an input by another name",
    () => {
      linkSync(file("a", ""), file("b"));
      symlinkSync("b", file("c"));
      return [[file("c")], [file("a")]];
    },
    /c: it is the input .*a$/,
  ],
  ["one file twice", () => [[file("a", ""), file("a")], []], /a: another report goes there$/],
  [
    "one new file twice, by two paths",
    () => [[file("a"), `${folder}/./a`], []],
    /another report goes there$/,
  ],
  [
    "a link to nothing",
    () => {
      symlinkSync("gone", file("a"));
      return [[file("a")], []];
    },
    /a: it is a link to a file that does not exist$/,
  ],
])("refuses %s", async (_, given, message) => {
  const error = await checkTargets(...given()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CannotRun);
  expect((error as CannotRun).message).toMatch(message);
});
