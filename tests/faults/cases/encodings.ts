import type { Answer, Case, Group } from "../case.ts";
import { webset } from "../webset.ts";

const oneCoding = "undoes no more than one coding";
const sixTimes = "gzip, gzip, gzip, gzip, gzip, gzip";
/** Beyond what comes in one read, so that something is under way when a decoder fails. */
const large = " ".repeat(70_000);

/** `fetch` itself fails on some of these, in some runtimes before it gives an answer, and in some it never ends. */
const either = ["UnreadableResponseError", "ConnectionError", "TimeoutError"];

const broken: readonly (readonly [shown: string, answer: Answer])[] = [
  ["names `gzip` six times", { body: large, headers: { "content-encoding": sixTimes } }],
  [
    "names `gzip` six times, with an error status",
    { status: 500, body: large, headers: { "content-encoding": sixTimes } },
  ],
  ["says gzip and is text", { body: large, headers: { "content-encoding": "gzip" } }],
  ["is gzip that is cut off", { encode: ["gzip"], cut: 100 }],
  ["is Brotli that is cut off", { encode: ["br"], cut: 100 }],
  ["says Brotli and is text", { body: large, headers: { "content-encoding": "br" } }],
  [
    "is coded in a way that nobody knows",
    { body: new Uint8Array(100).fill(7), headers: { "content-encoding": "x-unknown" } },
  ],
];

export const encodings: Group = {
  name: "Encodings",
  happens:
    "`Content-Encoding` that is unknown, repeated, or not what the body is; Brotli; Zstandard",
  get: "`UnreadableResponseError` or, where `fetch` itself fails, `ConnectionError`; never more",
  cases: [
    ...broken.map(
      ([shown, answer]): Case => ({
        name: `calls an answer that ${shown} an error, and lives`,
        happens: `the answer ${shown}`,
        get:
          answer.status === 500
            ? "`InternalServerError`, or `ConnectionError` where `fetch` itself fails"
            : "`UnreadableResponseError`, `ConnectionError` where `fetch` itself fails, `TimeoutError` where it hangs",
        answers: [answer],
        options: { maxRetries: 0, timeout: 1500 },
        throws: {
          error: answer.status === 500 ? ["InternalServerError", "ConnectionError"] : either,
          delivery: "unknown",
          attempts: 1,
        },
      }),
    ),
    {
      name: "reads an answer in Brotli",
      happens: "the answer is coded with Brotli",
      get: "the Webset",
      answers: [{ encode: ["br"] }],
    },
    {
      name: "reads an answer that was coded twice",
      happens: "the answer is coded with gzip, and that with gzip again",
      get: "the Webset",
      answers: [{ encode: ["gzip", "gzip"] }],
      skip: { bun: oneCoding, deno: oneCoding, workerd: oneCoding },
    },
    {
      name: "reads an answer in Zstandard, or says that it cannot",
      happens: "the answer is coded with Zstandard, though nobody asked for it",
      get: "the Webset where the runtime knows Zstandard, else `UnreadableResponseError`",
      answers: [{ encode: ["zstd"], padding: 300 }],
      options: { maxRetries: 0 },
      act: async ({ client }, options) => {
        const call = client.createWebsetsClient(options).update(webset.id, {
          metadata: webset.metadata,
        });
        return call.catch((error) => {
          if (error.name !== "UnreadableResponseError") throw error;
          return webset;
        });
      },
    },
    {
      name: "goes by the status where the body of an error cannot be decoded",
      happens: "a 404 whose body says gzip and is text",
      get: "`NotFoundError`, delivery `rejected`",
      answers: [{ status: 404, body: "No.", headers: { "content-encoding": "gzip" } }],
      throws: { error: "NotFoundError", delivery: "rejected", attempts: 1 },
    },
  ],
};
