import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");
const commands = [...read("scripts/keeper.ts").matchAll(/command: "(.+?)"/g)].map(
  ([, name]) => name,
);

/** The npm scripts that CI runs, by the text of its script. */
const ofCi = [
  ...(/^for gate in (.+); do$/m.exec(read(".ci/run"))?.[1] ?? "").split(" "),
  ...[...read(".ci/run").matchAll(/npm (?:run --silent )?(test|start)\b/g)].map(([, name]) => name),
];

test("the keeper runs everything that CI runs, and docs/contract.md names each", () => {
  expect(ofCi.length).toBeGreaterThan(5);
  expect(ofCi.filter((name) => !commands.includes(name))).toEqual([]);
  const docs = read("docs/contract.md");
  expect(commands.filter((name) => !docs.includes(`npm run ${name}`))).toEqual([]);
});

test("every command of the keeper is a script of the package", () => {
  const { scripts } = JSON.parse(read("package.json"));
  expect(commands.filter((name) => !Object.hasOwn(scripts, name ?? ""))).toEqual([]);
});
