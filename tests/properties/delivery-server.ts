import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server can do with a request. All but those in `refusals` carry it out first. */
export const carrying = [
  "ok",
  "reset",
  "close",
  "cut",
  "garbage",
  "html",
  "empty",
  "hang",
  "500",
  "503",
  "522",
  "303",
] as const;
export const refusals = ["400", "404", "429", "503-refused"] as const;
export type Step = (typeof carrying)[number] | (typeof refusals)[number];

/** A server on a loopback port, with connections that stay open, that counts what it carried out. */
export interface DeliveryServer {
  /** Base URL of a call: `{url}/{call}/{step}.{step}…`; the last step repeats. What was seen of it: `{url}/seen/{call}`. */
  readonly url: string;
  close(): Promise<void>;
}

/** What the server saw of a call. */
export interface SeenOfCall {
  readonly requests: number;
  readonly carriedOut: number;
  /** Requests that came after one had been carried out. */
  readonly afterwards: number;
}

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*",
  "access-control-allow-methods": "*",
};

/** Starts it on a free port. */
export async function startDeliveryServer(): Promise<DeliveryServer> {
  const calls = new Map<string, SeenOfCall>();
  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    const [, call = "", steps = ""] = (request.url ?? "").split("/");
    for await (const _ of request); // the whole request has arrived
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    const seen = calls.get(call === "seen" ? steps : call) ?? {
      requests: 0,
      carriedOut: 0,
      afterwards: 0,
    };
    if (call === "seen") return void json(response, 200, seen);
    const all = steps.split(".") as Step[];
    const step = all[Math.min(seen.requests, all.length - 1)] ?? "ok";
    calls.set(call, {
      requests: seen.requests + 1,
      carriedOut: seen.carriedOut + (isCarrying(step) ? 1 : 0),
      afterwards: seen.afterwards + (seen.carriedOut > 0 ? 1 : 0),
    });
    answer(step, request, response);
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isCarrying = (step: Step): boolean => (carrying as readonly string[]).includes(step);

function answer(step: Step, { socket }: IncomingMessage, response: ServerResponse): void {
  switch (step) {
    case "ok":
      json(response, 200, { id: "webset_1", object: "webset" });
      return;
    case "reset":
      return void socket.resetAndDestroy();
    case "close":
      return void socket.destroy();
    case "garbage":
      return void socket.end("this is no HTTP\r\n\r\n");
    case "hang":
      return;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "99" });
      return void response.write('{"id":', () => socket.destroy());
    case "html":
      return void response.writeHead(200, { "content-type": "text/html" }).end("<p>done</p>");
    case "empty":
      return void response.writeHead(200, { "content-length": "0" }).end();
    case "303":
      return void response.writeHead(303, { location: "/elsewhere" }).end();
    default:
      response.setHeader("retry-after-ms", "1");
      json(response, Number.parseInt(step, 10), { error: "no" });
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
