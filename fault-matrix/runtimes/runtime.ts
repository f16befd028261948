import type { Outcome } from "../case.ts";
import type { FaultyServer } from "../server.ts";

/** Where packages of runtimes are installed, by `npm run test:runtimes` only. */
export interface Cache {
  /** The folder of an npm package; installs it where it is missing. */
  install(name: string, spec: string): string;
}

/** One runtime that the matrix runs on. */
export interface TestedRuntime {
  /** What `--only` takes. */
  readonly name: string;
  /** The bundle of `hosts/` that it runs. */
  readonly host: "process" | "worker" | "page";
  /**
   * Installs what is needed, runs the script against the server, and leaves nothing running.
   * @throws Missing where something is needed that npm does not bring.
   */
  run(
    cache: Cache,
    script: string,
    server: FaultyServer,
  ): Promise<{ version: string; outcome: Outcome }>;
}

/** The runtime is not there; the message says how to get it. */
export class Missing extends Error {
  override readonly name = "Missing";
}
