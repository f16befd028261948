import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { TestProject } from "vitest/node";
import { type Packed, pack } from "../package/consumer.ts";

declare module "vitest" {
  interface ProvidedContext {
    packed: Packed;
  }
}

/** Builds and packs once for all that test the package as it is published; returns what cleans up. */
export default async function setup(project: TestProject): Promise<() => void> {
  const packed = await pack();
  project.provide("packed", packed);
  return () => rmSync(dirname(packed.tarball), { recursive: true });
}
