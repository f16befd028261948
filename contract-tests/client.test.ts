import { describe, expect, inject, test } from "vitest";
import { checkExchange } from "../src/contract/index.ts";
import { ApiError } from "../src/index.ts";
import { isJson } from "../src/openapi/media-type.ts";
import { callMock, type Outcome } from "./support/call.ts";
import { description, requests, responses } from "./support/contract.ts";

const seeds = ["1", "2", "3"];

describe.for(requests)("$operation", ({ operation, mediaType, schema, examples }) => {
  const [body] = Object.values(examples);
  const prefer = (what: string) => callMock({ operation, body, headers: { prefer: what } });
  // The answer to HEAD has no body, whatever is documented (RFC 9110, section 9.3.2).
  const documented = responses
    .filter((response) => response.operation === operation)
    .map((one) => (operation.startsWith("HEAD ") ? { ...one, examples: {}, mediaType: "" } : one));

  test.for(documented)(
    "answers with $status as documented",
    async ({ status, examples: named }) => {
      const outcome = await prefer(`code=${status}`);
      expectOutcome(outcome, status);
      const values = Object.values(named);
      if (values.length > 0) expect(values).toContainEqual(outcome.body);
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
    const sent = exchange.request.body ?? "";
    if (isJson(mediaType ?? "")) expect(JSON.parse(sent)).toEqual(example);
    else expect(sent).not.toBe("");
    expect(status).toBe(Math.min(...documented.map((response) => response.status)));
    expect(checkExchange(exchange)).toEqual([]);
  });

  const generated = documented
    .filter((one) => isJson(one.mediaType ?? ""))
    .flatMap(({ status }) => seeds.map((seed) => ({ status, seed })));
  test.for(generated)(
    "gives the caller a made-up answer with $status, number $seed",
    async ({ status, seed }) => {
      const outcome = await prefer(`code=${status}, dynamic=true, seed=${seed}`);
      expectOutcome(outcome, status);
      expect(outcome.body).toEqual(JSON.parse(outcome.exchange.response.body ?? ""));
      expect(checkExchange(outcome.exchange).filter(isDrift)).toEqual([]);
    },
  );

  const answersWithoutKey = documented.some(({ status }) => status === 401);
  test.skipIf(!answersWithoutKey)("tells of a key that does not arrive", async () => {
    expectOutcome(await callMock({ operation, body }, { dropKey: true }), 401);
  });

  test.skipIf(!schema || !isJson(mediaType ?? ""))(
    "tells of a body that does not fit",
    async () => {
      const names = Object.keys(body ?? {});
      expect(names).not.toEqual([]);
      const wrong = Object.fromEntries(names.map((name) => [name, false]));
      expectOutcome(await callMock({ operation, body: wrong }), 422);
    },
  );

  test("has no other method on its path", async () => {
    const [, path = ""] = operation.split(" ");
    const known = Object.keys(description.paths?.[path] ?? {});
    const unknown = ["patch", "put", "delete"].find((method) => !known.includes(method));
    const url = inject("mockUrl") + path.replaceAll(/\{.*?\}/g, "x");
    const { status } = await fetch(url, { method: unknown?.toUpperCase() ?? "" });
    expect(status).toBe(405);
  });
});

/** A success resolves. A failure throws an error class of its own. */
function expectOutcome({ status, error, exchange }: Outcome, expected: number) {
  expect(status).toBe(expected);
  expect(exchange.response.status).toBe(expected);
  if (expected < 300) return expect(error).toBeUndefined();
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
