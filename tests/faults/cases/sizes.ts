import type { Case, Group } from "../case.ts";

const limited = { maxResponseBytes: 2000, maxRetries: 0 };
const tooLarge = {
  error: "UnreadableResponseError",
  delivery: "unknown",
  attempts: 1,
  carries: { reason: "too-large" },
} as const;

const refused: readonly (readonly [
  shown: string,
  get: string,
  answer: NonNullable<Case["answers"]>[number],
])[] = [
  ["larger than the limit", "reason `too-large`", { padding: 2000 }],
  ["without end", "as soon as the limit is reached", { fault: "endless" }],
  ["a gzip bomb", "the limit counts what is unpacked", { padding: 20_000_000, encode: ["gzip"] }],
];

export const sizes: Group = {
  name: "Sizes",
  happens: "An answer beyond `maxResponseBytes` (10 MiB), without end, or a gzip bomb",
  get: "`UnreadableResponseError`, reason `too-large`; reading stops there",
  cases: [
    ...refused.map(
      ([shown, get, answer]): Case => ({
        name: `stops reading an answer that is ${shown}`,
        happens: `the answer is ${shown}`,
        get: `\`UnreadableResponseError\`, ${get}`,
        answers: [answer],
        options: limited,
        throws: tooLarge,
      }),
    ),
    {
      name: "keeps to what the status says when an error is too large",
      happens: "the body of an error is larger than the limit",
      get: "the error of its status, without the body",
      answers: [{ status: 404, body: JSON.stringify({ error: "x".repeat(5000) }) }],
      options: limited,
      throws: { error: "NotFoundError", delivery: "rejected", attempts: 1 },
    },
    {
      name: "reads an answer of just the limit",
      happens: "the answer is exactly as large as the limit",
      get: "the Webset",
      answers: [{ body: exactly(2000) }],
      options: limited,
    },
    {
      name: "calls an answer that is shorter than its content-length unreadable",
      happens: "content-length promises more than comes",
      get: "`UnreadableResponseError`, reason `truncated`",
      answers: [{ headers: { "content-length": "1500" }, fault: "close-in-body" }],
      options: limited,
      throws: { ...tooLarge, carries: { reason: "truncated" } },
    },
    {
      name: "times out when content-length promises more than ever comes",
      happens: "content-length promises more than ever comes, and the connection stays open",
      get: "`TimeoutError`",
      answers: [{ headers: { "content-length": "99999999" }, fault: "hang-in-body" }],
      options: { ...limited, timeout: 250 },
      throws: { error: "TimeoutError", delivery: "unknown", attempts: 1 },
    },
    {
      name: "refuses what is left when content-length cuts the answer off",
      happens: "content-length promises less than comes",
      get: "`UnreadableResponseError`, reason `not-json`",
      answers: [{ headers: { "content-length": "40" } }],
      options: limited,
      throws: { ...tooLarge, carries: { reason: "not-json" } },
    },
  ],
};

/** A Webset as JSON of so many bytes. */
function exactly(size: number): string {
  const json = '{"id":"webset_1","object":"webset","metadata":{"team":"search"}}';
  return json + " ".repeat(size - json.length);
}
