import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { createWebsetsClient } from "../client.ts";
import { main } from "./main.ts";

const bin = fileURLToPath(new URL("bin.ts", import.meta.url));

/** Starts the command as a process of its own, and waits for its first words. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", bin, "mock", "--port", "0", ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const text = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (text.stdout += chunk));
  child.stderr.on("data", (chunk) => (text.stderr += chunk));
  const exit = once(child, "exit").then(([code]) => code as number | null);
  await Promise.race([once(child.stdout, "data"), exit]);
  const baseUrl = /http:[^\s]+/.exec(text.stdout)?.[0] ?? text.stderr;
  const client = createWebsetsClient({ apiKey: "any", baseUrl, maxRetries: 0 });
  return { child, text, exit, client };
}

test("remembers what is sent, shows each request, and ends with Ctrl-C", async () => {
  const { child, text, exit, client } = await start("--fail", "503@3");
  await client.update("webset_1", { metadata: { team: "growth" } });
  expect((await client.update("webset_1", {})).metadata).toEqual({ team: "growth" });
  await expect(client.update("webset_1", {})).rejects.toMatchObject({ status: 503 });
  child.kill("SIGINT");
  expect(await exit).toBe(0);
  expect(text.stderr).toBe("");
  expect(text.stdout.match(/POST \S*webset_1 \d+/g)).toEqual([
    expect.stringMatching(/ 200$/),
    expect.stringMatching(/ 200$/),
    expect.stringMatching(/ 503$/),
  ]);
}, 25_000);

test("the contract's examples, by Prism, where they are asked for", async () => {
  const { child, exit, client } = await start("--prism");
  const webset = await client.update("webset_1", {}, { headers: { prefer: "example=idleWebset" } });
  expect(webset.status).toBe("idle");
  child.kill("SIGINT");
  expect(await exit).toBe(0);
}, 25_000);

/** Runs the command here and gives its exit code and all that it wrote. */
async function run(...args: string[]): Promise<[number, string]> {
  let text = "";
  const out = { write: (part: string) => (text += part) };
  const io = { stdin: process.stdin, stdout: out, stderr: out, env: {} };
  const code = await main(["mock", ...args], io);
  return [code, text];
}

describe("refuses in one line", () => {
  test.each([
    ["--port=x", "--port must be 0 to 65535"],
    ["--port=-1", "--port must be 0 to 65535"],
    ["--port=65536", "--port must be 0 to 65535"],
    ["--port=", "--port must be 0 to 65535"],
    ["--latency=soon", "--latency must be 0 to 600000"],
    ["--metadata=both", '--metadata is "replace" or "merge"'],
    ["--fail=777", '--fail "777": not a status'],
    ["--fail=429@", '--fail "429@": nothing follows the @'],
    ["--seed=/nowhere.json", "/nowhere.json: no such file"],
  ])("%s", async (option, reason) => {
    const [code, text] = await run(option);
    expect([code, text.split("\n").length]).toEqual([2, 2]);
    expect(text).toContain(`exa-websets: ${reason}`);
  });

  test.each([
    ["not JSON", "[\n{", ":2: "],
    ["no array", "{}", ":1: a seed file is a JSON array"],
    [
      "no Webset",
      '[\n  {"id": "w"},\n  {"id": "v",\n   "status": "archived"}\n]',
      ":4: Webset 2: /status is archived",
    ],
  ])("a seed file that is %s", async (_, content, reason) => {
    const file = join(await mkdtemp(join(tmpdir(), "seed-")), "seed.json");
    await writeFile(file, content);
    const [code, text] = await run("--seed", file);
    expect([code, text.split("\n").length]).toEqual([2, 2]);
    expect(text).toContain(`exa-websets: ${file}${reason}`);
  });

  test("a port that is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
    const [code, text] = await run("--port", String(port));
    expect([code, text]).toEqual([2, expect.stringContaining(`port ${port} is in use`)]);
  });
});
