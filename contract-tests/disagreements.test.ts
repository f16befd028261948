import { expect, test } from "vitest";
import { checkExchange } from "../src/contract/index.ts";
import { wrongExchanges } from "./disagreements.ts";
import { readAll } from "./support/recordings.ts";
import { replay } from "./support/replay.ts";

const right = (await readAll()).find(({ source }) => source.file === "every-property.har");
if (!right) throw new Error("there is no every-property.har");

test.for(wrongExchanges)("an exchange with $name is judged as the table says", async (wrong) => {
  const exchange = wrong.change(right.exchange);
  const verdict = await replay(exchange);
  expect(verdict.accepted ? "accepts" : "refuses").toBe(wrong.prism);
  const kinds = new Set(checkExchange(exchange).map(({ level, id }) => `${level} ${id}`));
  expect(kinds).toEqual(new Set(wrong.findings));
});

test("checkExchange has a finding for every wrong exchange", () => {
  expect(wrongExchanges.filter(({ findings }) => findings.length === 0)).toEqual([]);
});

test("where Prism accepts what is wrong, and only there, a reason is given", () => {
  for (const { name, prism, reason } of wrongExchanges) {
    expect({ name, reason: reason !== undefined }).toEqual({ name, reason: prism === "accepts" });
  }
});
