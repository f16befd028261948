import { fileURLToPath } from "node:url";

/**
 * The file of the packaged contract: as it was written (`yaml`), or bundled (`json`). The YAML lies one folder further
 * up once this module is built; the JSON is built beside it.
 */
export function packagedContractPath(format: "yaml" | "json"): string {
  const built = !import.meta.url.endsWith(".ts");
  const path = {
    yaml: `${built ? "../" : ""}../openapi/websets.yaml`,
    json: "../generated/openapi.json",
  }[format];
  return fileURLToPath(new URL(path, import.meta.url));
}
