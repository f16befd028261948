import type { Exchange } from "../../findings/exchange.ts";

/**
 * Where a recording comes from. Only what the real API answered is `live`; a mock or a test server is `local`, and what
 * no server ever sent, `documentation`.
 */
export interface Provenance {
  readonly origin: "live" | "local" | "documentation";
  /** Day of the recording, `YYYY-MM-DD` (UTC); none where nothing was sent. */
  readonly date?: string;
  readonly note: string;
}

/** What such a file is told by. */
export const creator = "exa-websets record";

/** A recording may not be written because it holds a secret. The message does not show it. */
export class SecretInRecording extends Error {
  override readonly name = "SecretInRecording";
}

/**
 * Exchanges as HAR 1.2 with provenance, two spaces deep. Nothing in it depends on when it is written but the date:
 * recording the same answer again gives the same bytes.
 * @param secrets must not be found in it, in any usual encoding
 * @throws SecretInRecording
 */
export function writeHar(
  exchanges: readonly Exchange[],
  provenance: Provenance,
  secrets: readonly string[],
): string {
  const har = {
    log: {
      version: "1.2",
      _provenance: provenance,
      creator: { name: creator, version: "1" },
      entries: exchanges.map((exchange) => entryOf(exchange, provenance.date)),
    },
  };
  const text = `${JSON.stringify(har, null, 2)}\n`;
  for (const secret of secrets) {
    if (holdsSecret(text, secret)) {
      throw new SecretInRecording(
        "the key was found in what was recorded, even scrubbed; nothing was written",
      );
    }
  }
  return text;
}

function entryOf({ request, response }: Exchange, date = "1970-01-01"): object {
  const mimeType = response.headers["content-type"] ?? "";
  return {
    startedDateTime: `${date}T00:00:00.000Z`,
    time: 0,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(request.headers),
      queryString: [],
      headersSize: -1,
      bodySize: size(request.body),
      ...(request.body && {
        postData: { mimeType: request.headers["content-type"] ?? "", text: request.body },
      }),
    },
    response: {
      status: response.status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairs(response.headers),
      content: {
        size: size(response.body),
        mimeType,
        ...(response.body && { text: response.body }),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: size(response.body),
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}

/** Sorted, because a server may send them in any order. */
function pairs(headers: Readonly<Record<string, string>>): { name: string; value: string }[] {
  const names = Object.keys(headers).sort();
  return names.map((name) => ({ name, value: headers[name] ?? "" }));
}

const size = (body: string | null | undefined): number => Buffer.byteLength(body ?? "");

/** Is the secret in a text: as it is, in any case, or as URLs, JSON, base64 and hex write it? */
export function holdsSecret(text: string, secret: string): boolean {
  if (secret === "") return false;
  const bytes = Buffer.from(secret);
  const base64 = bytes.toString("base64").replace(/=+$/, "");
  const forms = [secret, encodeURIComponent(secret), bytes.toString("hex"), base64];
  // A body is JSON in the HAR's JSON, and may hold JSON itself.
  for (let nesting = 0, form = secret; nesting < 4; nesting++) {
    form = JSON.stringify(form).slice(1, -1);
    forms.push(form);
  }
  const folded = text.toLowerCase();
  return forms.some((form) => folded.includes(form.toLowerCase()));
}
