import { CannotRead } from "./unreadable-spec.ts";

const maxHops = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** What came of a URL. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Where it was in the end: what it refers to is relative to that (RFC 3986, section 5.1.3). */
  readonly url: string;
}

/** What fetching a URL may cost, and how it is done. */
export interface FetchOptions {
  /** Milliseconds, body included. */
  readonly timeout: number;
  readonly fetch: typeof fetch;
  /** Reads the body to its end. */
  readonly read: (stream: AsyncIterable<Uint8Array>) => Promise<Uint8Array>;
}

/**
 * Fetches a description. Redirects are followed within the origin alone: whoever answers must not be able to have
 * another host asked, such as one that only this machine can reach.
 * @throws CannotRead
 */
export async function fetchUrl(place: string, options: FetchOptions): Promise<Fetched> {
  const { timeout, read } = options;
  if (!URL.canParse(place)) throw new CannotRead("is not a valid URL");
  const signal = AbortSignal.timeout(timeout);
  try {
    const { response, url } = await follow(place, options.fetch, signal);
    const reason = refusalOf(response);
    if (reason !== undefined) {
      await response.body?.cancel();
      throw new CannotRead(reason);
    }
    // The DOM's types know no async iteration of streams; every runtime that this runs on has it.
    const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
    return { bytes: await read(body), url };
  } catch (cause) {
    if (cause instanceof CannotRead) throw cause;
    const reason = signal.aborted
      ? `took longer than ${timeout / 1000} s; --timeout <seconds> allows more`
      : `cannot be fetched: ${reasonOf(cause)}`;
    throw new CannotRead(reason, { cause });
  }
}

async function follow(place: string, fetch: typeof globalThis.fetch, signal: AbortSignal) {
  let url = new URL(place);
  const headers = headersFor(url);
  for (let hops = 0; hops <= maxHops; hops++) {
    [url.username, url.password] = ["", ""]; // fetch refuses a URL that has them
    const response = await fetch(url.href, { signal, headers, redirect: "manual" });
    const location = redirects.has(response.status) ? response.headers.get("location") : null;
    if (location === null) return { response, url: url.href };
    await response.body?.cancel();
    const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (target?.origin !== url.origin) {
      const where = target ? `${target.origin}${target.pathname}` : "no valid URL";
      throw new CannotRead(`redirects to another origin: ${where}; give that address instead`);
    }
    url = target;
  }
  throw new CannotRead(`redirects more than ${maxHops} times`);
}

function headersFor({ username, password }: URL): Record<string, string> {
  const accept = "application/json, application/yaml, */*;q=0.5";
  if (username === "" && password === "") return { accept };
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { accept, authorization: `Basic ${Buffer.from(credentials).toString("base64")}` };
}

function refusalOf(response: Response): string | undefined {
  if (!response.ok) return `the server answered ${response.status} ${response.statusText}`.trim();
  if (/^text\/html\b/i.test(response.headers.get("content-type") ?? "")) return isPage;
  return undefined;
}

/** What is said of HTML, wherever it came from. */
export const isPage = "is an HTML or XML page, not an OpenAPI description in JSON or YAML";

/** `fetch` hides the reason of a failed connection in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  if (!(cause instanceof Error)) return message;
  return (cause as NodeJS.ErrnoException).code ?? cause.message;
}
