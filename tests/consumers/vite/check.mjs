import assert from "node:assert/strict";
import { run } from "./out/web.js";

assert.equal(await run(process.env.WEBSETS_URL), "v true InvalidInputError");
