import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { rules } from "../../rules.ts";
import example from "../example-report.json" with { type: "json" };
import { readReport } from "../read-report.ts";
import { sarif } from "./sarif.ts";

/** The official schema of SARIF 2.1.0 (OASIS), as Microsoft publishes it on npm. */
function officialSchema() {
  const package_ = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/package.json");
  const file = package_.replace("package.json", "lib/schemas/sarif-2.1.0-rtm.5.json");
  const { $schema: _, id: $id, ...schema } = JSON.parse(readFileSync(file, "utf8")); // draft 4 spells $id so
  return { $id, ...schema };
}

const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(officialSchema());
const same = (text: string) => text;
const paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
const written = () =>
  JSON.parse(
    sarif(readReport(JSON.stringify(example)), {
      rules,
      failOn: "error",
      relative: same,
      paint,
    }),
  );

test("is valid for the schema of SARIF 2.1.0", () => {
  const log = written();
  validate(log);
  expect(validate.errors).toBeNull();
  expect(log.runs[0].results.length).toBeGreaterThan(0);
});

test("is refused by the schema once a result is damaged", () => {
  const log = written();
  log.runs[0].results[0].level = "fatal";
  expect(validate(log)).toBe(false);
});
