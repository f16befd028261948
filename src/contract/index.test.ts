import { expect, test } from "vitest";
import { checkExchange, contract } from "./index.ts";

const request = {
  method: "POST",
  url: "/v0/websets/ws_1",
  headers: { "content-type": "application/json", "x-api-key": "k" },
  body: "{}",
};
const response = {
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ id: "ws_2" }),
};
const idsOf = (findings: readonly { readonly id: string }[]) => findings.map(({ id }) => id);

test("contract.checkResponse holds the answer to the contract and to the question", () => {
  const ids = idsOf(contract.checkResponse(request, response));
  expect(ids).toEqual(
    expect.arrayContaining(["response-body-required", "response-echo-parameter"]),
  );
});

test("checkExchange holds an exchange to the contract alone", () => {
  const ids = idsOf(checkExchange({ request, response }));
  expect(ids).toContain("response-body-required");
  expect(ids).not.toContain("response-echo-parameter");
});

test("contract guards a client's calls with the same checks", () => {
  expect(() => contract.guard({}, request)).not.toThrow();
  expect(() => contract.guard({}, { ...request, body: '{"metadata":7}' })).toThrow(
    "request-body-type at /request/body/metadata",
  );
  const told: string[] = [];
  contract.guard({ onFinding: ({ id }) => told.push(id) }, request, response);
  expect(told).toContain("response-echo-parameter");
});
