import type { ServerResponse } from "node:http";
import type { Answer } from "./case.ts";
import { encode } from "./encode.ts";
import { webset } from "./webset.ts";

/** A page of any origin may send and read everything: what a browser forbids is not what is tested. */
export const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, x-api-key, content-type, traceparent",
  "access-control-allow-methods": "*",
  "access-control-expose-headers": "*",
  "access-control-max-age": "600",
};

/** Gives one answer of the table, faults included. `origins` says where redirects lead. */
export function answer(
  spec: Answer,
  response: ServerResponse,
  origins: { own: string; other: string },
): void {
  const socket = response.socket;
  if (!socket || socket.destroyed) return;
  if (spec.fault === "hang") return;
  if (spec.fault === "slow") {
    const { fault: _, ...later } = spec;
    return void setTimeout(() => answer(later, response, origins), 100);
  }
  if (spec.fault === "reset") return void socket.resetAndDestroy();
  if (spec.fault === "close") return void (spec.raw ? socket.end(spec.raw) : socket.destroy());
  if (spec.raw) socket.write(spec.raw);

  const body = bytes(spec);
  const headers: Record<string, string> = {
    ...cors,
    "content-type": "application/json; charset=utf-8",
  };
  if (spec.encode) headers["content-encoding"] = spec.encode.join(", ");
  if (spec.location)
    headers.location = spec.location.replace(
      /\{(own|other)\}/,
      (_, o: "own" | "other") => origins[o],
    );
  if (spec.retryDate !== undefined) headers["retry-after"] = httpDate(spec.retryDate);
  for (const [name, value] of Object.entries(spec.headers ?? {})) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  if (!spec.fault || spec.fault === "close-after") {
    response.writeHead(spec.status ?? 200, headers).end(spec.body === null ? null : body);
    // Once the answer has been handed over: the connection is destroyed, though it was to be kept.
    if (spec.fault) response.once("close", () => socket.destroy());
    return;
  }
  // Node takes any end of a connection that was to be closed for the end of the body.
  response.setHeader("connection", "keep-alive");
  response.writeHead(spec.status ?? 200, headers).flushHeaders();
  breakBody(spec.fault, response, body);
}

function breakBody(
  fault: NonNullable<Answer["fault"]>,
  response: ServerResponse,
  body: Uint8Array,
): void {
  const half = body.subarray(0, Math.ceil(body.length / 2));
  const stop = (timer: NodeJS.Timeout) => response.on("close", () => clearInterval(timer));
  if (fault === "drip") {
    let sent = 0;
    stop(setInterval(() => response.write(body.subarray(sent, ++sent)), 20));
  } else if (fault === "endless") {
    stop(setInterval(() => response.write(" ".repeat(16_384)), 1));
  } else {
    response.write(half);
    // Headers and the half are out before the end comes, so that the client is in the middle of its reading.
    if (fault === "reset-in-body") setTimeout(() => response.socket?.resetAndDestroy(), 20);
    if (fault === "close-in-body") setTimeout(() => response.socket?.destroy(), 20);
  }
}

function bytes(spec: Answer): Uint8Array {
  const { body = webset } = spec;
  const raw =
    body instanceof Uint8Array ? body : typeof body === "string" ? body : JSON.stringify(body);
  const padded: Uint8Array =
    typeof raw === "string" ? Buffer.from(" ".repeat(spec.padding ?? 0) + raw) : raw;
  const coded = (spec.encode ?? []).reduce((coded, coding) => encode[coding](coded), padded);
  return coded.subarray(0, spec.cut);
}

function httpDate(seconds: number): string {
  return new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toUTCString();
}
