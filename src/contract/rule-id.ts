import type { Level } from "../findings/finding.ts";
import type { Keyword } from "./violation.ts";

/** Apart from the table of rules, which holds their sentences: a check needs ids and levels, and stays small. */

/** What the rules of a body are called for a keyword: `maxLength` gives `body-max-length`. */
export const bodyRule = (keyword: Keyword): string =>
  `body-${keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** An addition that the contract does not know breaks no consumer; all else is an error. */
export const levelOf = (id: string): Level =>
  /(operation|query)-undocumented$|undocumented-property$/.test(id) ? "warning" : "error";
