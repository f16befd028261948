import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

const env = { ...process.env, EXA_API_KEY: "a-key" };
const rename = (id) => {
  const args = ["rename.mjs", id, "Leads"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return [status, stdout + stderr];
};

test("renames a Webset", () => {
  assert.deepEqual(rename("webset_1"), [0, "webset_1 is now called Leads\n"]);
});

test("says why it could not", () => {
  const [status, said] = rename("missing");
  assert.equal(status, 1);
  assert.match(said, /^404 .*rejected\)\n$/);
});
