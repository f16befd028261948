import { createReadStream, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { checkExchange, matchOperation } from "../../contract/index.ts";
import type { Exchange } from "../../findings/exchange.ts";
import type { Description } from "../../openapi/description.ts";
import { readRecording } from "../read/read-recording.ts";
import { createScrubber } from "./scrub.ts";

const operation = "POST /v0/websets/{id}";
const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
const description: Description = JSON.parse(readFileSync(at("generated/openapi.json"), "utf8"));
const recordings: Exchange[] = [];

beforeAll(async () => {
  const folder = at("contract-tests/recordings/");
  for (const file of readdirSync(folder)) {
    for await (const recorded of readRecording(createReadStream(new URL(file, folder)), file)) {
      if ("exchange" in recorded) recordings.push(recorded.exchange);
    }
  }
});

const secret = "sk-Secret42";

/** An exchange with the secret, or whatever else, in every place that takes it. */
function exchange(response: unknown, over: { request?: object; response?: object } = {}): Exchange {
  return {
    request: {
      method: "POST",
      url: `https://api.exa.ai/websets/v0/websets/${secret}`,
      headers: { "x-api-key": secret, "content-type": "application/json" },
      body: JSON.stringify({ metadata: { [secret]: secret } }),
      ...over.request,
    },
    response: {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(response),
      ...over.response,
    },
  };
}

const scrub = (one: Exchange) => createScrubber(description).scrub(operation, one);
/** By the operation that was called. */
const scrubKnown = (one: Exchange) => {
  const { name = "" } = matchOperation(one.request.method, one.request.url) ?? {};
  return createScrubber(description).scrub(name, one);
};
const scrubBody = (body: unknown) => JSON.parse(scrub(exchange(body)).response.body ?? "");

describe("keeps", () => {
  test("what the contract allows: enum and const values, numbers, booleans, null, names", () => {
    const body = {
      object: "webset",
      status: "idle",
      title: null,
      searches: [
        {
          status: "completed",
          entity: { type: "company" },
          progress: { found: 3, timeLeft: null },
        },
      ],
      newFlag: true,
    };
    expect(scrubBody(body)).toEqual(body);
  });

  test("the same id the same, in the URL, the bodies and the headers, over all exchanges", () => {
    const scrubber = createScrubber(description);
    const first = scrubber.scrub(
      operation,
      exchange({ id: secret, searches: [{ id: "s", websetId: secret }] }),
    );
    expect(first.request.url).toBe("https://api.exa.ai/websets/v0/websets/id-2");
    expect(JSON.parse(first.response.body ?? "")).toEqual({
      id: "id-2",
      searches: [{ id: "id-3", websetId: "id-2" }],
    });
    const second = scrubber.scrub(
      operation,
      exchange(
        { requestId: "s" },
        { request: { url: "/v0/websets/s" }, response: { headers: { "X-Request-Id": "s" } } },
      ),
    );
    expect(second.request.url).toMatch(/\/id-3$/);
    expect(second.response.headers).toEqual({ "x-request-id": "id-3" });
    expect(second.response.body).toBe('{"requestId":"id-3"}');
  });

  test("headers that say nothing about anybody, where they are what they should be", () => {
    const headers = {
      "Content-Type": "application/json; charset=utf-8",
      "Retry-After": "3",
      "X-RateLimit-Limit": "100",
      "X-RateLimit-Reset": secret,
      "RateLimit-Policy": "100;w=60",
      "Set-Cookie": secret,
      Date: "Mon, 23 Nov 2026 18:00:00 GMT",
    };
    expect(scrub(exchange({}, { response: { headers } })).response.headers).toEqual({
      "content-type": "application/json; charset=utf-8",
      "retry-after": "3",
      "x-ratelimit-limit": "100",
      "x-ratelimit-reset": "scrubbed",
      "ratelimit-policy": "100;w=60",
    });
  });
});

test.each<[string, Exchange]>([
  [
    "the URL's host, path, query and fragment",
    exchange(
      {},
      {
        request: {
          url: `https://${secret}.example/v0/websets/${secret}?${secret}=${secret}#${secret}`,
        },
      },
    ),
  ],
  ["an encoded id", exchange({}, { request: { url: `/v0/websets/${secret}%20x` } })],
  [
    "headers",
    exchange(
      {},
      {
        response: {
          headers: { [secret]: "x", "content-type": `text/${secret}`, "x-request-id": secret },
        },
      },
    ),
  ],
  [
    "parameters of the media type",
    exchange({}, { response: { headers: { "content-type": `text/html; x=${secret}` } } }),
  ],
  [
    "documented text",
    exchange({
      title: secret,
      externalId: secret,
      dashboardUrl: `https://${secret}/`,
      createdAt: secret,
    }),
  ],
  ["an enum", exchange({ status: secret, object: secret })],
  ["a union's tag", exchange({ searches: [{ entity: { type: secret, description: secret } }] })],
  ["keys and values of maps", exchange({ metadata: { [secret]: secret } })],
  [
    "values that nobody documented, at any depth",
    exchange({ note: secret, more: [{ deep: [[secret]] }, secret] }),
  ],
  ["names that are none", exchange({ [secret]: 1, searches: [{ [secret]: {} }] })],
  [
    "a value of another type",
    exchange({ searches: secret, metadata: [secret], title: { a: secret } }),
  ],
  [
    "a body that is no JSON",
    exchange({}, { response: { body: `<html>${secret}` }, request: { body: secret } }),
  ],
  ["a body where none is documented", exchange(secret, { response: { status: 418 } })],
])("lets nothing through by %s", (_, one) => {
  expect(JSON.stringify(one)).toContain(secret);
  expect(JSON.stringify(scrub(one)).toLowerCase()).not.toContain("secret42");
});

test("a number that nobody documented is replaced", () => {
  expect(scrubBody({ phone: 4912345 })).toEqual({ phone: 1 });
});

test("hostile keys stay keys", () => {
  const body = '{"__proto__":{"x":"y"},"constructor":"z"}';
  const scrubbed = scrub(exchange({}, { response: { body } })).response.body ?? "";
  expect(Object.keys(JSON.parse(scrubbed))).toHaveLength(2);
  expect(scrubbed).not.toMatch(/"[yz]"/);
});

test("of the recordings nothing new is found, and they stay clean", () => {
  for (const one of recordings)
    expect(checkExchange(scrubKnown(one)).filter(({ level }) => level !== "info")).toEqual([]);
  expect(recordings.length).toBeGreaterThan(10);
});

/** Findings as rule and place; what stands in for a name is as good as the name. */
function found(one: Exchange): string[] {
  return checkExchange(one)
    .map(({ id, location }) => {
      const segments = location
        .split("/")
        .map((name) =>
          /^([a-z]+([A-Z_][a-z]+)*\d{0,2})?$/.test(name) && !/^key/.test(name) ? name : "*",
        );
      return `${id} ${id.startsWith("request-query") ? "" : segments.join("/").replace(/metadata\/[^/]+/g, "metadata/*")}`;
    })
    .sort();
}

test("checking what was scrubbed finds what checking the original finds", {
  timeout: 60_000,
}, () => {
  const value = fc
    .jsonValue({ maxDepth: 3 })
    .filter((one) => !/"key-?\d/.test(JSON.stringify(one)));
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat(),
      value,
      fc.string({ maxLength: 1200 }),
      (which, place, inserted, text) => {
        const one = recordings[which % recordings.length] as Exchange; // there are some
        const change = (body: string | null | undefined) => {
          const spots: ((value: unknown) => void)[] = [];
          const root = { body: JSON.parse(body || "{}") };
          collect(root, spots);
          spots[place % spots.length]?.(place % 2 ? inserted : text);
          return JSON.stringify(root.body);
        };
        const changed: Exchange =
          place % 3 === 0
            ? {
                request: { ...one.request, body: change(one.request.body) },
                response: one.response,
              }
            : {
                request: one.request,
                response: { ...one.response, body: change(one.response.body) },
              };
        expect(found(scrubKnown(changed))).toEqual(found(changed));
      },
    ),
    { numRuns: 1500, seed: 4 },
  );
});

