import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Coding } from "./case.ts";

/** Codes a body as `Content-Encoding` names it. */
export const encode: Readonly<Record<Coding, (body: Uint8Array) => Uint8Array>> = {
  gzip: (body) => gzipSync(body),
  br: (body) => brotliCompressSync(body),
  zstd: storedZstd,
};

/** A Zstandard frame of one block that is stored, not compressed (RFC 8878, 3.1.1): Node 20 has no encoder. */
function storedZstd(body: Uint8Array): Uint8Array {
  if (body.length < 256 || body.length > 65_791) throw new Error("a body of 256 to 65,791 bytes");
  const head = new DataView(new ArrayBuffer(10));
  head.setUint32(0, 0xfd2fb528, true);
  head.setUint8(4, 0b0110_0000); // the size stands in two bytes; one segment
  head.setUint16(5, body.length - 256, true);
  const block = (body.length << 3) | 1; // the last block, stored
  head.setUint16(7, block & 0xffff, true);
  head.setUint8(9, block >>> 16);
  return Buffer.concat([new Uint8Array(head.buffer), body]);
}
