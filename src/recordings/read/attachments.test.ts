import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Recorded } from "../recorded.ts";
import { openFrom } from "./read-bytes.ts";
import { readRecording } from "./read-recording.ts";

let root: string;
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "attachments-"));
  folder = join(root, "har");
  mkdirSync(join(folder, "bodies"), { recursive: true });
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(folder, "body.json"), "{}");
  writeFileSync(join(folder, "bodies", "body.json"), "[]");
  symlinkSync(join(root, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(join(folder, "body.json"), join(folder, "inner.json"));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const har = (...files: unknown[]) =>
  JSON.stringify({
    log: {
      entries: files.map((_file) => ({
        request: { method: "GET", url: "/", headers: [{ name: "host", value: "x" }] },
        response: {
          status: 200,
          headers: [{ name: "x", value: "y" }],
          content: { size: 2, _file },
        },
      })),
    },
  });

async function read(file: string, bytes: string | Buffer): Promise<Recorded[]> {
  writeFileSync(file, bytes);
  const all: Recorded[] = [];
  const open = openFrom(process.stdin);
  for await (const one of readRecording(open(file), file)) all.push(one);
  return all;
}

/** Body, or why there is none. */
const bodyOf = (one: Recorded | undefined) =>
  one && "exchange" in one ? (one.exchange.response.body ?? one.reasons[0]?.reason) : one;

test("reads a body that has a file of its own, in the recording's folder and nowhere else", async () => {
  const names = [
    "body.json",
    "bodies/body.json",
    "inner.json",
    "../secret.txt",
    "bodies/../../secret.txt",
  ];
  const more = [join(root, "secret.txt"), "link.txt", "none.json", ".", "", 5];
  const all = await read(join(folder, "a.har"), har(...names, ...more));
  const outside = "its file is outside the recording's folder";
  const missing = "it is in a file of its own, which is not there";
  expect(all.map(bodyOf)).toEqual([
    ...["{}", "[]", "{}", outside, outside, outside, outside, missing, outside],
    ...["its file has no name", "its file has no name"],
  ]);
});

/** A ZIP archive of these files, deflated. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(Buffer.byteLength(text), 8);
    sizes.writeUInt16LE(name.length, 12);
    const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes]);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), common, place, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

test("reads a HAR and its bodies in a zip archive", async () => {
  const archive = zip({ "a/body.json": "[1]", "har.har": har("a/body.json", "body.json") });
  expect((await read(join(folder, "b.zip"), archive)).map(bodyOf)).toEqual([
    "[1]",
    "it is in a file of its own, which is not there",
  ]);
});

const good = zip({ "har.har": har("x") });
test.each<[string, Buffer, string, RegExp]>([
  ["without a HAR", zip({ "a.txt": "x" }), "unreadable", /no \.har in the zip/],
  ["with several", zip({ "a.har": "x", "b.har": "x" }), "unreadable", /several \.har files/],
  ["that is cut off", good.subarray(0, -30), "cut", /cut off/],
  [
    "whose directory is damaged",
    Buffer.concat([good.subarray(0, -50), good.subarray(-22)]),
    "unreadable",
    /damaged/,
  ],
  [
    "whose data is damaged",
    Buffer.concat([good.subarray(0, 45), Buffer.alloc(9, 255), good.subarray(54)]),
    "unreadable",
    /damaged/,
  ],
])("says what is wrong with an archive %s", async (_, archive, fault, reason) => {
  expect((await read(join(folder, "c.zip"), archive)).at(-1)).toMatchObject({
    fault,
    reason: expect.stringMatching(reason),
  });
});
