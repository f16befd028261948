import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { answer, cors } from "./answer.ts";
import type { Certificate, Origins, Seen } from "./case.ts";
import { cases } from "./cases.ts";

/** The certificate of the private authority. */
export const authority = fileURLToPath(new URL("tls/ca.pem", import.meta.url));

/** The faulty server: origins on real sockets, and a record of what each of them saw. */
export interface FaultyServer extends Origins {
  /** Where redirects lead to. Nothing may ever arrive here. */
  readonly other: string;
  /** Further pages of the other origin, by path: a browser's page and its script. */
  readonly pages: Map<string, { type: string; body: string }>;
  close(): Promise<void>;
}

/** Starts all origins on free ports of the loopback interface. */
export async function startFaultyServer(): Promise<FaultyServer> {
  const log = new Map<string, Log>();
  const rows = new Map(cases.map(({ id, row }) => [id, row]));
  const pages: FaultyServer["pages"] = new Map();
  const origins = { own: "", other: "" };
  const connections = new WeakMap<object, number>();
  let opened = 0;

  const handle =
    (where: "own" | "other") => async (request: IncomingMessage, response: ServerResponse) => {
      const url = request.url ?? "";
      const [, id = "", path = url] = /^\/c\/([^/]+)(.*)$/.exec(url) ?? [];
      const row = rows.get(id);
      // A browser repeats a request by itself on a connection that it used before.
      if (!row?.keepAlive) response.setHeader("connection", "close");
      if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
      const page = pages.get(url);
      if (page) return void response.writeHead(200, { "content-type": page.type }).end(page.body);
      if (url.startsWith("/seen/"))
        return send(response, log.get(url.slice(6)) ?? { own: [], other: [] });
      const seen = logOf(log, row ? id : "stray")[where];
      const entry: Seen = {
        method: request.method ?? "",
        path,
        key: (request.headers["x-api-key"] as string | undefined) ?? null,
        contentType: request.headers["content-type"] ?? null,
        connection: connections.get(request.socket) ?? -1,
        at: performance.now(),
        body: "",
      };
      const turn = seen.push(entry) - 1;
      for await (const chunk of request.setEncoding("utf8")) entry.body += chunk;
      const answers = row ? (row.answers ?? [{}]) : [{ status: 404 }];
      answer(answers[Math.min(turn, answers.length - 1)] ?? {}, response, {
        own: `${origins.own}/c/${id}`,
        other: `${origins.other}/c/${id}`,
      });
    };

  const own = catching(handle("own"));
  const key = readPem("key");
  const secure = (name: Certificate) => createTlsServer({ key, cert: readPem(name) }, own);
  const servers = {
    own: createServer(own),
    other: createServer(catching(handle("other"))),
    trusted: secure("trusted"),
    "self-signed": secure("self-signed"),
    "wrong-host": secure("wrong-host"),
    expired: secure("expired"),
  };
  const ports = {} as Record<keyof typeof servers, number>;
  for (const [name, server] of Object.entries(servers)) {
    for (const event of ["connection", "secureConnection"])
      server.on(event, (socket: object) => connections.set(socket, opened++));
    ports[name as keyof typeof servers] = await listen(server);
  }
  origins.own = `http://127.0.0.1:${ports.own}`;
  origins.other = `http://127.0.0.1:${ports.other}`;
  const tls = {
    trusted: `https://127.0.0.1:${ports.trusted}`,
    "self-signed": `https://127.0.0.1:${ports["self-signed"]}`,
    "wrong-host": `https://127.0.0.1:${ports["wrong-host"]}`,
    expired: `https://127.0.0.1:${ports.expired}`,
  };
  const unused = createServer();
  const refused = `http://127.0.0.1:${await listen(unused)}`;
  await close(unused);
  return {
    ...origins,
    refused,
    tls,
    pages,
    close: async () => void (await Promise.all(Object.values(servers).map(close))),
  };
}

function readPem(name: string): string {
  return readFileSync(new URL(`tls/${name}.pem`, import.meta.url), "utf8");
}

/** A caller that hangs up in the middle is what many cases are about, and no fault of the server. */
function catching(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  return (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => response.destroy());
  };
}

interface Log {
  readonly own: Seen[];
  readonly other: Seen[];
}

function logOf(seen: Map<string, Log>, id: string): Log {
  const log = seen.get(id) ?? { own: [], other: [] };
  seen.set(id, log);
  return log;
}

function send(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { ...cors, "content-type": "application/json" })
    .end(JSON.stringify(value));
}

/** @returns the port. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
