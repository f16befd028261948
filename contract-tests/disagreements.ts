import type { Exchange } from "../src/findings/exchange.ts";

/** A wrong exchange, made from a right one, and what each of the two judges says of it. */
export interface WrongExchange {
  /** What is wrong, as the end of a sentence that starts with "an exchange with". */
  readonly name: string;
  readonly change: (right: Exchange) => Exchange;
  readonly prism: "accepts" | "refuses";
  /** The kinds of findings of `checkExchange`: level and id. */
  readonly findings: readonly string[];
  /** Why Prism accepts what is wrong. */
  readonly reason?: string;
}

type Response = Exchange["response"];

const answer = (change: Partial<Response>) => (right: Exchange) => ({
  ...right,
  response: { ...right.response, ...change },
});

const answerHeader = (name: string, value: string) => (right: Exchange) =>
  answer({ headers: { ...right.response.headers, [name]: value } })(right);

const answerField = (name: string, value: unknown) => (right: Exchange) =>
  answer({ body: withField(right.response.body, name, value) })(right);

const sentField = (name: string, value: unknown) => (right: Exchange) => ({
  ...right,
  request: { ...right.request, body: withField(right.request.body, name, value) },
});

const sentTo = (suffix: string) => (right: Exchange) => ({
  ...right,
  request: { ...right.request, url: right.request.url + suffix },
});

function withField(body: string | null | undefined, name: string, value: unknown): string {
  return JSON.stringify({ ...JSON.parse(body ?? "{}"), [name]: value });
}

const unknownNames =
  "Objects are open, so their schemas allow it; drift is to be seen all the same";

/**
 * Wrong answers first, then wrong requests. Where Prism and `checkExchange` disagree, `checkExchange` sees more.
 *
 * Three kinds are not here: a body where none is documented, because this contract documents one for every status; a
 * redirect, because Prism's proxy follows it; and a Content-Type that is no media type (`json`), because Prism 5.14.2
 * dies of it.
 */
export const wrongExchanges: readonly WrongExchange[] = [
  {
    name: "an undocumented error status",
    change: answer({ status: 418, body: '{"error":"I am a teapot"}' }),
    prism: "accepts",
    findings: ["error response-status-undocumented"],
    reason: "For Prism an undocumented status is a warning unless it is a 2xx",
  },
  {
    name: "an undocumented 201",
    change: answer({ status: 201 }),
    prism: "refuses",
    findings: ["error response-status-undocumented"],
  },
  {
    name: "an undocumented 204",
    change: answer({ status: 204, headers: {}, body: null }),
    prism: "refuses",
    findings: ["error response-status-undocumented"],
  },
  {
    name: "an undocumented field in the answer",
    change: answerField("dashboards", 3),
    prism: "accepts",
    findings: ["warning response-body-undocumented-property"],
    reason: unknownNames,
  },
  {
    name: "application/problem+json in place of application/json",
    change: answerHeader("content-type", "application/problem+json"),
    prism: "accepts",
    findings: ["error response-media-type-undocumented"],
    reason: "Prism takes every +json for JSON",
  },
  {
    name: "text/html",
    change: answer({ headers: { "content-type": "text/html" }, body: "<h1>Bad gateway</h1>" }),
    prism: "refuses",
    findings: ["error response-media-type-undocumented"],
  },
  {
    name: "JSON sent as text/plain",
    change: answerHeader("content-type", "text/plain"),
    prism: "refuses",
    findings: ["error response-media-type-undocumented"],
  },
  {
    name: "no content type",
    change: answer({ headers: {} }),
    prism: "refuses",
    findings: ["error response-media-type-missing"],
  },
  {
    name: "no body where one is documented",
    change: answer({ body: "" }),
    prism: "refuses",
    findings: ["error response-body-missing"],
  },
  {
    name: "JSON that ends too early",
    change: (right) => answer({ body: right.response.body?.slice(0, -2) })(right),
    prism: "refuses",
    findings: ["error response-body-malformed"],
  },
  {
    name: "null for a body",
    change: answer({ body: "null" }),
    prism: "refuses",
    findings: ["error response-body-type"],
  },
  {
    name: "an array for a body",
    change: answer({ body: "[]" }),
    prism: "refuses",
    findings: ["error response-body-type"],
  },
  {
    name: "an error's body with status 200",
    change: answer({ body: '{"error":"Webset not found"}' }),
    prism: "refuses",
    findings: ["error response-body-required", "warning response-body-undocumented-property"],
  },
  {
    name: "a Webset with status 404",
    change: answer({ status: 404 }),
    prism: "refuses",
    findings: ["error response-body-required", "warning response-body-undocumented-property"],
  },
  {
    name: "a header of the wrong type",
    change: answerHeader("x-ratelimit-remaining", "many"),
    prism: "refuses",
    findings: ["error response-header-invalid"],
  },
  {
    name: "a day that does not exist",
    change: answerField("updatedAt", "2025-02-30T00:00:00.000Z"),
    prism: "refuses",
    findings: ["error response-body-format"],
  },
  {
    name: "an undocumented field in the request",
    change: sentField("name", "Battery recyclers"),
    prism: "accepts",
    findings: ["warning request-body-undocumented-property"],
    reason: unknownNames,
  },
  {
    name: "an undocumented query parameter",
    change: sentTo("?expand=items"),
    prism: "accepts",
    findings: ["warning request-query-undocumented"],
    reason: "Prism looks at documented parameters only",
  },
  {
    name: "a request body of the wrong type",
    change: sentField("metadata", { count: 3 }),
    prism: "refuses",
    findings: ["error request-body-type"],
  },
  {
    name: "no key",
    change: (right) => ({
      ...right,
      request: { ...right.request, headers: { "content-type": "application/json" } },
    }),
    prism: "refuses",
    findings: ["error request-security-missing"],
  },
  {
    name: "a request to no operation of the contract",
    change: sentTo("/items"),
    prism: "refuses",
    findings: ["warning request-operation-undocumented"],
  },
];
