// What nock and Polly record of Node's own client.
import { writeFileSync } from "node:fs";
import http from "node:http";
import FetchAdapter from "@pollyjs/adapter-fetch";
import { Polly } from "@pollyjs/core";
import FSPersister from "@pollyjs/persister-fs";
import nock from "nock";
import { calls } from "./server.mjs";

export async function recordNock(out) {
  nock.recorder.rec({ output_objects: true, dont_print: true });
  for (const call of calls) await viaHttp(call);
  const recorded = nock.recorder.play();
  nock.restore();
  nock.recorder.clear();
  writeFileSync(`${out}/nock.json`, `${JSON.stringify(recorded, null, 2)}\n`);
}

export async function recordPolly(out) {
  Polly.register(FetchAdapter);
  Polly.register(FSPersister);
  const polly = new Polly("calls", {
    adapters: ["fetch"],
    adapterOptions: { fetch: { context: globalThis } },
    persister: "fs",
    persisterOptions: { fs: { recordingsDir: `${out}/polly` } },
    recordIfMissing: true,
    recordFailedRequests: true,
    logLevel: "silent",
  });
  for (const { url, ...init } of calls)
    await fetch(url, init)
      .then((answer) => answer.text())
      .catch(() => {});
  await polly.stop();
}

function viaHttp({ url, method, headers, body }) {
  return new Promise((resolve) => {
    const request = http.request(url, { method, headers }, (response) => {
      response.resume().on("end", resolve);
    });
    request.on("error", resolve);
    request.end(body);
  });
}
