import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Answer, Seen } from "./case.ts";
import { cases } from "./cases.ts";
import { webset } from "./webset.ts";

/** The faulty server: two origins on real sockets, and a record of what each of them saw. */
export interface FaultyServer {
  /** Where the cases go: `{own}/c/{case}`. */
  readonly own: string;
  /** Where redirects lead to. Nothing may ever arrive here. */
  readonly other: string;
  /** A port where nobody listens. */
  readonly refused: string;
  /** Further pages of the other origin, by path: a browser's page and its script. */
  readonly pages: Map<string, { type: string; body: string }>;
  close(): Promise<void>;
}

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, x-api-key, content-type, traceparent",
  "access-control-allow-methods": "*",
  "access-control-expose-headers": "*",
  "access-control-max-age": "600",
};

/** Starts both origins on free ports of the loopback interface. */
export async function startFaultyServer(): Promise<FaultyServer> {
  const seen = new Map<string, { own: Seen[]; other: Seen[] }>();
  const answers = new Map(cases.map(({ id, row }) => [id, row.answers ?? [{}]]));
  const pages: FaultyServer["pages"] = new Map();
  const origins = { own: "", other: "" };

  const handle = (where: "own" | "other") => async (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "";
    // A browser repeats a request by itself on a connection that it used before; none is used twice.
    response.setHeader("connection", "close");
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    const page = pages.get(url);
    if (page) return void response.writeHead(200, { "content-type": page.type }).end(page.body);
    if (url.startsWith("/seen/")) return send(response, seen.get(url.slice(6)) ?? { own: [], other: [] });
    const [, id = "", path = url] = /^\/c\/([^/]+)(.*)$/.exec(url) ?? [];
    const known = answers.get(id);
    const log = record(seen, known ? id : "stray")[where];
    const entry: Seen = {
      method: request.method ?? "",
      path,
      key: (request.headers["x-api-key"] as string | undefined) ?? null,
      contentType: request.headers["content-type"] ?? null,
      body: "",
    };
    log.push(entry);
    const turn = log.length - 1;
    for await (const chunk of request.setEncoding("utf8")) entry.body += chunk;
    answer(known?.[Math.min(turn, known.length - 1)] ?? { status: 404 }, response, {
      own: `${origins.own}/c/${id}`,
      other: `${origins.other}/c/${id}`,
    });
  };

  const servers = { own: createServer(catching(handle("own"))), other: createServer(catching(handle("other"))) };
  origins.own = await listen(servers.own);
  origins.other = await listen(servers.other);
  const unused = createServer();
  const refused = await listen(unused);
  await close(unused);
  return {
    ...origins,
    refused,
    pages,
    close: async () => void (await Promise.all([close(servers.own), close(servers.other)])),
  };
}

/** A caller that hangs up in the middle is what many cases are about, and no fault of the server. */
function catching(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  return (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => response.destroy());
  };
}

function record<T extends { own: Seen[]; other: Seen[] }>(seen: Map<string, T | { own: []; other: [] }>, name: string) {
  const entry = seen.get(name) ?? { own: [], other: [] };
  seen.set(name, entry);
  return entry;
}

function send(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...cors, "content-type": "application/json" }).end(JSON.stringify(value));
}

function answer(spec: Answer, response: ServerResponse, origins: { own: string; other: string }): void {
  const socket = response.socket;
  if (!socket || socket.destroyed) return;
  if (spec.fault === "hang") return;
  if (spec.fault === "reset") return void socket.resetAndDestroy();
  if (spec.fault === "close") return void socket.destroy();
  if (spec.fault === "garbage") return void socket.end("SSH-2.0-OpenSSH_9.9\r\n\r\n");

  const body = bytes(spec);
  const headers: Record<string, string> = { ...cors, "content-type": "application/json; charset=utf-8" };
  if (spec.gzip) headers["content-encoding"] = "gzip";
  if (spec.location) headers.location = spec.location.replace(/\{(own|other)\}/, (_, o: "own" | "other") => origins[o]);
  if (spec.retryDate !== undefined) headers["retry-after"] = httpDate(spec.retryDate);
  for (const [name, value] of Object.entries(spec.headers ?? {})) {
    // An empty value in the table means: not this header.
    if (value === "") delete headers[name];
    else headers[name] = value;
  }
  response.writeHead(spec.status ?? 200, headers);
  if (!spec.fault) return void (spec.body === null ? response.end() : response.end(body));
  response.flushHeaders();
  breakBody(spec.fault, response, body);
}

function breakBody(fault: NonNullable<Answer["fault"]>, response: ServerResponse, body: Uint8Array): void {
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
  const raw = body instanceof Uint8Array ? body : typeof body === "string" ? body : JSON.stringify(body);
  const padded = typeof raw === "string" ? Buffer.from(" ".repeat(spec.padding ?? 0) + raw) : raw;
  return spec.gzip ? gzipSync(padded) : padded;
}

function httpDate(seconds: number): string {
  return new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toUTCString();
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
