import { expect, test } from "vitest";
import type { Finding } from "../findings/finding.ts";
import { createGuard } from "./guard.ts";

const request = { method: "POST", url: "/v0/websets/x", headers: {} };
const response = { status: 200, headers: {} };
const found = (level: Finding["level"]): Finding => {
  return { id: `rule-${level}`, level, operation: "", location: "/response/body/x", args: {} };
};
const guardOf = (...findings: Finding[]) =>
  createGuard({ checkRequest: () => findings, checkResponse: () => findings }).guard;

test.each(["error", "warning", "info"] as const)(
  "refuses a request with a finding: %s",
  (level) => {
    const findings = [found(level)];
    expect(() => guardOf(...findings)({}, request)).toThrow(
      expect.objectContaining({ name: "InvalidInputError", findings }),
    );
  },
);

test("throws for an answer only if strict, and only for an error among its findings", () => {
  const findings = [found("warning"), found("error")];
  guardOf(...findings)({}, request, response);
  guardOf(found("warning"), found("info"))({ strict: true }, request, response);
  expect(() => guardOf(...findings)({ strict: true }, request, response)).toThrow(
    expect.objectContaining({
      name: "ContractViolationError",
      message: "rule-error at /response/body/x",
      findings,
    }),
  );
});

test.each([199, 300, 404])("leaves an answer with %i to be what it is", (status) => {
  guardOf(found("error"))({ strict: true }, request, { ...response, status });
});

test("reports each finding with its exchange, whatever the observer throws", async () => {
  const seen: unknown[] = [];
  const onFinding = (...args: unknown[]) => {
    seen.push(args);
    return seen.length === 1 ? Promise.reject(new Error("later")) : seen.at(7)?.toString();
  };
  const [first, second] = [found("info"), found("warning")];
  guardOf(first, second)({ onFinding }, request, response);
  expect(() => guardOf(first)({ onFinding }, request)).toThrow("rule-info");
  const exchange = { request, response };
  expect(seen).toEqual([
    [first, exchange],
    [second, exchange],
    [first, { request }],
  ]);
});
