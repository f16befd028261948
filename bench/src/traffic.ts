import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { randomFrom, updateBody, webset } from "./samples.ts";

const requestBody = JSON.stringify(updateBody);
const requestHeaders = { "x-api-key": "REDACTED", "content-type": "application/json" };
const responseHeaders = { "content-type": "application/json; charset=utf-8" };

/** One recorded exchange as a line of NDJSON: of a thousand 980 succeed, 20 are refused, and one of all drifts. */
export function exchangeLine(seed: number): string {
  const kind = Math.floor(randomFrom(seed)() * 1000);
  const [status, body] = answer(seed, kind);
  return `${JSON.stringify({
    request: {
      method: "POST",
      url: `https://api.exa.ai/websets/v0/websets/webset_${seed}`,
      headers: requestHeaders,
      body: requestBody,
    },
    response: { status, headers: responseHeaders, body: JSON.stringify(body) },
  })}\n`;
}

function answer(seed: number, kind: number): [number, unknown] {
  if (kind < 10)
    return [404, { error: "Webset not found", tag: "NOT_FOUND", requestId: `${seed}` }];
  if (kind < 20) return [429, { error: "Too many requests", requestId: `${seed}` }];
  if (kind === 20) return [200, { ...webset(seed), status: "archived" }];
  return [200, webset(seed)];
}

/** Writes so many exchanges to a file; resolves to its size in bytes. */
export async function writeTraffic(file: string, exchanges: number): Promise<number> {
  const stream = createWriteStream(file);
  for (let seed = 0; seed < exchanges; ) {
    let block = "";
    for (const end = Math.min(exchanges, seed + 500); seed < end; seed++)
      block += exchangeLine(seed);
    if (!stream.write(block)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
  return stream.bytesWritten;
}
