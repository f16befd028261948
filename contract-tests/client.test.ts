import { describe, expect, test } from "vitest";
import { checkExchange } from "../src/contract/index.ts";
import { ApiError } from "../src/index.ts";
import { callMock, hasMethod, type Outcome } from "./support/call.ts";
import { description, requests, responses } from "./support/contract.ts";

const seeds = ["1", "2", "3"];

describe.for(requests)("$operation", ({ operation, schema, examples }) => {
  const [body] = Object.values(examples);
  const prefer = (what: string) => callMock({ operation, body, headers: { prefer: what } });
  const documented = responses.filter((response) => response.operation === operation);

  test.for(documented)(
    "answers with $status as documented",
    async ({ status, examples: named }) => {
      const outcome = await prefer(`code=${status}`);
      expectOutcome(outcome, status);
      expect(Object.values(named)).toContainEqual(outcome.body);
      expect(checkExchange(outcome.exchange)).toEqual([]);
    },
  );

  const answers = documented.flatMap(({ status, examples: named }) =>
    Object.entries(named).map(([name, value]) => ({ status, name, value })),
  );
  test.for(answers)(
    "gives the caller the example $name with $status",
    async ({ status, name, value }) => {
      const outcome = await prefer(`code=${status}, example=${name}`);
      expectOutcome(outcome, status);
      expect(outcome.body).toEqual(value);
      expect(checkExchange(outcome.exchange)).toEqual([]);
    },
  );

  test.for(Object.entries(examples))("sends the example %s", async ([, example]) => {
    const { status, exchange } = await callMock({ operation, body: example });
    expect(JSON.parse(exchange.request.body ?? "")).toEqual(example);
    expect(status).toBe(Math.min(...documented.map((response) => response.status)));
    expect(checkExchange(exchange)).toEqual([]);
  });

  const generated = documented.flatMap(({ status }) => seeds.map((seed) => ({ status, seed })));
  test.for(generated)(
    "gives the caller a made-up answer with $status, number $seed",
    async ({ status, seed }) => {
      const outcome = await prefer(`code=${status}, dynamic=true, seed=${seed}`);
      expectOutcome(outcome, status);
      expect(outcome.body).toEqual(JSON.parse(outcome.exchange.response.body ?? ""));
      expect(checkExchange(outcome.exchange).filter(isDrift)).toEqual([]);
    },
  );

  test("tells of a key that does not arrive", async () => {
    expectOutcome(await callMock({ operation, body }, { dropKey: true }), 401);
  });

  test.skipIf(!schema)("tells of a body that does not fit", async () => {
    const names = Object.keys(body ?? {});
    expect(names).not.toEqual([]);
    const wrong = Object.fromEntries(names.map((name) => [name, false]));
    expectOutcome(await callMock({ operation, body: wrong }), 422);
  });

  test("has no other method on its path", async () => {
    const [, path = ""] = operation.split(" ");
    const known = Object.keys(description.paths?.[path] ?? {});
    const unknown = ["patch", "put", "delete"].find((method) => !known.includes(method));
    const { status } = await callMock({ operation: `${unknown?.toUpperCase()} ${path}` });
    expect(status).toBe(405);
  });
});

/** A success resolves. A failure throws an error class of its own, where the client has a method that throws. */
function expectOutcome({ operation, status, error, exchange }: Outcome, expected: number) {
  expect(status).toBe(expected);
  expect(exchange.response.status).toBe(expected);
  if (expected < 300 || !hasMethod(operation)) return expect(error).toBeUndefined();
  expect(error).toBeInstanceOf(ApiError);
  expect(error?.constructor).not.toBe(ApiError);
}

/**
 * Prism makes up further fields for open objects, and numbers that break `exclusiveMinimum`. Of the fields there may be
 * more than are listed; they hide no error, since errors are listed first.
 */
function isDrift({ id }: { readonly id: string }): boolean {
  return !/^response-(body-(undocumented-property|exclusive-minimum)|findings-more)$/.test(id);
}
