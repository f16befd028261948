import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { webset } from "../faults/webset.ts";

/** What the consumers call: a double of the API that is always well, behind TLS too, and a proxy to it. */
export interface Api {
  /** For the environment of a consumer. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Answers with the Webset that was asked for; 404 for the id `missing`, and once 429 for each id with `busy`. */
const answer: RequestListener = async (request, response) => {
  const id = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
  const { metadata } = JSON.parse((await readText(request)) || "{}");
  const busy = id.startsWith("busy") && !seen.has(id);
  seen.add(id);
  const status = id === "missing" ? 404 : busy ? 429 : 200;
  const body = status === 200 ? { ...webset, id, metadata } : { error: "No." };
  const headers = { "content-type": "application/json", "retry-after-ms": "100" };
  response.writeHead(status, headers).end(JSON.stringify(body));
};
const seen = new Set<string>();

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

/** A proxy that tunnels (RFC 9110, 9.3.6) and wants a password, as companies have. */
function startProxy(): Server {
  const proxy = createServer((_, response) => void response.writeHead(405).end());
  return proxy.on("connect", (request: IncomingMessage, client: Socket) => {
    client.on("error", () => client.destroy());
    const wanted = `Basic ${Buffer.from("user:password").toString("base64")}`;
    if (request.headers["proxy-authorization"] !== wanted)
      return void client.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const { hostname, port } = new URL(`http://${request.url}`);
    const server = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      server.pipe(client).pipe(server);
    });
    server.on("error", () => client.destroy());
  });
}

/** Starts all of it on free ports of the loopback interface. */
export async function startApi(): Promise<Api> {
  const pem = (name: string) => new URL(`../faults/tls/${name}.pem`, import.meta.url);
  const read = (name: string) => readFileSync(pem(name), "utf8");
  const servers = [
    createServer(answer),
    createTlsServer({ key: read("key"), cert: read("trusted") }, answer),
    startProxy(),
  ];
  const [plain, secure, proxy] = await Promise.all(servers.map(listen));
  return {
    env: {
      WEBSETS_URL: `http://127.0.0.1:${plain}`,
      WEBSETS_TLS_URL: `https://127.0.0.1:${secure}`,
      WEBSETS_CA: pem("ca").pathname,
      WEBSETS_PROXY: `http://user:password@127.0.0.1:${proxy}`,
    },
    close: async () => void (await Promise.all(servers.map(close))),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server & { closeAllConnections?: () => void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections?.();
  });
}
