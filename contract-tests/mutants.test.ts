import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { edited } from "../tests/mutants/edit.ts";
import { createJudge } from "../tests/mutants/judge.ts";
import { nameOf } from "../tests/mutants/mutant.ts";
import { mutateContract } from "../tests/mutants/mutate-contract.ts";
import { readAll } from "./support/recordings.ts";

const bundle = new URL("../generated/openapi.json", import.meta.url);
const contract = JSON.parse(readFileSync(bundle, "utf8"));
const judge = createJudge(await readAll());

/** The mutants that anyone would try first; `npm run test:mutants` tries all of them. */
const sorts = ["required", "enum", "nullability"];
const loosened = mutateContract(contract).filter(
  ({ kind, change }) => sorts.includes(kind) && /^(make|remove|forbid) /.test(change),
);

test("every witness stands by the contract", () => {
  expect(judge.objection(contract)).toBeUndefined();
});

test("no required entry, enum value or null can go unseen", { timeout: 180_000 }, () => {
  expect(new Set(loosened.map(({ kind }) => kind))).toEqual(new Set(sorts));
  const unseen = loosened.filter(
    ({ edits, path }) => judge.objection(edited(contract, edits), path) === undefined,
  );
  expect(unseen.map(nameOf)).toEqual([]);
});
