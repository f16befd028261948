import { Buffer } from "node:buffer";
import type { Gaps } from "../../findings/exchange.ts";

/** All that a recording tells of a body. */
export interface BodyEvidence {
  /** The decoded text; `undefined` where the recording has none. */
  readonly text: string | undefined;
  /** Bytes of the decoded body, as the recorder says; anything but a number that is not negative says nothing. */
  readonly decodedSize?: unknown;
  /** Bytes of the body as it was sent, as the recorder says, likewise. */
  readonly wireSize?: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly headersKnown: boolean;
  readonly side: "request" | "response";
  /** The recording speaks of a body, if only of its media type. */
  readonly mentioned: boolean;
  /** No body belongs there, by method or status (RFC 9110, section 6.4.1). */
  readonly never: boolean;
}

/** Is the body there as it was sent (`undefined`: yes, or there surely was none), or what became of it? */
export function bodyGap(evidence: BodyEvidence): Gaps["body"] {
  const { text, decodedSize, wireSize, headers, never } = evidence;
  const length = contentLength(headers);
  if (text) return isCut(text, decodedSize, length, headers) ? "cut" : undefined;
  // What HTTP itself says outweighs what a recorder counted: Firefox counts headers in.
  if (never || (length === 0 && !text)) return undefined;
  const sizes = [decodedSize, wireSize, length];
  if (sizes.some((size) => typeof size === "number" && size > 0)) return "not-recorded";
  if (text === "" || sizes.includes(0)) return undefined;
  return surelyNone(evidence) ? undefined : "not-recorded";
}

/** Fewer bytes than were told of, and no whole JSON: recorders err in sizes more often than they cut. */
function isCut(
  text: string,
  decodedSize: unknown,
  length: number | undefined,
  headers: BodyEvidence["headers"],
): boolean {
  const sent = headers["content-encoding"] ? 0 : (length ?? 0);
  const told = typeof decodedSize === "number" ? Math.max(decodedSize, sent) : sent;
  // UTF-8 has no fewer bytes than UTF-16 has units, so nearly always this is enough.
  if (told <= text.length || told <= Buffer.byteLength(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/** A request that announces no body has none (RFC 9112, section 6.3). */
function surelyNone({ side, headers, headersKnown, mentioned }: BodyEvidence): boolean {
  return (
    side === "request" &&
    !mentioned &&
    headersKnown &&
    headers["transfer-encoding"] === undefined &&
    headers["content-type"] === undefined
  );
}

function contentLength(headers: BodyEvidence["headers"]): number | undefined {
  const text = headers["content-length"];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
