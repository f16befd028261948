import { describe, expect, it } from "vitest";
import { createChecker } from "./check-exchange.ts";
import { checkExchange, checkRequest, checkResponse, contract, type Exchange } from "./index.ts";
import type { Violations } from "./violation.ts";

const webset = {
  id: "webset_01kaq2xeczg1mgecgdr3774pf1",
  object: "webset",
  status: "idle",
  externalId: null,
  title: null,
  searches: [],
  imports: [],
  enrichments: [],
  monitors: [],
  metadata: {},
  createdAt: "2025-11-23T00:48:09.119Z",
  updatedAt: "2025-11-23T00:48:09.119Z",
};
const json = { "Content-Type": "application/json; charset=utf-8" };
const request: Exchange["request"] = {
  method: "POST",
  url: "https://api.exa.ai/websets/v0/websets/x",
  headers: { "X-Api-Key": "key", ...json },
  body: '{"metadata":{"team":"sales"}}',
};
const answer = (part: Partial<Exchange["response"]> = {}): Exchange => ({
  request,
  response: { status: 200, headers: json, body: JSON.stringify(webset), ...part },
});
const ask = (part: Partial<Exchange["request"]>): Exchange => ({
  ...answer(),
  request: { ...request, ...part },
});
const found = (exchange: Exchange) =>
  checkExchange(exchange).map(({ id, level, location }) => [id, level, location]);

describe("checkExchange", () => {
  it("finds nothing in an exchange that keeps the contract", () => {
    expect(found(answer())).toEqual([]);
  });

  it.each<[string, Exchange, string, string]>([
    [
      "an undocumented status",
      answer({ status: 418 }),
      "response-status-undocumented",
      "/response/status",
    ],
    [
      "a wrong media type",
      answer({ headers: { "content-type": "application/problem+json" } }),
      "response-media-type-undocumented",
      "/response/headers/content-type",
    ],
    [
      "a malformed media type",
      answer({ headers: { "content-type": "json" } }),
      "response-media-type-undocumented",
      "/response/headers/content-type",
    ],
    [
      "no media type",
      answer({ headers: {} }),
      "response-media-type-missing",
      "/response/headers/content-type",
    ],
    ["an empty body", answer({ body: "" }), "response-body-missing", "/response/body"],
    [
      "a body that is not JSON",
      answer({ body: '{"id":' }),
      "response-body-malformed",
      "/response/body",
    ],
    ["a body of another type", answer({ body: "[]" }), "response-body-type", "/response/body"],
    [
      "a header of another type",
      answer({ headers: { ...json, "X-RateLimit-Limit": "many" } }),
      "response-header-invalid",
      "/response/headers/x-ratelimit-limit",
    ],
    [
      "an unknown query parameter",
      ask({ url: `${request.url}?expand=items` }),
      "request-query-undocumented",
      "/request/url",
    ],
    ["no key", ask({ headers: json }), "request-security-missing", "/request/headers"],
    ["no request body", ask({ body: null }), "request-body-missing", "/request/body"],
    [
      "another request media type",
      ask({ headers: { ...request.headers, "Content-Type": "text/plain" } }),
      "request-media-type-undocumented",
      "/request/headers/content-type",
    ],
    [
      "an unknown request field",
      ask({ body: '{"name":"x"}' }),
      "request-body-undocumented-property",
      "/request/body/name",
    ],
    [
      "a wrong request field",
      ask({ body: '{"metadata":{"a/b":1}}' }),
      "request-body-type",
      "/request/body/metadata/a~1b",
    ],
    [
      "another endpoint",
      ask({ method: "PATCH" }),
      "request-operation-undocumented",
      "/request/url",
    ],
  ])("finds %s", (_, exchange, id, location) => {
    expect(found(exchange).map(([one, , at]) => [one, at])).toEqual([[id, location]]);
  });

  it("reports an undocumented field as a warning, and a hostile name like any other", () => {
    const body = `{"__proto__":1,"constructor":2,${JSON.stringify(webset).slice(1)}`;
    expect(found(answer({ body }))).toEqual([
      ["response-body-undocumented-property", "warning", "/response/body/__proto__"],
      ["response-body-undocumented-property", "warning", "/response/body/constructor"],
    ]);
  });

  it("calls what is wrong with a request `info` when the server refused it", () => {
    const body = '{"error":"metadata must be an object"}';
    const refused = {
      request: { ...request, body: '{"metadata":1}' },
      response: { status: 422, headers: json, body },
    };
    expect(found(refused)).toEqual([["request-body-type", "info", "/request/body/metadata"]]);
  });

  it("never puts a value into a finding where it may be private", () => {
    const secret = "s3cret";
    const exchange = {
      ...ask({ body: `{"metadata":"${secret}"}` }),
      response: { status: 200, headers: json, body: `{"${"x"}":"${secret}"` },
    };
    expect(JSON.stringify(checkExchange(exchange))).not.toContain(secret);
  });

  it("names the path and not the query of a URL that no operation fits", () => {
    for (const scheme of ["https", "H2+x"]) {
      const [finding] = checkExchange(ask({ url: `${scheme}://user:pw@h.test/other?token=t#f` }));
      expect(finding?.args).toStrictEqual({ method: "POST", path: "/other" });
    }
  });

  it("splits into the request's findings and the response's", () => {
    const both = { ...ask({ body: "[]" }), response: { status: 200, headers: json, body: "[]" } };
    expect([...checkRequest(both.request), ...checkResponse(both.request, both.response)]).toEqual(
      checkExchange(both),
    );
    expect(contract.checkRequest(request)).toEqual([]);
  });

  it("is joined, in the contract for the client, by the check that the answer is about what was asked", () => {
    const { response } = answer();
    const ids = contract.checkResponse(request, response).map(({ id }) => id);
    expect(ids).toEqual(["response-echo-parameter", "response-echo-body"]);
    expect(checkResponse(request, response)).toEqual([]);
  });
});

