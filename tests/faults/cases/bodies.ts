import type { Case, Group, Throws, World } from "../case.ts";

const unsent: Throws = { error: "InvalidInputError", delivery: "not-sent", attempts: 0 };
const withContract = ({ contract }: World) => ({ contract });

const loop: Record<string, unknown> = {};
loop.metadata = loop;

/** What is no body at all, and needs no contract to tell. */
const refused: readonly (readonly [shown: string, body: unknown])[] = [
  ["missing", undefined],
  ["null", null],
  ["an array", []],
  ["a string", "metadata"],
  ["circular", loop],
  ["one with a BigInt in it", { metadata: { n: 1n } }],
];

/** What only the contract can tell. */
const contradicting: readonly (readonly [shown: string, body: unknown])[] = [
  ["a number as a value of `metadata`", { metadata: { k: 1 } }],
  ["an array as `metadata`", { metadata: ["a"] }],
  ["a value of 1001 characters", { metadata: { k: "x".repeat(1001) } }],
  ["an unknown field", { name: "x" }],
  ["a number as `title`", { title: 1 }],
];

const sent: readonly (readonly [shown: string, body: unknown, sends?: string])[] = [
  ["a value of 1000 characters outside the basic plane", { metadata: { k: "😀".repeat(1000) } }],
  ["`null` as metadata and title", { metadata: null, title: null }],
  ["no field at all", {}],
  ["a key named `__proto__`", JSON.parse('{"metadata":{"__proto__":"x"}}')],
  ["an undefined field", { metadata: undefined, title: "t" }, '{"title":"t"}'],
];

export const bodies: Group = {
  name: "Bodies",
  happens:
    'A body that is missing, an array, circular; with the contract also one that breaks it (`{ name: "x" }`, 1001 characters)',
  get: "`InvalidInputError` that says where; nothing is sent",
  cases: [
    ...refused.map(
      ([shown, body]): Case => ({
        name: `refuses a body that is ${shown} unsent`,
        happens: `the body is ${shown}`,
        get: "`InvalidInputError`; nothing is sent",
        body,
        throws: unsent,
        requests: 0,
      }),
    ),
    ...contradicting.map(
      ([shown, body]): Case => ({
        name: `refuses a body with ${shown} unsent, given the contract`,
        happens: `the body has ${shown}, and the client has the contract`,
        get: "`InvalidInputError` with `findings`; nothing is sent",
        options: withContract,
        body,
        throws: { ...unsent, carries: { findings: Array } },
        requests: 0,
      }),
    ),
    ...sent.map(
      ([shown, body, sends]): Case => ({
        name: `sends a body with ${shown}`,
        happens: `the body has ${shown}`,
        get: "it is sent as it is",
        options: withContract,
        body,
        ...(sends !== undefined && { sends }),
      }),
    ),
    {
      name: "sends the same body on every attempt, whatever the caller does to the object meanwhile",
      happens: "the caller changes the body while the call is being retried",
      get: "every attempt sends what was handed over",
      answers: [{ status: 503, headers: { "retry-after-ms": "20" } }, {}],
      requests: 2,
      sends: '{"metadata":{"team":"search"}}',
      act: async ({ client }, options) => {
        const body: { metadata: Record<string, string> } = { metadata: { team: "search" } };
        const call = client.createWebsetsClient(options).update("webset_1", body);
        body.metadata.team = "changed";
        return call;
      },
    },
  ],
};
