import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import example from "./example-report.json" with { type: "json" };
import { json } from "./formats/json.ts";
import { NotAReport, readReport } from "./read-report.ts";

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8"),
);
const valid = new Ajv2020({ strict: true, strictRequired: false }).compile(schema as object); // a schema is an object
const context = {} as Parameters<typeof json>[1]; // the JSON form needs none

type Path = readonly (string | number)[];

/** Every place in a value, outermost first. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, member]) => places(member, [...path, key]));
  return [path, ...below];
}

/** What `diff` alone says. */
const compared = {
  ...example,
  run: { ...example.run, command: "diff", known: { count: 2 } },
  findings: [{ ...example.findings[0], operations: ["POST /a", "POST webhook b"] }],
};

function replaced(path: Path, by: unknown, of: unknown = example): unknown {
  const copy: { [key: string]: unknown } = { root: structuredClone(of) };
  let target: { [key: string]: unknown } = copy;
  const full = ["root", ...path];
  for (const key of full.slice(0, -1)) target = target[key] as typeof target; // the path is one of `places`
  const last = String(full.at(-1));
  if (by === undefined) delete target[last];
  else target[last] = by;
  return copy.root;
}

test.each([example, compared])(
  "the JSON form fits the published schema and can be read again",
  (whole) => {
    const text = json(readReport(JSON.stringify(whole)), context);
    expect(valid(JSON.parse(text))).toBe(true);
    expect(readReport(text)).toEqual(whole);
  },
);

test.each([
  [500, example],
  [50, compared],
])(
  "the published schema and the reader agree on every damage to every place: over %i",
  (least, whole) => {
    const isRead = (value: unknown) => {
      try {
        readReport(JSON.stringify(value) ?? "");
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(NotAReport);
        return false;
      }
    };
    const damages: unknown[] = [undefined, null, -1, 1.5, "text", [], {}];
    let refused = 0;
    for (const path of places(whole)) {
      for (const damage of damages) {
        if (path.length === 0 && damage === undefined) continue;
        // Deleting an element of an array leaves null, which is another damage.
        const value: unknown = JSON.parse(JSON.stringify(replaced(path, damage, whole)));
        const where = `${path.join("/")} = ${JSON.stringify(damage)}`;
        expect([where, isRead(value)]).toEqual([where, valid(value)]);
        if (!valid(value)) refused++;
      }
    }
    expect(refused).toBeGreaterThan(least);
  },
);

test.each([
  ["", "not valid JSON"],
  ["[]", "the whole must be an object"],
  ['{"log":{"entries":[]}}', "/run must be an object"],
  [JSON.stringify(replaced(["findings", 1, "level"], "fatal")), "/findings/1/level must be one of"],
])("says why %j is no report", (text, reason) => {
  expect(() => readReport(text)).toThrow(reason);
});
