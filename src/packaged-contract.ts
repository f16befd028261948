import { fileURLToPath } from "node:url";

/**
 * The file of the packaged contract: as it was written (`yaml`), or bundled (`json`). The YAML lies one folder further
 * up once this module is built; the JSON is built beside it.
 */
export function packagedContractPath(format: "yaml" | "json"): string {
  return format === "yaml" ? written("websets.yaml") : packaged("../generated/openapi.json");
}

/** The list of what the contract deliberately says otherwise than the vendor's description. */
export function packagedKnownPath(): string {
  return written("known-differences.yaml");
}

const isBuilt = !import.meta.url.endsWith(".ts");
const written = (name: string) => packaged(`${isBuilt ? "../" : ""}../openapi/${name}`);
const packaged = (path: string) => fileURLToPath(new URL(path, import.meta.url));
