/** The server that the clients call, in a process of its own. Tells its parent the port; ends with it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { updateBody, webset } from "./samples.ts";

// What was asked for: a client may hold the answer to its question.
const body = Buffer.from(JSON.stringify({ ...webset(1), id: "webset_1", ...updateBody }));

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    response.writeHead(request.method === "POST" ? 200 : 405, {
      "content-type": "application/json; charset=utf-8",
      "content-length": body.length,
    });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