describe("a contract of another shape", () => {
  const check = (value: unknown, out: Violations) => {
    if (typeof value !== "string") out.add({ keyword: "type", pointer: "", args: {} });
  };
  const other = createChecker({
    servers: ["https://h.test"],
    operations: [
      {
        name: "POST /jobs",
        method: "POST",
        path: /^\/jobs$/,
        pathParameters: [],
        query: { dry: { required: false, as: "string", check } },
        headers: { "x-tenant": { required: true, as: "string", check } },
        security: [["x-key", "x-secret"], ["authorization"]],
        responses: {
          204: { headers: {}, content: {} },
          200: {
            headers: {
              etag: { required: true, as: "string", check },
              "x-last": { required: false, as: "boolean", check: isTrue },
              "x-count": { required: false, as: "number", check: isTwo },
            },
            content: { "text/*": check },
          },
        },
      },
    ],
  });
  const exchange = (response: Partial<Exchange["response"]>, more: object = {}): Exchange => ({
    request: {
      method: "POST",
      url: "/jobs?dry=1",
      headers: { "X-Tenant": "t", Authorization: "a" },
      ...more,
    },
    response: { status: 204, headers: {}, ...response },
  });
  const ids = (one: Exchange) =>
    other.checkExchange(one).map(({ id, location }) => `${id} ${location}`);

  it("finds a body where none is documented, in the answer and in the request", () => {
    expect(ids(exchange({ body: "x" }))).toEqual(["response-body-unexpected /response/body"]);
    expect(ids(exchange({}, { body: "x" }))).toEqual(["request-body-unexpected /request/body"]);
  });

  it("finds a required header that is missing, in the answer and in the request", () => {
    const headers = { "content-type": "text/plain" };
    expect(ids(exchange({ status: 200, headers, body: "x" }))).toEqual([
      "response-header-missing /response/headers/etag",
    ]);
    expect(ids(exchange({}, { headers: { authorization: "a" } }))).toEqual([
      "request-header-missing /request/headers/x-tenant",
    ]);
  });

  it("reads a header as its schema's type, and takes a range of media types", () => {
    const answer = (more: Record<string, string>) =>
      exchange({
        status: 200,
        headers: { ETag: "e", "Content-Type": "text/csv", ...more },
        body: "x",
      });
    expect(ids(answer({ "X-Last": " true", "X-Count": " 2 " }))).toEqual([]);
    expect(ids(answer({ "X-Last": "yes", "X-Count": "2 of 3" }))).toEqual([
      "response-header-invalid /response/headers/x-last",
      "response-header-invalid /response/headers/x-count",
    ]);
  });

  it("takes any of the documented credentials, and only whole ones", () => {
    const asked = (headers: Record<string, string>) =>
      ids(exchange({}, { headers: { "x-tenant": "t", ...headers } }));
    expect(asked({ "X-Key": "k", "X-Secret": "s" })).toEqual([]);
    expect(asked({ "X-Key": "k" })).toEqual(["request-security-missing /request/headers"]);
    expect(asked({ Authorization: "" })).toEqual(["request-security-missing /request/headers"]);
  });

  function isTrue(value: unknown, out: Violations) {
    if (value !== true) out.add({ keyword: "type", pointer: "", args: {} });
  }
  function isTwo(value: unknown, out: Violations) {
    if (value !== 2) out.add({ keyword: "type", pointer: "", args: {} });
  }
});
