import { existsSync, readFileSync } from "node:fs";
import { operations } from "../../generated/operations.ts";
import { type Description, operationsOf } from "../openapi/description.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { exampleProvenance, exampleRecording } from "../recordings/write/example-recording.ts";
import { writeHar } from "../recordings/write/write-har.ts";
import { forTerminal } from "../report/escape.ts";
import { CannotRun, type Io } from "./command.ts";
import { checkTarget, writeWhole } from "./output-file.ts";

/**
 * `exa-websets record --mock <operation>`: lays out an operation's first recording from the contract's own examples,
 * and labels it as that. Printed; written where `update` says so, and never over a file that is there.
 */
export async function recordExamples(
  name: string | undefined,
  { file, update }: { readonly file: string | undefined; readonly update: boolean },
  io: Io,
): Promise<number> {
  const row = Object.hasOwn(operations, name ?? "")
    ? operations[name as keyof typeof operations]
    : undefined;
  if (!row) {
    const known = Object.keys(operations).join(", ");
    throw new CannotRun(`record --mock takes one operation of ${known}`);
  }
  // The file is generated and its shape tested.
  const description = JSON.parse(readFileSync(packagedContractPath("json"), "utf8")) as Description;
  const documented = operationsOf(description).filter(
    (one) => one.method === row.method && one.path === row.path,
  );
  const exchanges = documented.flatMap((one) => exampleRecording(description, one));
  const har = writeHar(exchanges, exampleProvenance, []);
  if (!update) {
    io.stdout.write(har);
    return 0;
  }
  const target = file ?? `${name}.har`;
  await checkTarget(target);
  if (existsSync(target))
    throw new CannotRun(`${target} is there already: name another file by --file, or delete it`);
  await writeWhole(target, har);
  io.stderr.write(
    `wrote ${forTerminal(target)}: ${exchanges.length} exchanges that no server sent\n`,
  );
  return 0;
}
