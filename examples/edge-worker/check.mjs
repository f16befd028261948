import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";

const env = { ...process.env, EXA_API_KEY: "a-key" };
const stdio = ["ignore", "inherit", "inherit", "pipe"];
const workerd = spawn("workerd", ["serve", "workerd.capnp", "--control-fd=3"], { env, stdio });
try {
  const [said] = await once(workerd.stdio[3], "data"); // the port that it took
  const { port } = JSON.parse(String(said).split("\n", 1)[0]);
  const post = async (id) => {
    const init = { method: "POST", body: JSON.stringify({ owner: "ana" }) };
    const response = await fetch(`http://127.0.0.1:${port}/${id}`, init);
    return [response.status, await response.json()];
  };
  assert.deepEqual(await post("webset_1"), [200, { updated: "webset_1" }]);
  const [status, error] = await post("missing");
  assert.deepEqual([status, error.name, error.delivery], [404, "NotFoundError", "rejected"]);
} finally {
  workerd.kill();
}
