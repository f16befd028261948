import { describe, expect, it } from "vitest";
import type { Exchange } from "../findings/exchange.ts";
import * as a from "./assert.ts";
import { createChecker } from "./check-exchange.ts";
import type { CompiledContract } from "./operation.ts";
import { exchangeRules } from "./rules.ts";
import type { Check } from "./violation.ts";

const isA =
  (type: string): Check =>
  (value, out) => {
    if (typeof value !== type) a.type(out, "", type, value);
  };
const header = (as: "string" | "number" | "boolean", required = false) => ({
  required,
  as,
  check: isA(as),
});

/** What the real contract lacks: optional bodies, required headers, ranges of media types, no security. */
const contract: CompiledContract = {
  servers: ["https://api.example.com/base//"],
  operations: [
    {
      name: "POST /things/{id}",
      method: "POST",
      path: /^\/things\/([^/]+)$/,
      pathParameters: [{ name: "id", ...header("string", true) }],
      query: { page: header("string") },
      headers: {
        "x-count": header("number"),
        "x-flag": header("boolean"),
        "x-text": header("string"),
      },
      security: [["x-key"], ["x-user", "x-password"]],
      requestBody: { required: false, content: { "application/json": isA("boolean") } },
      responses: {
        200: { headers: { "x-id": header("string", true) }, content: { "*/*": isA("string") } },
        204: { headers: {}, content: {} },
        400: { headers: {}, content: { "text/*": isA("string") } },
        500: { headers: {}, content: {} },
      },
    },
    {
      name: "POST /open",
      method: "POST",
      path: /^\/open$/,
      pathParameters: [],
      query: {},
      headers: {},
      security: [],
      responses: { 204: { headers: {}, content: {} } },
    },
  ],
};
const { checkExchange, checkRequest, checkResponse, matchOperation } = createChecker(contract);

const request = { method: "POST", url: "/things/1", headers: { "x-key": "k" } };
const asked = (part: object) => checkRequest({ ...request, ...part });
const withHeader = (name: string, value: string) =>
  asked({ headers: { ...request.headers, [name]: value } }).map(({ id }) => id);
const answered = (part: Partial<Exchange["response"]>) =>
  checkResponse(request, { status: 204, headers: {}, ...part });
const one = (id: string, location: string, args: object) => [
  { id, level: expect.any(String), operation: "POST /things/{id}", location, args },
];
const json = { "x-key": "k", "content-type": "application/json" };

describe("a finding carries what its sentence needs:", () => {
  it("of a request", () => {
    expect(asked({ url: "/things/1?page=1&all" })).toEqual(
      one("request-query-undocumented", "/request/url", { name: "all" }),
    );
    expect(asked({ headers: { "x-user": "u" } })).toEqual(
      one("request-security-missing", "/request/headers", {
        headers: [["x-key"], ["x-user", "x-password"]],
      }),
    );
    expect(asked({ body: "true" })).toEqual(
      one("request-media-type-missing", "/request/headers/content-type", {
        allowed: ["application/json"],
      }),
    );
    expect(asked({ body: "5", headers: json })).toEqual(
      one("request-body-type", "/request/body", {
        field: "The body",
        expected: "boolean",
        actual: "number",
      }),
    );
    expect(asked({ body: "{", headers: json })).toEqual(
      one("request-body-malformed", "/request/body", {}),
    );
  });

  it("of a response, the status among it", () => {
    expect(answered({ status: 200, headers: { "Content-Type": "image/png" }, body: "x" })).toEqual(
      one("response-header-missing", "/response/headers/x-id", { name: "x-id", status: 200 }),
    );
    expect(answered({ status: 400, headers: { "content-type": "image/png" }, body: "x" })).toEqual(
      one("response-media-type-undocumented", "/response/headers/content-type", {
        actual: "image/png",
        allowed: ["text/*"],
        status: 400,
      }),
    );
    expect(answered({ body: "x" })).toEqual(
      one("response-body-unexpected", "/response/body", { status: 204 }),
    );
    expect(answered({ status: 418 })).toEqual(
      one("response-status-undocumented", "/response/status", { status: 418 }),
    );
  });

  it("of a header", () => {
    expect(asked({ headers: { "x-key": "k", "X-Count": "many" } })).toEqual(
      one("request-header-invalid", "/request/headers/x-count", {
        name: "x-count",
        keyword: "type",
      }),
    );
  });

  it("of a request that is for no operation: its path, and nothing of its host and query", () => {
    const expected = [
      {
        id: "request-operation-undocumented",
        level: "warning",
        operation: "",
        location: "/request/url",
        args: { method: "GET", path: "/x/http://y" },
      },
    ];
    for (const url of ["https://user@h1.example/x/http://y?key=1#f", "/x/http://y#f?\n"]) {
      const wrong = { method: "GET", url, headers: {} };
      expect(checkRequest(wrong)).toEqual(expected);
      expect(checkResponse(wrong, { status: 204, headers: {} })).toEqual(expected);
      expect(checkExchange({ request: wrong, response: { status: 204, headers: {} } })).toEqual(
        expected,
      );
    }
  });
});

