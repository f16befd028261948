import type { Answer, Case, Group, World } from "../case.ts";
import { webset } from "../webset.ts";

const update = { metadata: webset.metadata };
type ClientOptions = Parameters<NonNullable<Case["act"]>>[1];

/** Calls before the one that the case is about; so many, since runtimes keep a pool of connections. */
const before = 4;

/** The calls before, whatever becomes of them, and then the call that the case is about. */
async function afterOthers({ client }: World, options: ClientOptions): Promise<unknown> {
  const made = client.createWebsetsClient(options);
  for (let call = 0; call < before; call++)
    await made.update(webset.id, update).catch(() => undefined);
  return made.update(webset.id, update);
}

/** What all cases have in common. */
const kept = {
  keepAlive: true,
  act: afterOthers,
  requests: before + 1,
  alone: true, // connections of other cases would be used too
} as const;
const good: readonly Answer[] = Array.from({ length: before }, () => ({}));

export const keepAlive: Group = {
  name: "Open connections",
  happens: "A connection that is kept open breaks under the next request",
  get: "`ConnectionError`, delivery `unknown`: a reused connection is no reason to guess",
  cases: [
    {
      ...kept,
      name: "sends several calls over one connection",
      happens: "the server keeps its connections open",
      get: "they are used again",
      reuses: true,
    },
    {
      ...kept,
      name: "uses a connection again after an error answer",
      happens: "calls are answered with 404, the next with 200",
      get: "it comes over a connection that was used before: the body of an error is read to its end",
      reuses: true,
      answers: [...good.map(() => ({ status: 404, body: { error: "No." } })), {}],
    },
    ...(["reset", "close"] as const).map(
      (fault): Case => ({
        ...kept,
        name: `does not repeat what a reused connection may have carried: ${fault}`,
        happens: `a reused connection breaks after the server has read the request (${fault})`,
        get: "`ConnectionError`, delivery `unknown`; with `retryUnknown: false` it is not repeated",
        reuses: true,
        answers: [...good, { fault }],
        options: { retryUnknown: false },
        throws: { error: "ConnectionError", delivery: "unknown", attempts: 1 },
        unless: {
          deno: {
            requests: "any",
            because: "it repeats a request by itself when a reused connection breaks",
          },
          chromium: {
            requests: "any",
            because: "it repeats a request by itself on a connection that it had opened before",
          },
        },
      }),
    ),
    {
      ...kept,
      name: "survives a server that closes connections which it said to keep",
      happens:
        "the server closes each connection after the answer, though it said that it keeps it",
      get: "the Webset; a request that was lost with the connection is repeated",
      answers: [{ fault: "close-after" }],
      requests: "any",
    },
  ],
};
