import { wrap } from "../report/formats/wrap.ts";

/**
 * Help at the width of the terminal. A line that is too long goes on below where its words began: after the option's
 * name, or after the indent.
 */
export function wrapHelp(text: string, columns: number | undefined): string {
  if (!columns) return text;
  return text
    .split("\n")
    .flatMap((line) => (line.length <= columns ? [line] : wrapLine(line, columns)))
    .join("\n");
}

function wrapLine(line: string, columns: number): string[] {
  const [head = ""] = /^ *(?:-\S+(?: <[^>]*>)?(?:, -\S+)* {2,}|\S+ {2,})?/.exec(line) ?? [];
  // On a narrow terminal the words would stand in a column of their own.
  const isRoomy = columns - head.length >= 30;
  const indent = isRoomy ? " ".repeat(head.length) : "    ";
  const lines = wrap(line.slice(head.length), indent, columns);
  if (!isRoomy) return head.trim() === "" ? lines : [head.trimEnd(), ...lines];
  return lines.map((one, index) => (index === 0 ? head + one.slice(head.length) : one));
}
