import { Buffer, isUtf8 } from "node:buffer";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { recordLimit } from "../recorded.ts";
import { kindOf } from "./loose.ts";

/** A body that a recording holds in a form that cannot be turned into bytes; the message says why. */
export class BodyError extends Error {
  override readonly name = "BodyError";
}

/** How a HAR writes a body: `content` of a response, `postData` of a request. */
export interface HarBody {
  readonly text?: unknown;
  readonly encoding?: unknown;
  /** Polly's mark for a body that it keeps as chunks. */
  readonly _isBinary?: unknown;
}

/**
 * The body's text, or its bytes where they are no UTF-8. HAR knows one encoding, base64 (HAR 1.2, `content.encoding`).
 *
 * Polly keeps a compressed body as a JSON array of chunks, base64 or hex, as they came over the wire; these are joined
 * and decompressed by `contentEncoding`. Everybody else writes the decoded content.
 * @throws BodyError
 */
export function decodeBody(body: HarBody, contentEncoding: string): string | Buffer | undefined {
  const { text, encoding } = body;
  if (text === undefined || text === null) return undefined;
  if (typeof text !== "string") throw new BodyError(`it is ${kindOf(text)} where its text belongs`);
  const chunks = contentEncoding === "" ? undefined : chunkList(text, body);
  if (chunks) return toText(decompress(chunks, contentEncoding));
  if (encoding === undefined || encoding === null || /^(utf-?8)?$/i.test(String(encoding)))
    return text;
  if (!/^base64$/i.test(String(encoding))) throw new BodyError("its encoding is unknown");
  return bytesToText(fromBase64(text), contentEncoding);
}

/** The text of bytes that a recorder kept, decoded or as they came over the wire; the bytes if they are no UTF-8. */
export function bytesToText(bytes: Buffer, contentEncoding: string): string | Buffer {
  return toText(isUtf8(bytes) ? bytes : decompress(bytes, contentEncoding));
}

function chunkList(text: string, { encoding, _isBinary }: HarBody): Buffer | undefined {
  if ((encoding !== "base64" && _isBinary !== true) || !text.startsWith("[")) return undefined;
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || !list.every((item) => typeof item === "string")) return undefined;
  const hex = encoding !== "base64" && list.every((item) => /^[0-9a-f]*$/i.test(item));
  return Buffer.concat(
    list.map((item: string) => (hex ? Buffer.from(item, "hex") : fromBase64(item))),
  );
}

const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/** Lines may be broken (RFC 2045, section 6.8). */
function fromBase64(text: string): Buffer {
  // Buffer skips what is not base64, which would check another body than the recorded one.
  if (!base64.test(text) && !base64.test(text.replace(/\s+/g, "")))
    throw new BodyError("it is not the base64 that it says it is");
  return Buffer.from(text, "base64");
}

/** As the headers say, unless the recorder has done so already: gzip begins with two certain bytes (RFC 1952). */
function decompress(bytes: Buffer, contentEncoding: string): Buffer {
  const options = { maxOutputLength: recordLimit };
  const codings = contentEncoding.toLowerCase();
  try {
    if (/gzip/.test(codings))
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
    if (/deflate/.test(codings)) return inflateSync(bytes, options);
    if (/\bbr\b/.test(codings)) return brotliDecompressSync(bytes, options);
  } catch (cause) {
    throw new BodyError("it cannot be decompressed as its content-encoding says", { cause });
  }
  if (codings !== "" && codings !== "identity")
    throw new BodyError("its content-encoding cannot be undone here");
  return bytes;
}

const toText = (bytes: Buffer): string | Buffer => (isUtf8(bytes) ? bytes.toString("utf8") : bytes);
