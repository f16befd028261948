import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { TestProject } from "vitest/node";
import { type Packed, pack } from "./consumer.ts";

declare module "vitest" {
  interface ProvidedContext {
    packed: Packed;
  }
}

/** Builds and packs once for all that test the package as it is published; returns what cleans up. */
export default function setup(project: TestProject): () => void {
  const packed = pack();
  project.provide("packed", packed);
  return () => rmSync(dirname(packed.tarball), { recursive: true });
}
