import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { startPrism } from "../src/testing/prism.ts";
import { startReplayServer } from "./support/replay-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Prism as a mock of the contract. */
    mockUrl: string;
    /** Prism as a validating proxy in front of the replay server. */
    proxyUrl: string;
    /** The server that answers as it is told. */
    replayUrl: string;
  }
}

const contract = fileURLToPath(new URL("../openapi/websets.yaml", import.meta.url));

/** Starts, once for all suites, what takes seconds to start; returns what stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const replay = await startReplayServer();
  const starts = [
    startPrism(["mock", contract]),
    startPrism(["proxy", contract, replay.url, "--errors"]),
  ] as const;
  const stop = async () => {
    const prisms = await Promise.allSettled(starts);
    await Promise.all([
      replay.stop(),
      ...prisms.map((one) => one.status === "fulfilled" && one.value.stop()),
    ]);
  };
  try {
    const [mock, proxy] = await Promise.all(starts);
    project.provide("mockUrl", mock.url);
    project.provide("proxyUrl", proxy.url);
    project.provide("replayUrl", replay.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
