import { readFile } from "node:fs/promises";
import { parseJson } from "../json/parse-json.ts";
import { type Parsed, ParseFault } from "../json/parsed.ts";
import { SeedError } from "../testing/simulator/seeds.ts";
import { simulate } from "../testing/simulator/simulate.ts";
import type { WebsetSeed } from "../testing/simulator/simulator.ts";
import { CannotRun } from "./command.ts";

/**
 * The Websets of a seed file: a JSON array of objects.
 * @throws CannotRun with file, line and reason.
 */
export async function readSeeds(file: string): Promise<WebsetSeed[]> {
  const { value, lineOf } = await parse(file);
  if (!Array.isArray(value))
    throw new CannotRun(
      `${file}:1: a seed file is a JSON array of Websets, such as [{"id": "webset_1"}]`,
    );
  const websets = value as WebsetSeed[];
  try {
    simulate({ websets });
    return websets;
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    const { location, message } = error;
    throw new CannotRun(`${file}:${lineOf(location)}: ${message}`, { cause: error });
  }
}

async function parse(file: string): Promise<Parsed> {
  try {
    return parseJson(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof ParseFault)
      throw new CannotRun(`${file}:${error.line ?? 1}: ${error.message}`, { cause: error });
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "no such file" : code === "EISDIR" ? "is a folder" : code;
    throw new CannotRun(`${file}: ${reason ?? error}`, { cause: error });
  }
}
