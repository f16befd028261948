/**
 * A server that fails one request in eight, chosen by a fixed seed, and counts by id what it carried out. In a process of
 * its own: tells its parent the port, then the counts when it is asked for them; ends with it.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { randomFrom, webset } from "./samples.ts";

const random = randomFrom(20_261_125);
const carriedOut: Record<string, number> = {};
const body = JSON.stringify(webset(1));

/** Of 80 requests, ten fail: six after they were carried out. */
function fail(fault: number, response: ServerResponse): boolean {
  const { socket } = response;
  if (fault < 2) socket?.resetAndDestroy();
  else if (fault === 2) socket?.destroy();
  else if (fault === 3) response.writeHead(503).end();
  else if (fault === 4) response.writeHead(200, { "content-type": "text/html" }).end("<p>");
  else if (fault === 5) {
    response.writeHead(200, { "content-type": "application/json", "content-length": 9999 });
    response.write("{", () => socket?.destroy());
  } else return false;
  return true;
}

function refuse(fault: number, response: ServerResponse): boolean {
  if (fault < 6 || fault > 9) return false;
  response.writeHead(fault === 6 ? 404 : fault === 7 ? 400 : 429, { "retry-after-ms": "1" }).end();
  return true;
}

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    const fault = Math.floor(random() * 80);
    if (refuse(fault, response)) return;
    const id = request.url?.split("/").at(-1) ?? "";
    carriedOut[id] = (carriedOut[id] ?? 0) + 1;
    if (fail(fault, response)) return;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(body.replace(/"id":"[^"]*"/, `"id":"${id}"`));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("message", () => process.send?.(carriedOut));
process.on("disconnect", () => process.exit());
