import { channel } from "node:diagnostics_channel";
import { inspect } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { createWebsetsClient } from "../client.ts";
import { createGuard } from "../contract/guard.ts";
import { WebsetsError } from "../errors.ts";

const canary = "canary-key-0123";
const token = "canary-token-4567";
const cookie = "canary-cookie-89";
const secrets = /canary|cana.{0,40}ry-key/;

const escaped = canary.replace("c", "\\u0063").replace("-", "%2D");
const echoed = `{"id":"ws_1","object":"webset","error":"bad ${canary} ${escaped} ${token}","${canary}":1,"tag":"${canary}","requestId":"${token}"}`;
const headers = {
  "content-type": "application/json",
  "x-echo": canary,
  "x-request-id": `r-${token}`,
  "set-cookie": `session=${cookie}`,
};
const answer = (status: number) => () =>
  new Response(echoed, { status, statusText: `No ${canary}`, headers });
/** As nock says that no request matched: with the request's headers. */
const mismatch = () => {
  const cause = Object.assign(new Error(`no match for {"x-api-key":"${canary}"}`), {
    request: { canary },
  });
  return Promise.reject(new TypeError(`failed ${token}`, { cause }));
};
const cut = () => {
  const body = new ReadableStream({ pull: (stream) => stream.error(new Error(canary)) });
  return new Response(body, { headers: { "content-type": "application/json" } });
};

/** All that others may get of a call: its outcome, as logs show it, and every event. */
async function surfaces(
  answer: () => Response | Promise<Response>,
  how: "update" | "raw",
  late = false,
) {
  const fetch = async () => answer();
  const seen: unknown[] = [];
  const see = (...args: unknown[]) => void seen.push(...args);
  for (const name of ["request", "response", "retry", "error"]) {
    channel(`exa-websets:${name}`).subscribe(see);
    onTestFinished(() => void channel(`exa-websets:${name}`).unsubscribe(see));
  }
  const finding = (body: unknown) =>
    ({ id: "f", level: "warning", operation: "", location: "", args: { body } }) as never;
  const client = createWebsetsClient(
    {
      apiKey: late ? () => canary : canary,
      fetch,
      maxRetries: 1,
      headers: { authorization: `Bearer ${token}`, cookie: `a=${cookie}` },
      hooks: { request: see, response: see, retry: see, error: see },
      contract: createGuard({
        checkRequest: () => [],
        checkResponse: (_, response) => [finding(response)],
      }),
      onFinding: see,
    },
    {
      Date,
      Math: { random: () => 0 },
      setTimeout: (callback) => setImmediate(callback),
      clearTimeout() {},
      fetch,
    },
  );
  const init = { params: { path: { id: "x" } }, body: {} };
  const call =
    how === "raw"
      ? client.raw.POST("/v0/websets/{id}", init)
      : client.update("x", {}).withResponse();
  const outcome: unknown = await call.catch((error: unknown) => error);
  seen.push(client, outcome, ...(await detailsOf(outcome)));
  return seen.map(
    (one) =>
      inspect(one, { depth: 9, showHidden: true, getters: true }) +
      String(one) +
      JSON.stringify(one),
  );
}

async function detailsOf(outcome: unknown): Promise<unknown[]> {
  const { response, headers, stack } = Object(outcome);
  if (outcome instanceof WebsetsError) expect(secrets.test(outcome.message)).toBe(false);
  return [
    stack,
    headers && [...headers],
    response && [
      response.statusText,
      [...response.headers],
      await response.clone().text(),
      await response.text(),
    ],
  ];
}

test.each([
  ["a success", answer(200)],
  ["a refusal", answer(404)],
  ["a refusal that is repeated", answer(503)],
  ["a bad key", answer(400)],
  ["a redirect", answer(307)],
  [
    "another media type",
    () => new Response(canary, { headers: { "content-type": `text/${canary}` } }),
  ],
  ["no JSON", () => new Response(canary, { headers: { "content-type": "application/json" } })],
  ["a failed fetch", mismatch],
  ["a body that breaks off", cut],
] as const)("brings no secret to any surface: %s", async (_, fetch) => {
  for (const how of ["update", "raw"] as const)
    for (const late of [true, false])
      for (const shown of await surfaces(fetch, how, late)) expect(shown).not.toMatch(secrets);
});
