// Node, Bun and Deno: run the matrix, print one JSON, and end by having nothing left to do.
import process from "node:process";
import { inspect } from "node:util";
import * as client from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import type { Runtime } from "../case.ts";
import { runMatrix } from "../run.ts";

const [runtime, origins] = process.argv.slice(2);
if (!runtime || !origins) throw new Error("expected the runtime and where the server stands");
const unhandled: string[] = [];
for (const event of ["unhandledRejection", "uncaughtException"])
  process.on(event, (reason) => unhandled.push(`${event}: ${inspect(reason)}`));
const outcome = await runMatrix(
  { client, contract },
  {
    runtime: runtime as Runtime,
    origins: JSON.parse(origins),
    inspect: (value) => inspect(value, { depth: 9, showHidden: true }),
    unhandled: () => unhandled,
    atOnce: 8,
  },
);
console.log(JSON.stringify(outcome));
