import type { Case, Group, Throws } from "../case.ts";

const unsent: Throws = {
  error: "InvalidInputError",
  delivery: "not-sent",
  attempts: 0,
  message: /apiKey/,
};

const refused: readonly (readonly [shown: string, key: unknown])[] = [
  ["empty", ""],
  ["blank", "   "],
  ["one with a newline", "exa-secret\n-key"],
  ["one with characters that no header holds", "exa-secret-→"],
  ["no string", 42],
];

export const keys: Group = {
  name: "Keys",
  happens: "A key that is missing, blank, has a newline, or is not a string",
  get: "`InvalidInputError` that does not show the key; nothing is sent",
  cases: [
    ...refused.map(
      ([shown, apiKey]): Case => ({
        name: `refuses a key that is ${shown} without showing it`,
        happens: `the key is ${shown}`,
        get: "`InvalidInputError` when the client is made, without the key in it",
        options: { apiKey },
        throws: unsent,
        requests: 0,
      }),
    ),
    {
      name: "takes the key from EXA_API_KEY where there is an environment",
      happens: "no key is given, and `EXA_API_KEY` is set",
      get: "that key is used",
      options: { apiKey: undefined },
      sendsKey: "exa-secret-of-the-environment",
      skip: {
        workerd: "has no environment: a worker's key comes from its bindings",
        chromium: "has no environment: no page should hold a key",
      },
    },
    {
      name: "refuses to start without a key where there is no environment",
      happens: "no key is given, and there is no `EXA_API_KEY`",
      get: "`InvalidInputError` that names both ways to give one",
      options: { apiKey: undefined },
      throws: { ...unsent, message: /EXA_API_KEY/ },
      requests: 0,
      skip: {
        node: "its environment has the key, for the case above",
        bun: "its environment has the key, for the case above",
        deno: "its environment has the key, for the case above",
      },
    },
    {
      name: "asks a key function for each call",
      happens: "the key is a function, for rotation",
      get: "it is asked anew for each call",
      sendsKey: "exa-secret-2",
      requests: 1,
      act: async ({ client }, options) => {
        let turn = 1;
        const rotating = client.createWebsetsClient({
          ...options,
          apiKey: () => `exa-secret-${turn++}`,
        });
        await rotating.update("", {}).catch(() => {});
        turn = 2;
        return rotating.update("webset_1", { metadata: { team: "search" } });
      },
    },
    {
      name: "waits for a key that comes later",
      happens: "the key function answers with a promise",
      get: "the call waits for it, within its deadline",
      options: { apiKey: async () => "exa-secret-later" },
      sendsKey: "exa-secret-later",
    },
    {
      name: "refuses a blank key from a key function unsent",
      happens: "the key function answers with a blank key",
      get: "`InvalidInputError`; nothing is sent",
      options: { apiKey: async () => " " },
      throws: unsent,
      requests: 0,
    },
    {
      name: "does not wait for a key function beyond the deadline",
      happens: "the key function never answers",
      get: "`TimeoutError` at the deadline; nothing is sent",
      options: { apiKey: () => new Promise(() => {}), deadline: 200 },
      throws: { error: "TimeoutError", delivery: "not-sent", attempts: 0 },
      requests: 0,
      atMost: 200,
    },
    {
      name: "keeps the key out of what a hook sees",
      happens: "a hook writes everything that it gets to a log",
      get: "the key is not in it",
      answers: [{ status: 503, headers: { "retry-after-ms": "20" } }, {}],
      requests: 2,
      act: async ({ client, key }, options) => {
        const log: string[] = [];
        const write = (...args: unknown[]) => void log.push(JSON.stringify(args, withHeaders));
        const hooks = { request: write, response: write, retry: write };
        const value = await client.createWebsetsClient({ ...options, hooks }).update("webset_1", {
          metadata: { team: "search" },
        });
        if (log.length < 5)
          throw new Error(`the hooks were called ${log.length} times, 5 expected`);
        if (log.join().includes(key)) throw new Error("a hook saw the key");
        return value;
      },
    },
  ],
};

/** JSON shows an empty object for `Headers`; its entries are what a log would show. */
function withHeaders(_: string, value: unknown): unknown {
  if (value instanceof Headers) return Object.fromEntries(value);
  if (value instanceof Request || value instanceof Response)
    return { url: value.url, headers: value.headers };
  return value;
}
