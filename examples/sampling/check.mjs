import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";

const file = "sample.ndjson";
rmSync(file, { force: true });
execFileSync(process.execPath, ["sampling.mjs", process.env.WEBSETS_URL, file, "100"]);
const command = "node_modules/exa-websets-client/dist/cli.js";
const said = execFileSync(process.execPath, [command, "check", file], { encoding: "utf8" });
assert.match(said, /(\d+) of \1 exchanges checked/);
