import { call } from "./call.ts";
import type { Case } from "./case.ts";
import { check } from "./check.ts";
import { commandTimes } from "./commands.ts";
import { faults } from "./faults.ts";
import { coldImport } from "./import.ts";
import { size } from "./size.ts";
import { traffic } from "./traffic.ts";

/** The cases by name, in the order of the tables. */
export const cases: Readonly<Record<string, Case>> = {
  call,
  faults,
  size,
  import: coldImport,
  check,
  traffic,
  commands: commandTimes,
};
