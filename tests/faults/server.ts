import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, cors } from "./answer.ts";
import type { Seen } from "./case.ts";
import { cases } from "./cases.ts";

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

/** Starts both origins on free ports of the loopback interface. */
export async function startFaultyServer(): Promise<FaultyServer> {
  const seen = new Map<string, Log>();
  const answers = new Map(cases.map(({ id, row }) => [id, row.answers ?? [{}]]));
  const pages: FaultyServer["pages"] = new Map();
  const origins = { own: "", other: "" };

  const handle =
    (where: "own" | "other") => async (request: IncomingMessage, response: ServerResponse) => {
      const url = request.url ?? "";
      // A browser repeats a request by itself on a connection that it used before: none is used twice.
      response.setHeader("connection", "close");
      if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
      const page = pages.get(url);
      if (page) return void response.writeHead(200, { "content-type": page.type }).end(page.body);
      if (url.startsWith("/seen/"))
        return send(response, seen.get(url.slice(6)) ?? { own: [], other: [] });
      const [, id = "", path = url] = /^\/c\/([^/]+)(.*)$/.exec(url) ?? [];
      const known = answers.get(id);
      const log = logOf(seen, known ? id : "stray")[where];
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

  const servers = {
    own: createServer(catching(handle("own"))),
    other: createServer(catching(handle("other"))),
  };
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

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
