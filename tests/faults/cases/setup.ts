import type { Case, Group, Throws } from "../case.ts";

const unsent: Throws = { error: "InvalidInputError", delivery: "not-sent", attempts: 0 };

const refused: readonly (readonly [shown: string, baseUrl: unknown])[] = [
  ["relative", "/websets"],
  ["of another scheme", "ftp://127.0.0.1/websets"],
  ["one with a query", "http://127.0.0.1/websets?t=1"],
  ["one with an empty query", "http://127.0.0.1/websets?"],
  ["one with a fragment", "http://127.0.0.1/websets#f"],
  ["one with credentials", "http://user:exa-secret@127.0.0.1/websets"],
  ["plain http beyond loopback", "http://api.example.com/websets"],
  ["loopback only by its looks", "http://127.0.0.1.example.com/websets"],
  ["no string", 42],
];

const outOfRange: readonly (readonly [shown: string, options: Record<string, unknown>])[] = [
  ["a negative deadline", { deadline: -1 }],
  ["a timeout that is not a number", { timeout: Number.NaN }],
  ["a negative number of retries", { maxRetries: -1 }],
  ["a negative response limit", { maxResponseBytes: -1 }],
];

export const setup: Group = {
  name: "Setup",
  happens:
    "A base URL that is relative, has a query, credentials, or is plain http beyond loopback; an option out of range",
  get: "`InvalidInputError` before anything is sent",
  cases: [
    ...refused.map(
      ([shown, baseUrl]): Case => ({
        name: `refuses a base URL that is ${shown}`,
        happens: `the base URL is ${shown}`,
        get: "`InvalidInputError` when the client is made",
        options: { baseUrl },
        throws: { ...unsent, message: /baseUrl/ },
        requests: 0,
      }),
    ),
    {
      name: "joins a base URL that ends in slashes without doubling them",
      happens: "the base URL ends in `/`",
      get: "the path is right all the same",
      options: ({ baseUrl }) => ({ baseUrl: `${baseUrl}//` }),
    },
    ...outOfRange.map(
      ([shown, options]): Case => ({
        name: `refuses ${shown}`,
        happens: `the client is given ${shown}`,
        get: "`InvalidInputError` that names the option",
        options,
        throws: { ...unsent, message: new RegExp(Object.keys(options).join()) },
        requests: 0,
      }),
    ),
    {
      name: "takes Infinity for no limit",
      happens: "`timeout` and `deadline` are `Infinity`",
      get: "the call is not limited",
      answers: [{ fault: "slow" }],
      options: { timeout: Number.POSITIVE_INFINITY, deadline: Number.POSITIVE_INFINITY },
    },
    {
      name: "refuses a header with a newline unsent",
      happens: "a header has a newline in it",
      get: "`InvalidInputError`; nothing is sent",
      call: { headers: { "x-tenant": "a\r\nx-admin: 1" } },
      throws: unsent,
      requests: 0,
    },
    {
      name: "uses the fetch that is global when the call is made",
      happens: "a test tool replaces `fetch` after the client was made",
      get: "the replacement is used",
      requests: 0,
      alone: true,
      act: async ({ client }, options) => {
        const made = client.createWebsetsClient(options);
        const original = globalThis.fetch;
        const body = JSON.stringify({ id: "webset_1", object: "webset" });
        try {
          globalThis.fetch = async () =>
            new Response(body, { headers: { "content-type": "application/json" } });
          return await made.update("webset_1", { metadata: { team: "search" } });
        } finally {
          globalThis.fetch = original;
        }
      },
      returns: () => undefined,
    },
  ],
};
