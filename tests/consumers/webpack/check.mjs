import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import node from "./out/node.cjs";
import * as web from "./out/web.mjs";

for (const { run } of [web, node])
  assert.equal(await run(process.env.WEBSETS_URL), "v true InvalidInputError");
const file = readFileSync(new URL("out/web.mjs", import.meta.url), "utf8");
assert.doesNotMatch(file, /node:/, "the bundle for the web asks for modules of Node");
