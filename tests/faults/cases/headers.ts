import type { Case, Group } from "../case.ts";
import { webset } from "../webset.ts";

const json = JSON.stringify(webset);
const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`x-header-${i}`, `${i}`]));
const either = ["UnreadableResponseError", "ConnectionError"];

/** An answer with these lines between the status line and the body, which only a broken server writes. */
function raw(...lines: string[]): string {
  const type = "content-type: application/json";
  const cors = "access-control-allow-origin: *";
  return ["HTTP/1.1 200 OK", type, cors, ...lines, "", json].join("\r\n");
}

export const headers: Group = {
  name: "Headers",
  happens:
    "Many or large headers, a flood of 1xx answers, two values of Content-Length, a proxy's 407",
  get: "The Webset where the runtime copes, else one error of this package; a 407 is not repeated",
  cases: [
    {
      name: "reads an answer with many headers",
      happens: "the answer has 80 headers more",
      get: "the Webset",
      answers: [{ headers: many }],
    },
    {
      name: "survives an answer with a header of 100 kB",
      happens: "one header of the answer is 100 kB long",
      get: "the Webset, or `ConnectionError` where the runtime reads no such header",
      answers: [{ headers: { "x-large": "x".repeat(100_000) } }],
      options: { maxRetries: 0 },
      act: eitherWay,
    },
    {
      name: "survives a flood of early hints",
      happens: "500 answers `103 Early Hints` precede the answer",
      get: "the Webset, or `ConnectionError` where the runtime gives up",
      answers: [{ raw: "HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n".repeat(500) }],
      options: { maxRetries: 0 },
      act: eitherWay,
    },
    {
      name: "takes nothing from an answer with two different values of Content-Length",
      happens: "the answer has two different values of `Content-Length`",
      get: "`ConnectionError`, or `UnreadableResponseError` where the runtime lets it pass",
      answers: [
        { fault: "close", raw: raw("content-length: 20", `content-length: ${json.length}`) },
      ],
      options: { maxRetries: 0 },
      throws: { error: either, delivery: "unknown", attempts: 1 },
    },
    {
      name: "survives an answer with a Content-Length that is no number",
      happens: "the answer has a `Content-Length` that is no number",
      get: "`ConnectionError`, or the Webset where the runtime reads on to the end of the connection",
      answers: [{ fault: "close", raw: raw("content-length: many") }],
      options: { maxRetries: 0 },
      act: eitherWay,
    },
    {
      name: "does not repeat a call that a proxy refused",
      happens: "status 407",
      get: "`ApiError`, or `ConnectionError` where `fetch` itself refuses it; one attempt",
      answers: [{ status: 407, headers: { "proxy-authenticate": 'Basic realm="proxy"' } }],
      options: { maxRetries: 2, retryUnknown: false },
      throws: { error: ["ApiError", "ConnectionError"], attempts: 1 },
    },
  ],
};

/** Resolves to the Webset, also where the call fails as it may. */
async function eitherWay(
  ...[{ client }, options]: Parameters<NonNullable<Case["act"]>>
): Promise<unknown> {
  const call = client.createWebsetsClient(options).update(webset.id, { metadata: webset.metadata });
  return call.catch((error) => {
    if (error.name !== "ConnectionError" || error.delivery !== "unknown") throw error;
    return webset;
  });
}
