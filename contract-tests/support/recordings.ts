import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRecording } from "../../src/recordings/read/read-recording.ts";
import type { Recorded, RecordedExchange } from "../../src/recordings/recorded.ts";

export const recordingsFolder = fileURLToPath(new URL("../recordings", import.meta.url));

/**
 * Every exchange of every file in a folder, whatever the file's name.
 * @throws Error that names the file, the entry and the reason if anything in it is not an exchange.
 */
export async function readAll(folder = recordingsFolder): Promise<RecordedExchange[]> {
  const exchanges: RecordedExchange[] = [];
  for (const file of readdirSync(folder).sort()) {
    for await (const recorded of readRecording(createReadStream(join(folder, file)), file)) {
      if (!("exchange" in recorded))
        throw new Error(`${nameOf(recorded.source)}: ${reasonOf(recorded)}`);
      const { request, response } = recorded.exchange;
      if (request.gaps || response.gaps)
        throw new Error(`${nameOf(recorded.source)}: something was not recorded`);
      exchanges.push(recorded);
    }
  }
  return exchanges;
}

function reasonOf(recorded: Exclude<Recorded, RecordedExchange>): string {
  if ("fault" in recorded) return recorded.reason;
  return "problem" in recorded ? recorded.problem : "it has no answer";
}

/** `errors.har entry 3`. */
export function nameOf({ file, entry }: RecordedExchange["source"]): string {
  return entry === undefined ? file : `${file} entry ${entry}`;
}
