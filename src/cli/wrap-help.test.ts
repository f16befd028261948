import { expect, test } from "vitest";
import { wrapHelp } from "./wrap-help.ts";

const help = `Usage: exa-websets check <file…> [options]

  --server <url>   a base URL beside the documented one; may be repeated
                   and goes on here with words that are many, too many
Words without any indent go to the edge and on in the next line.
`;

test("goes on below where the words began", () => {
  expect(wrapHelp(help, 50)).toBe(`Usage: exa-websets check <file…> [options]

  --server <url>   a base URL beside the
                   documented one; may be repeated
                   and goes on here with words
                   that are many, too many
Words without any indent go to the edge and on in
the next line.
`);
});

test("puts the words below the option where the terminal is narrow", () => {
  const lines = wrapHelp(help, 32).split("\n");
  expect(lines).toContain("  --server <url>");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(32);
});

test("leaves help as it is in a pipe, and where it fits", () => {
  expect(wrapHelp(help, undefined)).toBe(help);
  expect(wrapHelp(help, 120)).toBe(help);
});
