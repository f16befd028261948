import type { FailOptions, SimulatedFault } from "../testing/simulator/faults.ts";
import type { Simulator } from "../testing/simulator/simulator.ts";
import { CannotRun } from "./command.ts";

const transportFaults = ["hang", "drip", "html", "redirect", "reset"] as const;

/**
 * Adds the fault of `--fail what@when`.
 * @throws CannotRun where it cannot be read.
 */
export function addFault(simulator: Simulator, text: string): void {
  const [what = "", ...rest] = text.split("@");
  const when = rest.length > 0 ? rest.join("@") : undefined;
  simulator.fail(faultOf(what, text), when === undefined ? {} : chosenCalls(when, text));
}

function faultOf(what: string, text: string): SimulatedFault {
  const known = transportFaults.find((name) => name === what);
  if (known) return known;
  if (/^[45]\d\d$/.test(what)) return Number(what);
  throw new CannotRun(
    `--fail ${JSON.stringify(text)}: not a status from 400 to 599, nor ${transportFaults.join(", ")}`,
  );
}

function chosenCalls(when: string, text: string): FailOptions {
  if (when === "") throw new CannotRun(`--fail ${JSON.stringify(text)}: nothing follows the @`);
  const percent = /^(\d{1,2}(?:\.\d+)?|100)%$/.exec(when)?.[1];
  if (percent !== undefined) return { share: Number(percent) / 100 };
  if (/^[1-9]\d*$/.test(when)) return { on: Number(when) };
  return { id: when };
}
