import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { PrismError, prismBin, startPrism } from "./prism.ts";

// Each test starts a process, or three; on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), "prism-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in for Prism: a script of the given text. */
function script(name: string, text: string): string {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, text);
  return file;
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const says = (text: string) =>
  `console.log("pid", process.pid); console.log(${JSON.stringify(text)});`;
const pidIn = (output: string) => Number(/pid (\d+)/.exec(output)?.[1]);

test.concurrent("gives the URL that Prism says it listens on, and its output", async () => {
  const bin = script(
    "ready",
    `${says("Prism is listening on http://127.0.0.1:1234")} setInterval(() => {}, 1000)`,
  );
  const heard: string[] = [];
  const prism = await startPrism(["mock", "x.yaml"], { bin, onOutput: (text) => heard.push(text) });
  expect(prism.url).toBe("http://127.0.0.1:1234");
  expect(heard.join("")).toContain("listening");
  await prism.stop();
  await prism.stop();
  await prism.stopped;
});

test.concurrent("asks for a free port unless one is given", async () => {
  const bin = script(
    "args",
    'console.log("Prism is listening on http://h/" + process.argv.slice(2).join("|"))',
  );
  for (const [given, asked] of [
    [["mock", "a"], "mock|a|--port|0|--no-multiprocess"],
    [["mock", "a", "-p", "7"], "mock|a|-p|7|--no-multiprocess"],
    [["mock", "a", "--port=7"], "mock|a|--port=7|--no-multiprocess"],
  ] as const) {
    const prism = await startPrism(given, { bin });
    expect(prism.url).toBe(`http://h/${asked}`);
    await prism.stop();
  }
});

test.concurrent("stops a Prism that does not start in time and shows its output", async () => {
  const bin = script("slow", `${says("still loading")} setInterval(() => {}, 1000)`);
  const error: unknown = await startPrism([], { bin, startTimeout: 3_000 }).catch(
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(PrismError);
  expect(String(error)).toMatch(/did not start within 3 s; its output:\npid \d+\nstill loading/);
  expect(isRunning(pidIn(String(error)))).toBe(false);
});

test.concurrent("kills a Prism that ignores the request to stop", async () => {
  const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);';
  const bin = script("stubborn", `${stubborn} ${says("Prism is listening on http://h")}`);
  const prism = await startPrism([], { bin });
  await prism.stop();
  expect(isRunning(pidIn(prism.output()))).toBe(false);
});

test.concurrent("shows the output of a Prism that ends before it listens", async () => {
  const bin = script("broken", 'console.error("no such option"); process.exit(1)');
  await expect(startPrism([], { bin })).rejects.toThrow(
    /ended before it listened; its output:\nno such option/,
  );
});

test.concurrent("says that Prism cannot read the file, in one line", async () => {
  await expect(startPrism(["mock", "no-such.yaml"])).rejects.toThrow(
    /^Prism did not start: Error opening file.*$/,
  );
});

test.concurrent("names what to install where Prism is missing", () => {
  const missing = () => {
    throw new Error("Cannot find module");
  };
  expect(() => prismBin(missing)).toThrow(
    "Prism is not installed; run npm i -D @stoplight/prism-cli@5.14.2",
  );
});

test.concurrent("ends with its parent, also when that is killed", async () => {
  const bin = script(
    "orphan",
    `${says("Prism is listening on http://h")} setInterval(() => {}, 1000)`,
  );
  const parent = join(folder, "parent.mts");
  const module = JSON.stringify(new URL("./prism.ts", import.meta.url));
  writeFileSync(
    parent,
    `import { startPrism } from ${module};
     const prism = await startPrism([], { bin: ${JSON.stringify(bin)} });
     console.log(prism.output());
     process.kill(process.pid, "SIGKILL");`,
  );
  const stdout = await new Promise<string>((resolve) => {
    execFile(process.execPath, ["--import", "tsx", parent], (_killed, text) => resolve(text));
  });
  const pid = pidIn(stdout);
  expect(pid).toBeGreaterThan(0);
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000, interval: 20 });
});
