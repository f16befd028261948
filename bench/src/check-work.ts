/**
 * Prepares a checker to be measured; or, in a process of its own, makes sure that it sees what it is there to see. The
 * bodies of one API are alike, and bodies with faults would teach the compiler otherwise.
 */
import { readFileSync } from "node:fs";
import type { Checker } from "./checks/check.ts";
import type { Prepare } from "./race.ts";
import { faults, webset, websetOfSize } from "./samples.ts";
import type { Input, Work } from "./work.ts";

interface Order {
  readonly checker: string;
  readonly prove?: true;
  readonly bytes?: number;
}

/** @throws Error where the checker is to be proved, and refuses a good body or takes a bad one. */
export const prepare = async ({ checker, prove, bytes = 2000 }: Order): Promise<Work> => {
  const module = (await import(new URL(`checks/${checker}.js`, import.meta.url).href)) as {
    make: (openapi: string) => Checker | Promise<Checker>;
  };
  const openapi = readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8");
  const { accepts, work } = await module.make(openapi);
  if (prove && accepts) assertSees(accepts);
  // Several bodies, so that nothing is learnt by heart; fewer of the large ones, which would not fit into any cache.
  const inputs = Array.from({ length: bytes > 10_000 ? 8 : 64 }, (_, seed): Input => {
    const text = JSON.stringify(websetOfSize(seed, bytes));
    return { text, value: JSON.parse(text) };
  });
  return work ? work(inputs) : checking(inputs, accepts ?? (() => false));
};
prepare satisfies Prepare;

function checking(inputs: readonly Input[], accepts: (value: unknown) => boolean): Work {
  let next = 0;
  return (times) => {
    let refused = 0;
    for (let i = 0; i < times; i++) {
      if (!accepts(inputs[next]?.value)) refused++;
      next = (next + 1) % inputs.length;
    }
    if (refused > 0) throw new Error(`${refused} good bodies were refused`);
  };
}

function assertSees(accepts: (value: unknown) => boolean): void {
  for (let seed = 0; seed < 50; seed++) {
    if (!accepts(webset(seed, seed % 4, seed % 3)))
      throw new Error(`a good body is refused: ${seed}`);
  }
  faults.forEach((fault, index) => {
    if (accepts(JSON.parse(JSON.stringify(fault(webset(1)))))) {
      throw new Error(`blind: a body with fault ${index} is accepted`);
    }
  });
}
