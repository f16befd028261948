import type { Case, Group } from "../case.ts";
import { webset } from "../webset.ts";

const text = JSON.stringify(webset);
const head = { ok: true, status: 200, statusText: "OK", url: "" };
const headers = new Map([["content-type", "application/json"]]);

/** Answers that are no `Response`, as fetches of other worlds and doubles in tests give them. */
const good: readonly (readonly [shown: string, answer: object])[] = [
  ["has `json()` alone, as in many tests", { ...head, headers, json: async () => webset }],
  ["has `text()` and no `body`, as in React Native", { ...head, headers, text: async () => text }],
  [
    "has a `body` that is no web stream, as in node-fetch",
    { ...head, headers, body: { pipe() {}, destroy() {} }, text: async () => text },
  ],
];

const bad: readonly (readonly [shown: string, fetch: () => unknown])[] = [
  ["gives nothing", async () => undefined],
  ["throws a text", async () => Promise.reject("no")],
  [
    "throws before it gives a promise",
    () => {
      throw new Error("no");
    },
  ],
];

export const fetches: Group = {
  name: "Other fetches",
  happens: "The option `fetch` is node-fetch's, React Native's, or a double in a test",
  get: "Bodies are read by stream, else by `text()`, else by `json()`",
  cases: [
    ...good.map(
      ([shown, answer]): Case => ({
        name: `reads an answer that ${shown}`,
        happens: `the answer ${shown}`,
        get: "the Webset",
        options: { fetch: async () => answer },
        requests: 0,
      }),
    ),
    ...bad.map(
      ([shown, fetch]): Case => ({
        name: `takes a fetch that ${shown} for a failed connection`,
        happens: `the option \`fetch\` ${shown}`,
        get: "`ConnectionError`, delivery `unknown`: it may have sent something",
        options: { fetch, maxRetries: 0 },
        throws: { error: "ConnectionError", delivery: "unknown", attempts: 1 },
        requests: 0,
      }),
    ),
    {
      name: "hands a fetch what it documents, and no more",
      happens: "the option `fetch` looks at what it is given",
      get: "a URL and an init of the fetch standard",
      requests: 0,
      options: {
        fetch: async (url: unknown, init: Record<string, unknown>) => {
          const known = ["body", "headers", "method", "redirect", "signal"];
          const strange = Object.keys(init).filter((name) => !known.includes(name));
          const title = typeof url === "string" ? strange.join() : `a ${typeof url} for a URL`;
          return Response.json({ ...webset, title });
        },
      },
      returns: ({ title }) => (title === "" ? undefined : `was given ${title}`),
    },
  ],
};
