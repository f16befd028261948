// A server on loopback that answers with the contract's own examples, and now and then as it should not.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

/** Fixed, so that the recordings are the same again. */
export const port = 4719;
export const origin = `http://127.0.0.1:${port}`;
/** Below it stands what the contract describes. */
export const base = `${origin}/websets`;

const contract = new URL("../../../generated/openapi.json", import.meta.url);
const { examples } = JSON.parse(readFileSync(contract, "utf8")).components;
const webset = { ...examples.IdleWebset.value };
const good = JSON.stringify(webset);
const type = { "content-type": "application/json", "access-control-allow-origin": "*" };

/** What each Webset answers; the last segment of the path. */
const answers = {
  good: () => [200, type, good],
  // Longer than its own packed bytes, so that every size in a recording differs.
  packed: () => [200, { ...type, "content-encoding": "gzip" }, gzipSync(good)],
  missing: () => [404, type, JSON.stringify(examples.WebsetNotFound.value)],
  // Not as the contract says: these must be found whatever recorded them.
  drifted: () => [200, type, JSON.stringify({ ...webset, status: "asleep" })],
  latin1: () => [
    200,
    type,
    Buffer.from(JSON.stringify({ ...webset, title: "Université" }), "latin1"),
  ],
  empty: () => [200, type, ""],
  page: () => [200, { "content-type": "text/html" }, "<!doctype html><title>Login</title>"],
};

/** Starts it; resolves to a function that stops it. */
export async function start() {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const { pathname } = new URL(request.url, origin);
      const name = pathname.split("/").filter(Boolean).at(-1);
      if (name === "aborted") return request.socket.destroy();
      const page = pages[pathname];
      if (page) return send(response, [200, { "content-type": "text/html" }, page()]);
      send(
        response,
        pathname.startsWith("/websets/") ? (answers[name] ?? answers.good)() : [200, type, "{}"],
      );
    });
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
}

const pages = {
  "/": () => "<!doctype html><title>Page</title>",
  // For a browser that is not steered: its tools have opened when the next page comes.
  "/start.html": () =>
    '<!doctype html><meta http-equiv="refresh" content="15; url=calls.html"><title>Wait</title>',
  "/calls.html": () => `<!doctype html><title>Calls</title><script type="module">
for (const { url, ...init } of ${JSON.stringify(calls)})
  await fetch(url, init).then((answer) => answer.text()).catch(() => {});
</script>`,
};

function send(response, [status, headers, body]) {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

/** The calls that every tool records, in this order. No key: what stands there is a word. */
export const calls = [
  ...["good", "packed", "missing", "drifted", "latin1", "empty", "page"].map((id) => ({
    url: `${base}/v0/websets/${id}`,
  })),
  { url: `${base}/v0/websets/good/` },
  { url: `${origin}/search` },
  { url: `${base}/v0/websets/aborted` },
].map(({ url }) => ({
  url,
  method: "POST",
  headers: { "content-type": "application/json", "x-api-key": "REDACTED" },
  body: JSON.stringify(examples.SetMetadata.value),
}));
