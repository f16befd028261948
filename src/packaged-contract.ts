import { fileURLToPath } from "node:url";

/** The file of the packaged contract: as it was written (`yaml`), or bundled (`json`). */
export function packagedContractPath(format: "yaml" | "json"): string {
  // One folder up both from `src/` and from `dist/`, where this module is built to.
  const path = { yaml: "../openapi/websets.yaml", json: "../generated/openapi.json" }[format];
  return fileURLToPath(new URL(path, import.meta.url));
}
