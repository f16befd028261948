// What mitmproxy writes of calls that pass through it: a HAR by its own script, and its own flow file.
import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { connect } from "node:net";
import { calls, origin, port } from "./server.mjs";

const proxyPort = port + 1;
const script = "/usr/share/doc/mitmproxy/examples/contrib/har_dump.py";

export async function recordMitmproxy(out) {
  const proxy = spawn(
    "mitmdump",
    [
      "-q",
      "-p",
      `${proxyPort}`,
      "--mode",
      `reverse:${origin}`,
      "-w",
      `${out}/mitmproxy.flows`,
      "-s",
      script,
    ].concat("--set", `hardump=${out}/mitmproxy.har`),
    { stdio: "inherit" },
  );
  await listening(proxyPort);
  for (const call of calls) await send(call);
  proxy.kill("SIGINT");
  await once(proxy, "exit");
}

/** Tries until something listens there; gives up after a bounded number of tries. */
async function listening(to, tries = 200) {
  for (let n = 0; n < tries; n++) {
    const socket = connect(to, "127.0.0.1");
    const event = await Promise.race([once(socket, "connect"), once(socket, "error")]).then(
      () => "open",
      () => "closed",
    );
    socket.destroy();
    if (event === "open") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the proxy does not listen");
}

function send({ url, method, headers, body }) {
  return new Promise((resolve) => {
    const through = url.replace(`:${port}`, `:${proxyPort}`);
    const request = http.request(through, { method, headers }, (response) => {
      response.resume().on("end", resolve);
    });
    request.on("error", resolve);
    request.end(body);
  });
}
