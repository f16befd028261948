import type { Cache } from "../../package/cache.ts";
import type { Outcome } from "../case.ts";
import type { FaultyServer } from "../server.ts";

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
