import { normalize } from "node:path";
import { readRegularFile } from "./read-file.ts";
import { type Fetched, fetchUrl, isPage } from "./read-url.ts";
import { CannotRead } from "./unreadable-spec.ts";

/** What reading a description may cost, and where it may reach. */
export interface ReadOptions {
  /** Bytes of the description and all files that it refers to, together; default 64 MiB. */
  readonly maxBytes?: number;
  /** Milliseconds for one URL, body included; default 30 s. */
  readonly timeout?: number;
  /** The folder that files must lie in that a local description refers to; default the one that it lies in. */
  readonly root?: string;
  readonly fetch?: typeof fetch;
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/** The text of a file or URL. */
export interface Text {
  readonly text: string;
  /** Where it was in the end: after redirects, and without `.` and `..`. */
  readonly place: string;
}

/** Reads the files of one description; what they may cost together is counted down. */
export type Reader = (place: string, root?: string) => Promise<Text>;

/** Whether a place is a URL of the web; everything else is a file, or `-` for standard input. */
export function isUrl(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

/** The place as it may be shown: without credentials and query, which may hold a secret. */
export function shown(place: string): string {
  if (!isUrl(place) || !URL.canParse(place)) return place;
  const { origin, pathname } = new URL(place);
  return `${origin}${pathname}`;
}

/** The reader throws {@link CannotRead}. */
export function createReader(options: ReadOptions = {}): Reader {
  const { maxBytes = 64 * 2 ** 20, timeout = 30_000, fetch = globalThis.fetch } = options;
  let left = maxBytes;
  const read = async (stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    for await (const part of stream) {
      const chunk = typeof part === "string" ? Buffer.from(part) : part;
      left -= chunk.byteLength;
      if (left < 0) throw new CannotRead(tooLarge(maxBytes));
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
  return async (place, root) => {
    const { bytes, url }: Fetched = isUrl(place)
      ? await fetchUrl(place, { timeout, fetch, read })
      : { bytes: await readLocal(place, read, options.stdin, root), url: place };
    return { text: decode(bytes), place: isUrl(url) || url === "-" ? url : normalize(url) };
  };
}

async function readLocal(
  place: string,
  read: (stream: AsyncIterable<Uint8Array | string>) => Promise<Uint8Array>,
  stdin: ReadOptions["stdin"],
  root: string | undefined,
): Promise<Uint8Array> {
  if (place !== "-") return readRegularFile(place, read, root);
  if (stdin === undefined) throw new CannotRead("there is no standard input here");
  return read(stdin);
}

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); // without the byte order mark
  } catch (cause) {
    throw new CannotRead("is not UTF-8 text", { cause });
  }
  if (text.trim() === "") throw new CannotRead("is empty");
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw new CannotRead(isPage);
  return text;
}

function tooLarge(maxBytes: number): string {
  const limit = maxBytes >= 2 ** 20 ? `${Math.round(maxBytes / 2 ** 20)} MiB` : `${maxBytes} bytes`;
  return `is larger than ${limit}, with the files that it refers to; --max-size <MiB> allows more`;
}
