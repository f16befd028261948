import { createReadStream } from "node:fs";
import { UnreadableSpec } from "./unreadable-spec.ts";

/** What reading may cost. */
export interface ReadLimits {
  /** Bytes; default 10 MiB. */
  readonly maxBytes?: number;
  /** Milliseconds for one URL, body included; default 30 s. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
}

const defaultMaxBytes = 10 * 2 ** 20;
const defaultTimeout = 30_000;

/** Whether a place is a URL of the web; everything else is a file. */
export function isUrl(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

/** The place as it may be shown: without credentials and query, which may hold a secret. */
export function shown(place: string): string {
  if (!isUrl(place) || !URL.canParse(place)) return place;
  const { origin, pathname } = new URL(place);
  return `${origin}${pathname}`;
}

/** The text of a file or URL. @throws UnreadableSpec */
export async function readText(place: string, limits: ReadLimits = {}): Promise<string> {
  const bytes = isUrl(place) ? await readUrl(place, limits) : await readFile(place, limits);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") throw new UnreadableSpec(shown(place), undefined, "is empty");
    if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw isPage(place);
    return text;
  } catch (cause) {
    if (cause instanceof UnreadableSpec) throw cause;
    throw new UnreadableSpec(shown(place), undefined, "is not UTF-8 text", { cause });
  }
}

function isPage(place: string): UnreadableSpec {
  return new UnreadableSpec(
    shown(place),
    undefined,
    "is an HTML or XML page, not an OpenAPI description in JSON or YAML",
  );
}

async function readFile(
  file: string,
  { maxBytes = defaultMaxBytes }: ReadLimits,
): Promise<Uint8Array> {
  try {
    return await readAll(createReadStream(file), file, maxBytes);
  } catch (cause) {
    if (cause instanceof UnreadableSpec) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException; // the file system throws these alone
    const known: Record<string, string> = {
      ENOENT: "there is no such file",
      EISDIR: "is a folder, not a file",
      EACCES: "may not be read",
    };
    throw new UnreadableSpec(file, undefined, known[code ?? ""] ?? message, { cause });
  }
}

async function readUrl(place: string, limits: ReadLimits): Promise<Uint8Array> {
  const { maxBytes = defaultMaxBytes, timeout = defaultTimeout, fetch = globalThis.fetch } = limits;
  if (!URL.canParse(place)) throw new UnreadableSpec(place, undefined, "is not a valid URL");
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(place, {
      signal,
      headers: { accept: "application/json, application/yaml, */*;q=0.5" },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new UnreadableSpec(
        shown(place),
        undefined,
        `the server answered ${response.status} ${response.statusText}`.trim(),
      );
    }
    if (/^text\/html\b/i.test(response.headers.get("content-type") ?? "")) {
      await response.body?.cancel();
      throw isPage(place);
    }
    // The DOM's types know no async iteration of streams; every runtime that this runs on has it.
    const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
    return await readAll(body, place, maxBytes);
  } catch (cause) {
    if (cause instanceof UnreadableSpec) throw cause;
    if (signal.aborted)
      throw new UnreadableSpec(shown(place), undefined, `took longer than ${timeout / 1000} s`, {
        cause,
      });
    throw new UnreadableSpec(shown(place), undefined, `cannot be fetched: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

async function readAll(
  stream: AsyncIterable<Uint8Array>,
  place: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(place, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(place: string, maxBytes: number): UnreadableSpec {
  const limit = maxBytes >= 2 ** 20 ? `${Math.round(maxBytes / 2 ** 20)} MiB` : `${maxBytes} bytes`;
  return new UnreadableSpec(shown(place), undefined, `is larger than ${limit}`);
}

/** `fetch` hides the reason of a failed connection in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  if (!(cause instanceof Error)) return message;
  return (cause as NodeJS.ErrnoException).code ?? cause.message;
}
