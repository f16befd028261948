/** The official tests of JSON Schema (https://github.com/json-schema-org/JSON-Schema-Test-Suite), held to the compiler. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ContractError } from "../../scripts/generate/schema.ts";
import { load } from "./load.ts";

/** A group of tests as the suite writes it. */
interface Group {
  readonly description: string;
  readonly schema: never;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

/** What the compiler makes of the tests of one file or more. */
export interface Score {
  readonly right: number;
  readonly refused: number;
  readonly wrong: number;
}

/** The score of a folder of tests, with each wrong test and each reason to refuse, by how many tests it costs. */
export interface Outcome {
  readonly files: Readonly<Record<string, Score>>;
  readonly wrong: readonly string[];
  readonly reasons: ReadonlyMap<string, number>;
}

/**
 * Runs every test file of a folder, not those in folders below.
 * @param checksFormats whether `format` is an assertion, as the suite's optional tests of formats have it.
 */
export async function runFolder(folder: string, checksFormats: boolean): Promise<Outcome> {
  const files: Record<string, Score> = {};
  const wrong: string[] = [];
  const reasons = new Map<string, number>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
    const groups = JSON.parse(await readFile(join(folder, file), "utf8")) as readonly Group[];
    const score = { right: 0, refused: 0, wrong: 0 };
    for (const { description, schema, tests } of groups) {
      const check = compile(schema, checksFormats);
      if (typeof check === "string") {
        score.refused += tests.length;
        reasons.set(check, (reasons.get(check) ?? 0) + tests.length);
        continue;
      }
      for (const { description: test, data, valid } of tests) {
        const isRight = check(data) === valid;
        score[isRight ? "right" : "wrong"]++;
        if (!isRight) wrong.push(`${file}: ${description}: ${test}`);
      }
    }
    files[file] = score;
  }
  return { files, wrong, reasons };
}

/** Whether a value is valid; or why the schema is refused, without its own names. */
function compile(schema: never, checksFormats: boolean): ((value: unknown) => boolean) | string {
  try {
    const check = load(schema, checksFormats);
    return (value) => check(value).errors === 0;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return error.message.replace(/the \$ref ".*?"/, "the $ref");
  }
}
