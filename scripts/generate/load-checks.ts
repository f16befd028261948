import * as assert from "../../src/contract/assert.ts";
import { form } from "../../src/contract/form.ts";
import * as formats from "../../src/contract/formats.ts";

/** What compiled text imports under the names `a` and `f`; plain objects are quicker than module namespaces. */
const imports = [{ ...assert }, { ...formats }, form] as const;

/**
 * Evaluates the text of compiled checks without a file, and gives what the expression says of it. The few types that
 * the compiler writes are taken out by hand: it is done thousands of times by tests, and a transpiler takes longer than
 * all the rest.
 */
export function evaluateChecks(text: string, expression: string): unknown {
  const body = text
    .replace(/^import .*$/gm, "")
    .replace(/^(const \w+): [^=]+ =/gm, "$1 =")
    .replaceAll(/\((v|_): any, /g, "($1, ")
    .replaceAll("let x: any", "let x");
  return new Function("a", "f", "form", `${body}\nreturn ${expression};`)(...imports);
}
