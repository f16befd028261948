import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { openFrom, readBytes } from "./read-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "bytes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Data that does not compress, so that the packed file has many chunks too. */
const data = Buffer.concat(
  Array.from({ length: 50_000 }, (_, index) => createHash("sha256").update(`${index}`).digest()),
);

async function read(file: string, open = openFrom(Readable.from([]))) {
  const chunks: Buffer[] = [];
  let seen = 0;
  // A chunk holds only until the next one is asked for.
  const hear = (bytes: number) => {
    seen += bytes;
  };
  for await (const chunk of readBytes(open(file), file, hear)) chunks.push(Buffer.from(chunk));
  return { bytes: Buffer.concat(chunks), seen };
}

test.each([
  ["as it is", data],
  ["unpacked", gzipSync(data)],
])("gives a file %s, and says how much of it was read", async (name, content) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { bytes, seen } = await read(file);
  expect(bytes.equals(data)).toBe(true);
  expect(seen).toBe(content.length);
});

test("unpacks small chunks that share their memory", async () => {
  const packed = gzipSync(data);
  async function* open() {
    const shared = Buffer.alloc(1000);
    for (let at = 0; at < packed.length; at += 1000) {
      yield shared.subarray(0, packed.copy(shared, 0, at, at + 1000));
    }
  }
  expect((await read("f", open)).bytes.equals(data)).toBe(true);
});

test("tells gzip also where the first chunk is a single byte", async () => {
  const packed = gzipSync("text");
  const stdin = Readable.from([packed.subarray(0, 1), packed.subarray(1)]);
  expect((await read("-", openFrom(stdin))).bytes.toString()).toBe("text");
});

test("takes text from a stream that has an encoding", async () => {
  expect((await read("-", openFrom(Readable.from(["ü"])))).bytes.toString()).toBe("ü");
});
