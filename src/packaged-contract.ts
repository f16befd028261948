import { fileURLToPath } from "node:url";

/** The file of the packaged contract: as it was written (`yaml`), or bundled (`json`). */
export function packagedContractPath(format: "yaml" | "json"): string {
  return packaged({ yaml: "openapi/websets.yaml", json: "generated/openapi.json" }[format]);
}

/** The list of what the contract deliberately says otherwise than the vendor's description. */
export function packagedKnownPath(): string {
  return packaged("openapi/known-differences.yaml");
}

// One folder up both from `src/` and from `dist/`, where this module is built to.
const packaged = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