/** A setter for every member of a JSON value, at any depth, and for one more of every object. */
function collect(parent: unknown, spots: ((value: unknown) => void)[]): void {
  if (typeof parent !== "object" || parent === null) return;
  const members = parent as Record<string, unknown>; // arrays too: their indices are keys
  for (const key of Object.keys(members)) {
    spots.push((value) => {
      members[key] = value;
    });
    collect(members[key], spots);
  }
  if (!Array.isArray(parent)) {
    spots.push((value) => {
      members.somethingNew = value;
    });
  }
}

test("names that the contract does not know are kept where they are words, and told", () => {
  const scrubber = createScrubber(description);
  const token = "A1b2C3d4E5f6A1b2C3d4E5f6A1b2C3d4E5f6Ab";
  const body = { alicesmith: 1, newField: 1, new_field2: 1, [token]: 1, "a b": 1, x1234: 1 };
  const scrubbed = scrubber.scrub(operation, exchange(body)).response.body ?? "";
  expect(Object.keys(JSON.parse(scrubbed)).filter((name) => !/^key-\d$/.test(name))).toEqual(
    scrubber
      .keptNames()
      .toSorted((a, b) => Object.keys(body).indexOf(a) - Object.keys(body).indexOf(b)),
  );
  expect(scrubber.keptNames()).toEqual(["alicesmith", "newField", "new_field2"]);
});

test("a header may be called anything", () => {
  const headers = { constructor: "x", toString: "x", __proto__: "x", "retry-after": "5" };
  const { response } = scrub(exchange({}, { response: { headers } }));
  expect(Object.entries(response.headers)).toEqual([["retry-after", "5"]]);
});

test("what was not recorded stays so", () => {
  const gaps = { body: "not-recorded" } as const;
  expect(scrub(exchange({}, { response: { body: undefined, gaps } })).response.gaps).toEqual(gaps);
});
