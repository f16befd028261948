import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { main } from "./main.ts";

const bin = fileURLToPath(new URL("bin.ts", import.meta.url));

function mock(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", bin, "mock", ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const text = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (text.stdout += chunk));
  child.stderr.on("data", (chunk) => (text.stderr += chunk));
  return { child, text, exit: once(child, "exit").then(([code]) => code as number | null) };
}

test("says where it listens, answers there, and ends with Ctrl-C", async () => {
  const { child, text, exit } = mock("--port", "0");
  await Promise.race([once(child.stdout, "data"), exit]);
  const url = /http:\S+/.exec(text.stdout)?.[0];
  const response = await fetch(`${url}/v0/websets/webset_1`, {
    method: "POST",
    headers: { "x-api-key": "any", "content-type": "application/json" },
    body: "{}",
  });
  expect(response.status).toBe(200);
  child.kill("SIGINT");
  expect(await exit).toBe(0);
  expect(text.stderr).toBe("");
  await expect(fetch(`${url}`)).rejects.toThrow("fetch failed");
}, 25_000);

/** Runs the command here and gives its exit code and all that it wrote. */
async function run(...args: string[]): Promise<[number, string]> {
  let text = "";
  const out = { write: (part: string) => (text += part) };
  const code = await main(["mock", ...args], {
    stdin: process.stdin,
    stdout: out,
    stderr: out,
    env: {},
  });
  return [code, text];
}

test.each(["x", "-1", "65536", "1.5", ""])("refuses the port %j in one line", async (port) => {
  expect(await run(`--port=${port}`)).toEqual([
    2,
    expect.stringMatching(/^exa-websets: --port .*\n$/),
  ]);
});

test("says in one line that a port is busy", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  const reason = `127.0.0.1:${port} is in use; choose another port, or 0 for a free one`;
  expect(await run("--port", String(port))).toEqual([2, expect.stringContaining(`: ${reason}\n`)]);
}, 25_000);
