import { appendFile } from "node:fs/promises";
import process from "node:process";
import { description } from "./support/contract.ts";
import { layOutWitness } from "./support/lay-out-witness.ts";
import { readAll } from "./support/recordings.ts";
import { readTestimonies } from "./witnesses.ts";

const file = "contract-tests/witness.ndjson";
const usage = `Usage: npm run witness -- [--update]

Says which places of the recordings no line of the witness speaks of, as lines that say what the contract says today.
Nothing is written without --update, which adds them to ${file}. Compare each with the facts before
it is committed: a line that is made up from the contract cannot find a mistake in it.
Exit codes: 0 nothing is lacking, or it was added; 1 lines are lacking; 2 wrong usage.
`;

const [option, ...more] = process.argv.slice(2);
if (more.length > 0 || (option !== undefined && option !== "--update")) {
  const isHelp = option === "--help" || option === "-h";
  (isHelp ? process.stdout : process.stderr).write(usage);
  process.exitCode = isHelp ? 0 : 2;
} else {
  const known = readTestimonies().map(([, testimony]) => testimony);
  const lines = layOutWitness(description, await readAll(), known).map(
    (one) => `${JSON.stringify(one)}\n`,
  );
  if (option === "--update") {
    await appendFile(file, lines.join(""));
    process.stdout.write(`added ${lines.length} lines to ${file}; compare them with the facts\n`);
  } else {
    process.stdout.write(lines.join(""));
    process.exitCode = lines.length > 0 ? 1 : 0;
  }
}
