import bench from "../../bench/results.json" with { type: "json" };
import type { Results } from "../../bench/src/results.ts";
import mutants from "../../tests/mutants/results.json" with { type: "json" };
import { table } from "./markdown-table.ts";

const { cases } = bench as unknown as Results; // the bench writes it in this form

/** A figure of a case's row, as people write it, or that its peer was not there to be measured. */
function figure(of: string, name: string, key: string, digits: number): string {
  const found = cases[of]?.rows.find((row) => row.name === name);
  const value = found?.figures[key];
  if (found?.missing !== undefined) return "not measured";
  if (value === undefined) throw new Error(`bench/results.json has no ${key} of ${name} in ${of}`);
  return (typeof value === "number" ? value : value.median).toFixed(digits);
}

/** Peers with their figures, as a list. */
function peers(of: string, key: string, digits: number, names: Readonly<Record<string, string>>) {
  return Object.entries(names)
    .map(([name, row]) => `${name} ${figure(of, row, key, digits)}`)
    .join(", ");
}

const clients = { "exa-js": "exa-js", ky: "ky", "openapi-fetch": "openapi-fetch" };
const checkers = {
  Ajv: "2 KB: Ajv, compiled at run time",
  "zod 4": "2 KB: zod 4, from the JSON Schema",
  Prism: "2 KB: Prism's validateOutput",
};

/** The README's figures, from what the bench and the mutants wrote. */
export function figuresPart(): string {
  const { contract, code } = mutants;
  const share = ((100 * code.killed) / code.mutants).toFixed(1);
  const rows = [
    [
      "A browser's bundle with one `update` call, KB gzipped",
      figure("size", "ours", "gzipped", 2),
      peers("size", "gzipped", 2, clients),
    ],
    [
      "CPU of a call, × bare `fetch`",
      figure("call", "ours", "fetch", 2),
      peers("call", "fetch", 2, clients),
    ],
    [
      "Cold import, × openapi-fetch",
      figure("import", "ours", "base", 2),
      peers("import", "base", 2, { "exa-js": "exa-js", ky: "ky" }),
    ],
    [
      "Check of a 2 KB answer, × `JSON.parse` of it",
      figure("check", "2 KB: ours", "parse", 2),
      peers("check", "parse", 2, checkers),
    ],
    [
      "Check of 200,000 recorded exchanges, s",
      figure("traffic", "ours", "wall", 1),
      peers("traffic", "wall", 1, { "redocly drift": "redocly drift" }),
    ],
    [
      "Mutants of the contract that the tests kill",
      `${contract.killed} of ${contract.mutants}`,
      "",
    ],
    [
      "Mutants of the code that the tests kill",
      `${code.killed} of ${code.mutants} (${share} %)`,
      "",
    ],
  ];
  return table(["", "Here", "Elsewhere"], rows);
}
