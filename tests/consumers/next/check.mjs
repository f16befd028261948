import assert from "node:assert/strict";
import { spawn } from "node:child_process";

const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", "0"]);
try {
  let said = "";
  const url = await new Promise((resolve, reject) => {
    next.on("exit", () => reject(new Error(said)));
    for (const stream of [next.stdout, next.stderr])
      stream.on("data", (text) => {
        said += text;
        const [url] = /http:\/\/localhost:\d+/.exec(said) ?? [];
        if (url) resolve(url);
      });
  });
  for (const path of ["nodejs", "edge"])
    assert.equal(await (await fetch(`${url}/${path}`)).text(), "v true", path);
  assert.match(await (await fetch(url)).text(), /InvalidInputError/);
} finally {
  next.removeAllListeners("exit");
  next.kill();
}
