import { race } from "../race.ts";
import type { Row } from "../results.ts";
import { rowsOf, target } from "../rows.ts";
import type { Case } from "./case.ts";

const checkers = [
  { name: "JSON.parse of the same text", file: "parse" },
  { name: "ours", file: "ours" },
  { name: "Ajv, compiled at run time", file: "ajv" },
  { name: "Ajv, with our formats", file: "ajv-own-formats" },
  { name: "zod 4, from the JSON Schema", file: "zod" },
  { name: "Prism's validateOutput", file: "prism" },
  { name: "ours, whole exchange from its text", file: "ours-exchange" },
];

const contestants = (input: object) =>
  checkers.map(({ name, file }) => ({
    name,
    module: "check-work.js",
    input: { checker: file, ...input },
  }));

const remains =
  "about a quarter of the check is the RegExp of date-times, of which such a body has hundreds; Prism's own cost fades in a large body, where its Ajv does the work";

/** Checking one response, small and large. */
export const check: Case = async ({ quick, say }) => {
  const columns = [
    { key: "cost", title: "CPU per check, µs", digits: 2 },
    { key: "parse", title: "× JSON.parse", digits: 2, base: "JSON.parse of the same text" },
    { key: "ours", title: "× ours", digits: 1, base: "ours" },
  ];
  const rows: Row[] = [];
  await race(contestants({ prove: true }), { starts: 1, rounds: 0, turn: 1, warmup: 0 });
  for (const [size, bytes] of [
    ["2 KB", 2_000],
    ["200 KB", 200_000],
  ] as const) {
    say(`  ${size}`);
    const outcomes = await race(
      contestants({ bytes }),
      quick
        ? { starts: 1, rounds: 11, turn: 30, warmup: 500 }
        : { starts: 4, rounds: 15, turn: 60, warmup: 1500 },
    );
    for (const row of rowsOf(outcomes, columns))
      rows.push({ ...row, name: `${size}: ${row.name}` });
  }
  return {
    title: "Checking one response",
    method:
      "CPU time to check the parsed body of a 200 (ours also looks for undocumented fields, the others do not). Every checker must first accept 50 good bodies and refuse 10 faults.",
    columns,
    rows,
    targets: ["2 KB", "200 KB"].flatMap((size) => [
      target(rows, `${size}: ours`, "parse", {
        text: `${size}: ours, against JSON.parse`,
        atMost: 0.5,
      }),
      target(rows, `${size}: Prism's validateOutput`, "ours", {
        text: `${size}: Prism, against ours`,
        atLeast: 20,
        remains,
      }),
    ]),
  };
};
