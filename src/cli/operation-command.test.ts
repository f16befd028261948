import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { websetFixture } from "../testing/webset-fixture.ts";
import { main } from "./main.ts";
import { operationNames } from "./operation-command.ts";

const webset = websetFixture({ id: "ws_1", title: "Fleets", metadata: { team: "search" } });

interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

const update = (args: string[], answer?: Answer, env = {}) => run("update", args, [answer], env);

/** Runs a command against a server that gives these answers in turn, the last one again and again. */
async function run(
  command: string,
  args: string[],
  answers: readonly (Answer | undefined)[] = [],
  env = {},
  stdin = "",
) {
  const seen: { method?: string; url: string | undefined; key: unknown; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push({ url: request.url, key: request.headers["x-api-key"], body });
    const answer = answers[Math.min(seen.length, answers.length) - 1] ?? { body: webset };
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
  const code = await main([command, ...args, "--base-url", url], {
    stdin: Readable.from([stdin]),
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
  expect(stdout).toMatch(/^update ws_1\n/);
  expect(stdout).toMatch(/title +Fleets\n/);
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

const page = (ids: string[], nextCursor: string | null) => ({
  body: { data: ids.map((id) => ({ ...webset, id })), hasMore: nextCursor !== null, nextCursor },
});

test("lists a page, one a line, and says how to go on", async () => {
  const { code, seen, stdout } = await run(
    "list",
    ["--limit", "2"],
    [page(["ws_1", "ws_2"], "c2")],
  );
  expect(seen.map(({ url }) => url)).toEqual(["/v0/websets?limit=2"]);
  expect(stdout).toMatch(/^ws_1 .*\nws_2 .*\nmore: --cursor c2, or --all\n$/);
  expect(code).toBe(0);
});

test("lists all pages, each when it is needed", async () => {
  const pages = [page(["ws_1"], "c2"), page(["ws_2"], null)];
  const { seen, stdout } = await run("list", ["--all", "--json"], pages);
  expect(seen.map(({ url }) => url)).toEqual(["/v0/websets", "/v0/websets?cursor=c2"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(["ws_1", "ws_2"]);
});

test("ends with one line where pages go round in circles", async () => {
  const { code, stderr } = await run("list", ["--all"], [page(["ws_1"], "c"), page(["ws_1"], "c")]);
  expect(stderr).toMatch(/^exa-websets: UnreadableResponseError: .*\n$/);
  expect(code).toBe(1);
});

test("gets with what is to be expanded", async () => {
  const answer = { body: { ...webset, items: [] } };
  const { code, seen } = await run("get", ["ws_1", "--expand", "items"], [answer]);
  expect([code, seen[0]?.url]).toEqual([0, "/v0/websets/ws_1?expand=items"]);
});

test.each([
  ["by options", ["--search", '{"query":"q"}', "--externalId", "x"], ""],
  ["by standard input", ["--body", "-"], '{"search":{"query":"q"},"externalId":"x"}'],
])("creates, told what %s", async (_, args, stdin) => {
  const created = { status: 201, body: { ...webset, externalId: "x" } };
  const { code, seen, stderr } = await run("create", args, [created], {}, stdin);
  expect(seen[0]?.body).toBe('{"search":{"query":"q"},"externalId":"x"}');
  expect([code, stderr]).toEqual([0, ""]);
});

test.each([
  ["delete", "/v0/websets/ws_1"],
  ["cancel", "/v0/websets/ws_1/cancel"],
])("%s takes an id and sends no body", async (command, url) => {
  const { code, seen } = await run(command, ["ws_1"]);
  expect([code, seen]).toEqual([0, [{ url, key: "secret-key-1", body: "" }]]);
});

test.each([
  ["a limit out of range", "list", ["--limit", "101"], /limit.*maximum/],
  ["a limit that is no number", "list", ["--limit", "many"], /--limit takes a number/],
  ["an empty cursor", "list", ["--cursor", ""], /cursor/],
  ["an expansion that there is not", "get", ["ws_1", "--expand", "all"], /expand breaks/],
  [
    "an externalId that is too long",
    "create",
    ["--externalId", "x".repeat(301)],
    /externalId has 301 characters, more than 300/,
  ],
  ["a create without a body", "create", [], /say what it is about/],
  ["a search that is no JSON", "create", ["--search", "{"], /--search takes JSON/],
  ["a body twice", "create", ["--body", "-", "--externalId", "x"], /--body is the whole body/],
  [
    "a file that there is not",
    "create",
    ["--body", "no/such.json"],
    /no\/such\.json: cannot be read \(ENOENT\)/,
  ],
  [
    "a value that is too long",
    "update",
    ["ws_1", "--metadata", `a=${"x".repeat(1001)}`],
    /1001 characters, more than 1000/,
  ],
])("refuses %s, with its reason, and sends nothing", async (_, command, args, reason) => {
  const { code, seen, stderr } = await run(command, args);
  expect(stderr).toMatch(reason);
  expect(stderr).toMatch(/^exa-websets: .+\n$/);
  expect([code, seen]).toEqual([2, []]);
});

test("every operation of the contract has a command whose help names its limits", async () => {
  const texts = await Promise.all(
    operationNames.map(async (name) => (await run(name, ["--help"])).stdout),
  );
  expect(texts.every((text) => text.startsWith("Usage: exa-websets "))).toBe(true);
  expect(texts.join("")).toMatch(/From 1 to 100\./);
  expect(texts.join("")).toMatch(/At most 1000\s+characters\./);
});
