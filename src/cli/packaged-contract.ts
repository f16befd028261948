import { existsSync, readFileSync } from "node:fs";
import type { Description } from "../drift/description.ts";
import { CannotRun } from "./command.ts";

/** Folders between this file and the package's, in a checkout and when built. */
const above = ["../../", "../../../"];

/** Where the packaged contract lies: `generated/openapi.json` of this package. */
export function packagedContractUrl(): URL {
  const found = above
    .map((steps) => new URL(`${steps}generated/openapi.json`, import.meta.url))
    .find((url) => existsSync(url));
  if (!found) throw new CannotRun("generated/openapi.json is missing; install the package again");
  return found;
}

/** The contract that this package was built from. */
export function readPackagedContract(): Description {
  // The file is generated and its shape tested.
  return JSON.parse(readFileSync(packagedContractUrl(), "utf8")) as Description;
}
