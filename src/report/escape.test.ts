import fc from "fast-check";
import { expect, test } from "vitest";
import {
  clipText,
  forCommand,
  forCommandProperty,
  forErrorLine,
  forMarkdown,
  forMarkup,
  forTerminal,
  forTerminalLines,
  jsonText,
  printable,
} from "./escape.ts";

/** One of each kind that steers a terminal, a runner or a page. */
const hostile = [
  ...[
    "\u0000",
    "\u0007",
    "\b",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u001b[31m",
    "\u007f",
    "\u009b31m",
    "\u009d0;x",
  ],
  ...[
    "\u202e",
    "\u2066",
    "\u2069",
    "\u061c",
    "\u200f",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\u00ad",
    "\u200b",
  ],
  ...["\u{e0041}", "\ud800", "\udfff", "\ufffe", "\uffff"],
  ...["::error::x", ":::", "##[error]x", "###[x", "##vso[task.complete]", "##VSO[x"],
  ...["%0A", "`", "<b>", "</script>", "&amp;", "|", "]]>", "@octocat", "#1", "https://a.example"],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary" })), { maxLength: 8 })
  .map((parts) => parts.join(""));

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** What GitHub's runner and Azure's agent look for in a line of a log. */
const runnerCommand = /^\s*::|##\[|##vso\[/i;

test.each<[string, (data: string) => string]>([
  ["a terminal", forTerminal],
  ["an error line", forErrorLine],
  ["a workflow command", forCommand],
  ["a property of a workflow command", forCommandProperty],
])("%s gets one visible line that is no runner's command", (_, forReader) => {
  fc.assert(
    fc.property(text, (data) => {
      const line = forReader(data);
      expect(line).not.toMatch(invisible);
      expect(line).not.toMatch(runnerCommand);
      expect(line).not.toContain("::");
    }),
    { seed: 1 },
  );
});

test("a text of several lines keeps them, each as a line of its own", () => {
  fc.assert(
    fc.property(text, (data) => {
      for (const line of forTerminalLines(data).split("\n"))
        expect([invisible.test(line), runnerCommand.test(line)]).toEqual([false, false]);
    }),
    { seed: 1 },
  );
  expect(forTerminalLines("a\r\nb\n")).toBe("a\nb\n");
});

test("JSON is the same value in visible lines that are no runner's command", () => {
  fc.assert(
    fc.property(text, text, (name, data) => {
      const written = jsonText({ [name]: [data] });
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ [name]: [data] })));
      for (const line of written.split("\n"))
        expect([invisible.test(line), runnerCommand.test(line)]).toEqual([false, false]);
    }),
    { seed: 1 },
  );
});

test("markup is text alone: no tag, no attribute's end, no character that XML forbids", () => {
  fc.assert(
    fc.property(text, (data) => {
      const escaped = forMarkup(data);
      expect(escaped).not.toMatch(invisible);
      expect(escaped).not.toMatch(/[<>"'`\ufffe\uffff]|&(?!#\d+;)/);
    }),
    { seed: 1 },
  );
});

test("Markdown is text alone: no character that it or HTML reads, and no mention", () => {
  fc.assert(
    fc.property(text, (data) => {
      const escaped = forMarkdown(data)
        .replaceAll("&#8203;", "")
        .replace(/&#\d+;/g, "");
      expect(escaped).not.toMatch(invisible);
      expect(escaped).not.toMatch(/[!"#$&'()*+.:<=>@[\\\]^_`{|}~-](?!u[\da-f]{4})/);
    }),
    { seed: 1 },
  );
  expect(forMarkdown("@octocat #1")).toBe("&#64;&#8203;octocat &#35;&#8203;1");
});

test("what was escaped can still be read", () => {
  expect(printable("a\u001b[31m\u{e0041}ä😀")).toBe("a\\u001b[31m\\udb40\\udc41ä😀");
  expect(forTerminal("http://[::1]:80 ##[group]")).toBe("http://[\\u003a:1]:80 \\u0023#[group]");
  expect(forCommand("50 %", "b")).toBe("50 %25%0Ab");
  expect(forCommandProperty("a,b:c")).toBe("a%2Cb%3Ac");
});

test("a cut text ends with a whole character, and a short one is not cut", () => {
  expect(clipText("ab😀", 3)).toBe("ab…");
  expect(clipText("ab😀", 4)).toBe("ab😀");
  expect(forErrorLine("x".repeat(10_000))).toHaveLength(2001);
});
