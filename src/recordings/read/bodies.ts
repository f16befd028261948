import { Buffer, isUtf8 } from "node:buffer";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { recordLimit } from "../recorded.ts";

/** A body that a recording holds in a form that cannot be turned into text; the message says why. */
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
 * The body's text. HAR knows one encoding, base64 (HAR 1.2, `content.encoding`).
 *
 * Polly keeps a compressed body as a JSON array of chunks, base64 or hex, as they came over the wire; these are joined
 * and decompressed by `contentEncoding`. Everybody else writes the decoded content.
 * @throws BodyError
 */
export function bodyText(body: HarBody, contentEncoding: string): string | undefined {
  const { text, encoding } = body;
  if (text === undefined || text === null) return undefined;
  if (typeof text !== "string") throw new BodyError(`is ${kindOf(text)} where its text belongs`);
  const chunks = contentEncoding === "" ? undefined : chunkList(text, body);
  if (chunks) return toText(decompress(chunks, contentEncoding));
  if (
    encoding === undefined ||
    encoding === null ||
    encoding === "" ||
    encoding === "utf-8" ||
    encoding === "utf8"
  ) {
    return text;
  }
  if (encoding !== "base64")
    throw new BodyError(`has the unknown encoding ${JSON.stringify(encoding).slice(0, 40)}`);
  const bytes = fromBase64(text);
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

function fromBase64(text: string): Buffer {
  // Buffer skips what is not base64, which would check another body than the recorded one.
  if (!/^[A-Za-z0-9+/_-]*={0,2}\s*$/.test(text))
    throw new BodyError("is not the base64 that it says it is");
  return Buffer.from(text, "base64");
}

function decompress(bytes: Buffer, contentEncoding: string): Buffer {
  const options = { maxOutputLength: recordLimit };
  try {
    if (/gzip/i.test(contentEncoding)) return gunzipSync(bytes, options);
    if (/deflate/i.test(contentEncoding)) return inflateSync(bytes, options);
    if (/br/i.test(contentEncoding)) return brotliDecompressSync(bytes, options);
  } catch (cause) {
    throw new BodyError(`cannot be decompressed as ${contentEncoding}`, { cause });
  }
  if (contentEncoding !== "")
    throw new BodyError("has a content-encoding that cannot be undone here");
  return bytes;
}

function toText(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new BodyError("is binary, not UTF-8 text");
  return bytes.toString("utf8");
}

/** The kind of a JSON value, for messages. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (value === undefined) return "missing";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
