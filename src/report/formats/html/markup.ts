import { forMarkup } from "../../escape.ts";

/** Text that is markup already. Only {@link html} and {@link trusted} make it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | undefined | false | readonly Part[];

/** A template whose every value is escaped, unless it is markup itself; `undefined` and `false` write nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { markup: parts.reduce((text, part, index) => text + write(values[index - 1]) + part) };
}

/** Markup that holds no data, such as the page's own style sheet. */
export const trusted = (markup: string): Markup => ({ markup });

function write(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return forMarkup(part);
  if ("markup" in part) return part.markup;
  return part.map(write).join("");
}
