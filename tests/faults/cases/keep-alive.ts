import type { Case, Group, World } from "../case.ts";
import { webset } from "../webset.ts";

const update = { metadata: webset.metadata };
const repeats = {
  chromium: {
    requests: "any",
    because: "it repeats a request by itself on a connection that it had opened before",
  },
} as const;

type ClientOptions = Parameters<NonNullable<Case["act"]>>[1];

/** A first call that must succeed, or fail as `first` says, and then the call that the case is about. */
const secondCall =
  (first?: (error: unknown) => unknown) =>
  async ({ client }: World, options: ClientOptions) => {
    const made = client.createWebsetsClient(options);
    const call = made.update(webset.id, update);
    await (first ? call.catch(first) : call);
    return made.update(webset.id, update);
  };

export const keepAlive: Group = {
  name: "Open connections",
  happens: "A connection that is kept open breaks under the next request",
  get: "`ConnectionError`, delivery `unknown`: a reused connection is no reason to guess",
  cases: [
    {
      name: "sends several calls over one connection",
      happens: "the server keeps its connections open",
      get: "they are used again",
      keepAlive: true,
      oneConnection: true,
      alone: true, // connections of other cases would be used too
      requests: 4,
      act: async ({ client }, options) => {
        const made = client.createWebsetsClient(options);
        for (let call = 0; call < 3; call++) await made.update(webset.id, update);
        return made.update(webset.id, update);
      },
    },
    {
      name: "uses a connection again after an error answer",
      happens: "a call is answered with 404, the next with 200",
      get: "both come over one connection: the body of an error is read to its end",
      keepAlive: true,
      oneConnection: true,
      alone: true, // connections of other cases would be used too
      answers: [{ status: 404, body: { error: "No." } }, {}],
      requests: 2,
      act: secondCall(() => {}),
    },
    {
      name: "does not repeat what a reused connection may have carried",
      happens: "the server resets a reused connection after it has read the request",
      get: "`ConnectionError`, delivery `unknown`; with `retryUnknown: false` it is not repeated",
      keepAlive: true,
      answers: [{}, { fault: "reset" }],
      options: { retryUnknown: false },
      act: secondCall(),
      throws: { error: "ConnectionError", delivery: "unknown", attempts: 1 },
      requests: 2,
      unless: repeats,
    },
    {
      name: "does not repeat what a reused connection carried when it is closed",
      happens: "the same, with a connection that is closed",
      get: "the same",
      keepAlive: true,
      answers: [{}, { fault: "close" }],
      options: { retryUnknown: false },
      act: secondCall(),
      throws: { error: "ConnectionError", delivery: "unknown", attempts: 1 },
      requests: 2,
      unless: repeats,
    },
    {
      name: "survives a server that closes connections which it said to keep",
      happens: "the server closes a connection that it was to keep open, between two calls",
      get: "the Webset; a request that was lost with the connection is repeated",
      keepAlive: true,
      answers: [{ fault: "close-after" }],
      act: secondCall(),
      requests: 2,
    },
  ],
};
