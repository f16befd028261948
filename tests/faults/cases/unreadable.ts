import type { Answer, Case, Group } from "../case.ts";
import { webset } from "../webset.ts";

const json = JSON.stringify(webset);
/** A gzip header, and then a block of a type that does not exist (RFC 1951, section 3.2.3). */
const brokenGzip = new Uint8Array([31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255, 255]);

const refused: readonly (readonly [shown: string, reason: string, answer: Answer])[] = [
  [
    "an HTML page",
    "media-type",
    { body: "<!doctype html><h1>Hi</h1>", headers: { "content-type": "text/html" } },
  ],
  ["plain text", "media-type", { body: json, headers: { "content-type": "text/plain" } }],
  [
    "`application/problem+json`",
    "media-type",
    { body: json, headers: { "content-type": "application/problem+json" } },
  ],
  [
    "an event stream",
    "media-type",
    { body: "data: {}\n\n", headers: { "content-type": "text/event-stream" } },
  ],
  ["nothing", "empty", { body: null }],
  ["nothing (204)", "empty", { status: 204, body: null, headers: { "content-type": null } }],
  ["only blanks", "not-json", { body: " \n" }],
  ["JSON that is cut off", "not-json", { body: json.slice(0, -5) }],
  ["JSON with something after it", "not-json", { body: `${json}x` }],
  ["something like JSON", "not-json", { body: "{'id': NaN}" }],
  ["an HTML page that calls itself JSON", "not-json", { body: "<html></html>" }],
  ["`null`", "wrong-object", { body: "null" }],
  ["`[]`", "wrong-object", { body: "[]" }],
  ["a string", "wrong-object", { body: '"webset"' }],
  ["`{ foo: 1 }`", "wrong-object", { body: { foo: 1 } }],
  [
    "arrays nested 100,000 deep",
    "wrong-object",
    { body: "[".repeat(100_000) + "]".repeat(100_000) },
  ],
  [
    "a broken gzip stream",
    "truncated",
    { body: brokenGzip, headers: { "content-encoding": "gzip" } },
  ],
];

const accepted: readonly (readonly [shown: string, answer: Answer])[] = [
  [
    "a media type in other letters",
    { headers: { "content-type": 'Application/JSON;Charset="UTF-8"' } },
  ],
  ["no media type", { headers: { "content-type": null } }],
  ["a byte order mark", { body: `\ufeff${json}` }],
  ["gzip", { encode: ["gzip"] }],
  ["another status of success (201)", { status: 201 }],
  ["fields that the contract does not know", { body: { ...webset, brandNew: true } }],
];

export const unreadable: Group = {
  name: "Unreadable answers",
  happens:
    "Status 200 with HTML, nothing, half a JSON, `null`, `[]`, `{ foo: 1 }`, another media type",
  get: "`UnreadableResponseError` with a `reason`, never a `SyntaxError` and never something typed as a Webset",
  cases: [
    ...refused.map(
      ([shown, reason, answer]): Case => ({
        name: `refuses ${shown} as an answer`,
        happens: `the answer is ${shown}`,
        get: `\`UnreadableResponseError\`, reason \`${reason}\``,
        answers: [answer],
        options: { maxRetries: 0 },
        throws: {
          error: "UnreadableResponseError",
          delivery: "unknown",
          attempts: 1,
          carries: { reason },
        },
      }),
    ),
    ...accepted.map(
      ([shown, answer]): Case => ({
        name: `reads an answer with ${shown}`,
        happens: `the answer has ${shown}`,
        get: "the Webset",
        answers: [answer],
      }),
    ),
    {
      name: "gives no answer power over prototypes",
      happens: "the answer has a key named `__proto__`",
      get: "a plain field; nothing is polluted",
      answers: [{ body: `${json.slice(0, -1)},"__proto__":{"polluted":true}}` }],
      returns: () =>
        (({}) as Record<string, unknown>).polluted ? "Object.prototype was polluted" : undefined,
    },
    {
      name: "tells the response, the request id and the attempts when asked",
      happens: "the caller wants more than the Webset",
      get: "`withResponse()` gives data, response, requestId and attempts",
      answers: [
        { status: 500, headers: { "retry-after-ms": "20" } },
        { headers: { "x-request-id": "r2" } },
      ],
      requests: 2,
      act: async ({ client }, options) => {
        const call = client
          .createWebsetsClient(options)
          .update("webset_1", { metadata: { team: "search" } });
        const { data, response, requestId, attempts } = await call.withResponse();
        return { ...data, told: [response.status, requestId, attempts] };
      },
      returns: ({ told }) =>
        String(told) === "200,r2,2" ? undefined : `withResponse told ${told}`,
    },
  ],
};