describe("a header is read", () => {
  it.each(["5", "-5", "+5", "5.25", " 5 ", "0"])("as a number from %j", (text) => {
    expect(withHeader("x-count", text)).toEqual([]);
  });

  it.each(["", "a5", "5a", "5.", ".5", "--5", "1e3", "0x5", "5,6"])(
    "as no number from %j",
    (text) => {
      expect(withHeader("x-count", text)).toEqual(["request-header-invalid"]);
    },
  );

  it.each(["true", "false", " true "])("as a boolean from %j", (text) => {
    expect(withHeader("x-flag", text)).toEqual([]);
  });

  it.each(["", "yes", "xtrue", "truex", "1", "True"])("as no boolean from %j", (text) => {
    expect(withHeader("x-flag", text)).toEqual(["request-header-invalid"]);
  });

  it.each(["true", "1"])("takes the header %j as text where the contract wants text", (text) => {
    expect(withHeader("x-text", text)).toEqual([]);
  });

  it("as the boolean that it says", () => {
    const seen: unknown[] = [];
    const flag = {
      required: false,
      as: "boolean",
      check: (value: unknown) => seen.push(value),
    } as const;
    const [operation] = contract.operations;
    if (!operation) throw new Error("there is no operation");
    const changed = { ...contract, operations: [{ ...operation, headers: { "x-flag": flag } }] };
    for (const text of ["true", "false"])
      createChecker(changed).checkRequest({
        ...request,
        headers: { "x-key": "k", "x-flag": text },
      });
    expect(seen).toEqual([true, false]);
  });
});

describe("what may be absent is not missed:", () => {
  it("a body that is optional", () => {
    for (const body of [undefined, null, ""]) expect(asked({ body })).toEqual([]);
  });

  it("credentials, where none are asked for, or all of one alternative are there", () => {
    expect(checkRequest({ method: "POST", url: "/open", headers: {} })).toEqual([]);
    expect(asked({ headers: { "x-user": "u", "x-password": "p" } })).toEqual([]);
  });

  it("headers, whose names may be in any case", () => {
    const headers = { "X-ID": "1", "Content-Type": "image/png" };
    expect(answered({ status: 200, headers, body: "x" })).toEqual([]);
  });
});

it("calls what is wrong with a request info only where the server refused it", () => {
  const level = (status: number) =>
    checkExchange({
      request: { ...request, headers: {} },
      response: { status, headers: {} },
    }).find(({ id }) => id === "request-security-missing")?.level;
  expect([204, 400, 499, 500].map(level)).toEqual(["error", "info", "info", "error"]);
});

describe("the checker finds the operation", () => {
  it("of a URL below a server whose path ends in slashes", () => {
    expect(matchOperation("POST", "https://api.example.com/base/open")?.name).toBe("POST /open");
  });

  it("nowhere else", () => {
    expect(matchOperation("POST", "/closed")).toBeUndefined();
    expect(matchOperation("POST", "x1+y.z-w://h/open", contract.servers)).toBeUndefined();
    expect(matchOperation("POST", "x1+y.z-w://h/open")?.name).toBe("POST /open");
  });
});

it("tells drifts of one place apart by the args that each rule names", () => {
  const keys = (id: string) => exchangeRules.find((rule) => rule.id === id)?.key;
  expect(keys("request-operation-undocumented")).toEqual(["method", "path"]);
  expect(keys("request-query-undocumented")).toEqual(["name"]);
  expect(keys("request-body-enum")).toEqual(["actual"]);
  expect(keys("request-body-const")).toEqual(["actual"]);
  expect(keys("request-body-type")).toEqual([]);
  expect(keys("response-body-enum")).toEqual(["status", "actual"]);
  expect(keys("response-body-type")).toEqual(["status"]);
});
