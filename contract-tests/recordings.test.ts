import { expect, test } from "vitest";
import { checkExchange } from "../src/contract/index.ts";
import { nameOf, readAll } from "./support/recordings.ts";
import { replay } from "./support/replay.ts";

const recordings = await readAll();

test.for(recordings.map((recorded) => [nameOf(recorded.source), recorded] as const))(
  "%s is as the contract says, for Prism and for checkExchange",
  async ([, { exchange }]) => {
    expect(await replay(exchange)).toEqual({ accepted: true, reasons: [] });
    expect(checkExchange(exchange)).toEqual([]);
  },
);
