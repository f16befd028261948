import type { Answer, Case, Group, World } from "../case.ts";
import { webset } from "../webset.ts";

/** Ids that hold the words by which runtimes tell of connections that never stood. */
const words = [
  "refused-leads",
  "dns-providers",
  "crm_failedto_pay",
  "ECONNREFUSED",
  "client error (Connect)",
  "certificate expired",
];

/** What the server does with the calls of the property, one after the other. It carries out all but the refusals. */
const faults: readonly Answer[] = [
  {},
  { fault: "reset" },
  { status: 404 },
  { fault: "close" },
  { status: 503 },
  { fault: "reset-in-body" },
  { status: 429 },
  { fault: "close-in-body" },
];
const refusals = new Set([404, 429]);
const calls = 40;

export const delivery: Group = {
  name: "Delivery",
  happens: "A call fails, and its id holds words such as `refused` or `dns`",
  get: "`delivery` is told by what happened, never by words",
  cases: [
    ...words.map(
      (id): Case => ({
        name: `is not deceived by the id ${JSON.stringify(id)}`,
        happens: `the id is \`${id}\`, and the connection is reset`,
        get: "`ConnectionError`, delivery `unknown`, one attempt with `retryUnknown: false`",
        id,
        segment: encodeURIComponent(id),
        answers: [{ fault: "reset" }],
        options: { retryUnknown: false },
        throws: { error: "ConnectionError", delivery: "unknown", attempts: 1 },
        unless: {
          chromium: {
            requests: "any",
            because: "it repeats a request by itself on a connection that it had opened before",
          },
        },
      }),
    ),
    {
      name: "never denies an update that was carried out",
      happens: "40 calls in a row over kept connections, most of which fail, none repeated",
      get: "no error says `not-sent` or `rejected` of an update that was carried out",
      keepAlive: true,
      answers: Array.from({ length: calls }, (_, call) => faults[call % faults.length] ?? {}),
      options: { retryUnknown: false, maxRetries: 0 },
      requests: "any",
      act: (world, options) => manyCalls(world, options),
      skip: { chromium: "repeats requests by itself, so that the calls cannot be counted" },
    },
  ],
};

async function manyCalls(
  { client, seen }: World,
  options: Parameters<NonNullable<Case["act"]>>[1],
): Promise<unknown> {
  const made = client.createWebsetsClient(options);
  for (let call = 0; call < calls; call++) {
    const told = await made.update(webset.id, { metadata: webset.metadata }).then(
      () => "done",
      (error) => error.delivery,
    );
    const arrived = (await seen()).length;
    if (arrived !== call + 1)
      throw new Error(`call ${call + 1}: the server saw ${arrived} requests`);
    const { status = 200, fault } = faults[call % faults.length] ?? {};
    const may = refusals.has(status)
      ? ["rejected", "unknown"]
      : fault || status > 299
        ? ["unknown"]
        : ["done"];
    if (!may.includes(told)) throw new Error(`call ${call + 1} (${fault ?? status}) told ${told}`);
  }
  return webset;
}
