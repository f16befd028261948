import fc from "fast-check";
import { expect, test } from "vitest";
import { Secrets } from "./secrets.ts";

const secret = 'sk-Live/42+="\\x~';
const known = new Secrets();
known.add(secret);

test.each([
  ["as it is", secret],
  ["as JSON.stringify writes it", JSON.stringify(secret).slice(1, -1)],
  ["with escaped slashes", secret.replaceAll("/", "\\/")],
  [
    "in JSON's numbers",
    secret.replace(/./g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  ],
  ["in JSON's numbers, its first letter alone", secret.replace("s", "\\u0073")],
  ["in capital numbers", secret.replace("/", "\\u002F")],
  ["in JSON in JSON", JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
  ["in a URL", encodeURIComponent(secret)],
  ["in a URL in a URL", encodeURIComponent(encodeURIComponent(secret))],
])("hides a secret %s", (_, text) => {
  expect(known.hide(`a ${text} b`)).toBe("a [redacted] b");
});

test("leaves everything else as it is, and what is too short to be told from a word", () => {
  const short = new Secrets();
  short.add("webset");
  for (const text of ["", "a webset", '{"a":"\\u0073\\/%73"}', secret.slice(1)]) {
    expect(known.hide(text)).toBe(text);
    expect(short.hide(text)).toBe(text);
  }
});

test("knows earlier keys, up to twenty, and those of the client beside its own", () => {
  const keys = Array.from({ length: 21 }, (_, index) => `key-number-${index}-`);
  const client = new Secrets();
  for (const key of keys) client.add(key);
  const call = new Secrets(client);
  call.add("of-this-call");
  expect(call.hide(keys.join())).toBe(`key-number-0-,${Array(20).fill("[redacted]").join()}`);
  expect(call.hide("of-this-call")).toBe("[redacted]");
  expect(client.hide("of-this-call")).toBe("of-this-call");
});

test("knows the values of headers that carry credentials, and of no others", () => {
  const secrets = new Secrets().withHeaders({
    Authorization: "Bearer canary-one",
    cookie: "session=canary-two; theme=dark",
    "x-api-key": "canary-three",
    "X-Auth-Token": "canary-four",
    "client-secret": "canary-five",
    "x-team": "canary-six",
    "proxy-authorization": undefined,
  });
  const shown = secrets.hide(
    "canary-one canary-two canary-three canary-four canary-five canary-six",
  );
  expect(shown).toBe(`${Array(5).fill("[redacted]").join(" ")} canary-six`);
});

test("hides in names and values of headers, and leaves cookies out", () => {
  const headers = new Headers({ "X-Echo": `a ${secret}`, "set-cookie": "session=1" });
  expect(known.hideHeaders(headers)).toEqual({ "x-echo": "a [redacted]" });
});

test("copies of an error what helps, hidden, and nothing else", () => {
  const cause = Object.assign(new Error(`no ${secret}`), {
    code: "ECONNRESET",
    syscall: "read",
    headers: secret,
  });
  const copy = known.hideError(new TypeError(`failed ${secret}`, { cause })) as Error;
  expect(copy).toMatchObject({
    name: "TypeError",
    message: "failed [redacted]",
    cause: { message: "no [redacted]", code: "ECONNRESET", syscall: "read" },
  });
  expect(copy.stack).toContain("failed [redacted]");
  expect("headers" in (copy.cause as object)).toBe(false);
  expect(known.hideError(secret)).toBe("[redacted]");
  const circle = new Error("a");
  circle.cause = circle;
  expect(known.hideError(circle)).toBeInstanceOf(Error);
});

test("hides whatever escapes a server writes a key with, and mixes", () => {
  const key = fc.stringMatching(/^[!-~]{8,40}$/);
  const forms = [
    (c: string) => c,
    (c: string) => `\\u00${c.charCodeAt(0).toString(16).padStart(2, "0")}`,
    (c: string) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    (c: string) => (/["\\/]/.test(c) ? `\\${c}` : c),
  ];
  const property = fc.property(
    key,
    fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
    (key, choice) => {
      const secrets = new Secrets();
      secrets.add(key);
      const written = Array.from(key, (c, index) => forms[choice[index] ?? 0]?.(c)).join("");
      return secrets.hide(`<${written}>`) === "<[redacted]>";
    },
  );
  fc.assert(property, { seed: 20_261_125, numRuns: 100 });
});

test("takes no longer than the text is long, whatever a server makes up", () => {
  for (const piece of ["\\", "%25", "\\u0073", secret.slice(0, -1)])
    expect(known.hide(piece.repeat(1e5)).length).toBe(piece.length * 1e5);
});
