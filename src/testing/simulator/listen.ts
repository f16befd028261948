import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Listening } from "./simulator.ts";

/**
 * Serves a `fetch` on the loopback interface.
 * @param port 0 for a free one.
 * @param onClose told once, when it listens no more.
 * @throws Error where the port is taken or not allowed.
 */
export async function listen(
  fetch: typeof globalThis.fetch,
  port: number,
  onClose: () => void,
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    // Where the simulated API breaks the connection, so does this server.
    serve(fetch, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(cannotListen(port, cause)));
    server.listen(port, "127.0.0.1", resolve);
  });
  server.unref();
  server.on("connection", (socket) => socket.unref());
  const close = new Promise<void>((resolve) => server.once("close", resolve)).then(onClose);
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
      return close;
    },
  };
}

async function serve(
  fetch: typeof globalThis.fetch,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const { method = "GET", url = "/" } = incoming;
  const body: Uint8Array[] = [];
  for await (const chunk of incoming) body.push(chunk);
  const response = await fetch(`http://${incoming.headers.host ?? "127.0.0.1"}${url}`, {
    method,
    headers: headersOf(incoming),
    signal: gone.signal,
    ...(body.length > 0 && { body: Buffer.concat(body) }),
  });
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}

/** Without those of the connection, which `fetch` refuses or sets itself. */
function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    headers.push([rawHeaders[i] as string, rawHeaders[i + 1] as string]);
  const own =
    /^(connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;
  return headers.filter(([name]) => !own.test(name));
}

function cannotListen(port: number, cause: NodeJS.ErrnoException): Error {
  const reason =
    cause.code === "EADDRINUSE"
      ? `port ${port} is in use; choose another one, or 0 for a free one`
      : cause.message;
  return new Error(`the simulator cannot listen: ${reason}`, { cause });
}
