import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { Outcome } from "../case.ts";
import { authority } from "../server.ts";
import { binaries } from "./binaries.ts";
import type { TestedRuntime } from "./runtime.ts";

/** The network of a worker reaches only public addresses unless it is told otherwise. */
const config = (script: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "${script}")],
      compatibilityDate = "2025-11-01",
    )),
    (name = "internet", network = (
      allow = ["public", "private", "local"],
      tlsOptions = (trustBrowserCas = true, trustedCertificates = [embed "ca.pem"]),
    )),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/** Cloudflare's runtime: the matrix runs inside one request to a worker. */
export const workerd: TestedRuntime = {
  name: "workerd",
  host: "worker",
  async run(cache, script, { own, refused, tls }) {
    const { spec, binary } = binaries.workerd;
    const path = join(cache.install("workerd", spec), binary);
    const version = execFileSync(path, ["--version"], { encoding: "utf8" }).replace("workerd ", "");
    const file = join(dirname(script), "workerd.capnp");
    copyFileSync(authority, join(dirname(script), "ca.pem"));
    writeFileSync(file, config(basename(script)));
    const child = spawn(path, ["serve", file, "--control-fd=3"], {
      stdio: ["ignore", "inherit", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const ended = once(child, "exit").then(([code]) => {
      throw new Error(`workerd ended with ${code}:\n${stderr}`);
    });
    try {
      // It says on this pipe, as JSON, which port it took.
      const [said] = await Promise.race([once(child.stdio[3] as Readable, "data"), ended]);
      const { port } = JSON.parse(String(said).split("\n", 1)[0] ?? "");
      const query = new URLSearchParams({ origins: JSON.stringify({ own, refused, tls }) });
      const response = await Promise.race([fetch(`http://127.0.0.1:${port}/?${query}`), ended]);
      const text = await response.text();
      if (!response.ok)
        throw new Error(`the worker answered ${response.status}: ${text}\n${stderr}`);
      return { version: version.trim(), outcome: JSON.parse(text) as Outcome };
    } finally {
      ended.catch(() => {});
      child.kill();
    }
  },
};
