import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { websetFixture } from "../testing/webset-fixture.ts";
import { main } from "./main.ts";

const webset = websetFixture({ id: "ws_1", title: "Fleets", metadata: { team: "search" } });

/** Runs `exa-websets update …` against a server that always gives this answer. */
async function update(
  args: string[],
  answer: { status?: number; body: unknown } = { body: webset },
  env = {},
) {
  const seen: { url: string | undefined; key: unknown; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push({ url: request.url, key: request.headers["x-api-key"], body });
    response.writeHead(answer.status ?? 200, {
      "content-type": "application/json",
      connection: "close",
    });
    response.end(JSON.stringify(answer.body));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const text = { stdout: "", stderr: "" };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const code = await main(["update", ...args, "--base-url", url], {
    stdin: Readable.from([]),
    stdout: { write: (part) => (text.stdout += part) },
    stderr: { write: (part) => (text.stderr += part) },
    env: { EXA_API_KEY: "secret-key-1", ...env },
  });
  return { code, seen, ...text };
}

test("updates and shows the Webset as it is afterwards", async () => {
  const { code, seen, stdout, stderr } = await update(
    ["ws_1", "--metadata", "team=search", "--metadata", "a=b=c"],
    {
      body: { ...webset, metadata: { team: "search", a: "b=c" } },
    },
  );
  expect(seen).toEqual([
    {
      url: "/v0/websets/ws_1",
      key: "secret-key-1",
      body: '{"metadata":{"team":"search","a":"b=c"}}',
    },
  ]);
  expect(stdout).toMatch(/^Updated ws_1\n {2}title +Fleets\n/);
  expect(stdout).toMatch(/metadata\.team +search\n {2}metadata\.a +b=c\n/);
  expect([code, stderr]).toEqual([0, ""]);
});

test("prints JSON and nothing else with --json", async () => {
  const { stdout, seen } = await update(["ws_1", "--title", "Fleets", "--json"]);
  expect(JSON.parse(stdout)).toEqual(webset);
  expect(seen[0]?.body).toBe('{"title":"Fleets"}');
});

test.each([
  ["an unknown option", ["ws_1", "--title", "t", "--nope"]],
  ["a missing id", ["--title", "t"]],
  ["a second id", ["ws_1", "ws_2", "--title", "t"]],
  ["metadata without =", ["ws_1", "--metadata", "team"]],
  ["metadata without a key", ["ws_1", "--metadata", "=x"]],
  ["a value over 1000 characters", ["ws_1", "--metadata", `a=${"x".repeat(1001)}`]],
  ["nothing to update", ["ws_1"]],
  ["a timeout that is no number", ["ws_1", "--title", "t", "--timeout", "soon"]],
  ["an id that is no path segment", ["..", "--title", "t"]],
])("refuses %s in one line, with exit code 2 and nothing sent", async (_, args) => {
  const { code, seen, stdout, stderr } = await update(args);
  expect(stderr).toMatch(/^exa-websets: .+\n$/);
  expect([code, seen, stdout]).toEqual([2, [], ""]);
});

test.each([
  ["missing", undefined],
  ["blank", " "],
  ["two lines", "secret\nkey"],
])("refuses a key that is %s, without showing it", async (_, key) => {
  const { code, seen, stderr } = await update(["ws_1", "--title", "t"], undefined, {
    EXA_API_KEY: key,
  });
  expect(stderr).toMatch(/^exa-websets: .*EXA_API_KEY.*\n$/);
  expect(stderr).not.toContain("secret");
  expect([code, seen]).toEqual([2, []]);
});

test("says in one line what the API answered, with exit code 1", async () => {
  const { code, stdout, stderr } = await update(["ws_1", "--title", "t"], {
    status: 404,
    body: { error: "No\nWebset" },
  });
  expect(stderr).toMatch(/^exa-websets: NotFoundError: 404 .*No.*Webset.*\n$/);
  expect([code, stdout]).toEqual([1, ""]);
});

test("warns of an answer that left the contract, and still shows it", async () => {
  const { code, stdout, stderr } = await update(["ws_1", "--title", "t"], {
    body: { ...webset, status: "odd\u001b[2J" },
  });
  expect(stderr).toMatch(/^exa-websets: error: .*\(\/response\/body\/status\)\n$/);
  expect(stdout).toMatch(/status +odd\\u001b\[2J\n/);
  expect(code).toBe(0);
});

test("shows its usage", async () => {
  const { code, stdout } = await update(["--help"]);
  expect([code, stdout.slice(0, 6)]).toEqual([0, "Usage:"]);
});
