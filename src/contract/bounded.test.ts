import { describe, expect, it } from "vitest";
import { InvalidInputError } from "../errors.ts";
import * as a from "./assert.ts";
import { createChecker } from "./check-exchange.ts";
import { createGuard } from "./guard.ts";
import type { CompiledContract } from "./operation.ts";
import { type Check, Violations } from "./violation.ts";

/** Asks for twenty properties, and knows no other. */
const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
const checkThing: Check = (v, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  for (const name of names) if (v[name] === undefined) a.missing(o, name);
  a.strangers(o, v, names, "undocumentedProperty");
};
const checkThings: Check = (v, o) => a.each(o, "", checkThing, v as unknown[]);
const json = { "application/json": checkThings };
const contract: CompiledContract = {
  servers: ["https://api.example.com"],
  operations: [
    {
      name: "POST /things",
      method: "POST",
      path: /^\/things$/,
      pathParameters: [],
      query: {},
      headers: {},
      security: [],
      requestBody: { required: false, content: json },
      responses: { 200: { headers: {}, content: json } },
    },
  ],
};
const checker = createChecker(contract);
const headers = { "content-type": "application/json" };
const request = { method: "POST", url: "/things", headers };
const answer = (value: unknown) =>
  checker.checkResponse(request, { status: 200, headers, body: JSON.stringify(value) });
const thing = Object.fromEntries(names.map((name) => [name, 1]));
const many = (length: number, item: object) => Array.from({ length }, () => item);

describe("what one exchange yields is bounded:", () => {
  it("a hundred findings are all listed", () => {
    const findings = answer(many(5, {}));
    expect(findings).toHaveLength(100);
    expect(findings.at(-1)).toMatchObject({
      id: "response-body-required",
      location: "/response/body/4/p19",
    });
  });

  it("of more, the first hundred, and how many others there are", () => {
    const findings = answer(many(6, {}));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toEqual({
      id: "response-findings-more",
      level: "error",
      operation: "POST /things",
      location: "/response",
      args: { count: 20, status: 200 },
    });
  });

  it("of very many, at least how many others: they are not looked for", () => {
    const findings = answer(many(100_000, {}));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.args).toEqual({ count: "at least 9900", status: 200 });
  });

  it("the others are a warning only where none of them is an error", () => {
    const strangers = many(150, { ...thing, x: 1 });
    expect(answer(strangers).at(-1)).toMatchObject({ level: "warning", args: { count: 50 } });
    expect(answer([...strangers, {}]).at(-1)).toMatchObject({
      level: "error",
      args: { count: 70 },
    });
  });

  it("the parameters of a query, too", () => {
    const url = `/things?${Array.from({ length: 300 }, (_, index) => `q${index}`).join("&")}`;
    const findings = checker.checkRequest({ ...request, url });
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({
      id: "request-findings-more",
      level: "warning",
      args: { count: 200 },
    });
  });

  it("and so is what a client's guard reports and throws", () => {
    const { guard } = createGuard(checker);
    const body = JSON.stringify(many(100_000, {}));
    const seen: string[] = [];
    const ask = () => guard({ onFinding: ({ id }) => seen.push(id) }, { ...request, body });
    expect(ask).toThrow(InvalidInputError);
    expect(seen).toHaveLength(101);
  });

  it("what a request calls is shortened, too", () => {
    const long = "n".repeat(100_000);
    const texts = [
      ...checker.checkRequest({ ...request, url: `/things?${long}` }),
      ...checker.checkRequest({ ...request, url: `/${long}` }),
      ...checker.checkResponse(request, {
        status: 200,
        headers: { "content-type": long },
        body: "1",
      }),
    ].map(({ args }) => JSON.stringify(args));
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text.length).toBeLessThan(300);
  });

  it("a name is shortened in the sentence, and whole in the location", () => {
    const name = "n".repeat(100_000);
    const [finding] = answer([{ ...thing, [name]: 1 }]);
    expect(finding?.location).toBe(`/response/body/0/${name}`);
    expect(String(finding?.args.field).length).toBeLessThan(200);
  });
});

describe("violations", () => {
  it("are kept up to a number, and counted beyond", () => {
    const found = new Violations(1, 3);
    const add = (keyword: "type" | "undocumentedProperty") => a.bad(found, "/x", keyword);
    add("undocumentedProperty");
    add("type");
    add("type");
    expect([found.list.length, found.count, found.errors, found.isFull]).toEqual([1, 3, 2, false]);
    add("type");
    expect(found.isFull).toBe(true);
  });

  it("list an error in place of an undocumented field, where there is no room for both", () => {
    const found = new Violations(2);
    for (const keyword of ["undocumentedProperty", "undocumentedProperty", "type"] as const)
      a.bad(found, "/x", keyword);
    expect(found.list.map(({ keyword }) => keyword)).toEqual(["undocumentedProperty", "type"]);
    a.bad(found, "/x", "const");
    a.bad(found, "/x", "enum");
    expect(found.list.map(({ keyword }) => keyword)).toEqual(["type", "const"]);
  });

  it("end the way through a list, once there are very many", () => {
    let looked = 0;
    const refuse: Check = (_, out) => {
      looked++;
      a.bad(out, "", "type");
    };
    const object = Object.fromEntries(many(9, {}).map((_, index) => [`k${index}`, 0]));
    const times = (walk: (out: Violations) => void) => {
      looked = 0;
      walk(new Violations(1, 3));
      return looked;
    };
    expect(times((out) => a.each(out, "", refuse, [1, 2, 3, 4, 5]))).toBe(3);
    expect(times((out) => a.others(out, object, [], refuse))).toBe(3);
    expect(times((out) => a.patterned(out, object, [/k/], [refuse]))).toBe(3);
    expect(times((out) => a.unevaluated(out, object, a.unseen(), refuse))).toBe(3);
    expect(times((out) => a.names(out, object, refuse))).toBe(3);
  });
});
