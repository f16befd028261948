/**
 * The one gate for output: whatever comes from outside (traffic, files, arguments, servers) passes one of these on its
 * way to a reader. Each escapes what could steer that reader, and shows what it was.
 */

/**
 * Characters that have no picture of their own: controls, which move a cursor or repaint a line; format characters,
 * among them the bidirectional ones that reorder text (https://trojansource.codes); line and paragraph separators;
 * halves of surrogate pairs, which cannot be written as UTF-8.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** `\u001b`, and two of those for a character beyond U+FFFF, as JSON writes it. */
const unicodeEscape = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");

/** One line of visible characters. */
export const printable = (data: string): string => data.replace(invisible, unicodeEscape);

/**
 * CI runners act on lines that they find in a log: GitHub on `::command::` at the start of a line and on `##[command]`
 * anywhere in it, Azure on `##vso[…]`. The escape is one that JSON reads back.
 */
const withoutCommands = (text: string): string =>
  text.replace(/:(?=:)/g, "\\u003a").replace(/#(?=#(?:\[|vso))/gi, "\\u0023");

/** For a terminal, a log or an error line: one visible line that no runner takes for a command. */
export const forTerminal = (data: string): string => withoutCommands(printable(data));

/** For an error line: as {@link forTerminal}, and no longer than a screen. */
export const forErrorLine = (data: string): string => clipText(forTerminal(data), 2000);

/** For a text that already has its lines, such as help or another program's output: each as {@link forTerminal}. */
export const forTerminalLines = (data: string): string =>
  data.split(/\r?\n/).map(forTerminal).join("\n");

/** JSON text whose strings hold only visible characters and no runner's command; it parses to the same value. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // Line feeds are the writer's own: inside a string JSON has them escaped.
  const visible = text.replace(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, unicodeEscape);
  return `${withoutCommands(visible)}\n`;
}

/** For element content and attributes of XML 1.0 and HTML, in either kind of quotes. */
export const forMarkup = (data: string): string =>
  printable(data).replace(/[&<>"'`\ufffe\uffff]/g, (character) =>
    /[\ufffe\uffff]/.test(character) // XML 1.0 has no way to write them (section 2.2)
      ? unicodeEscape(character)
      : `&#${character.charCodeAt(0)};`,
  );

/**
 * For GitHub-flavoured Markdown: every character that Markdown or HTML could read becomes an entity, which neither
 * reads (CommonMark, section 2.5). GitHub looks for mentions, issue numbers and addresses later, in the finished text;
 * a zero-width space stops that.
 */
export const forMarkdown = (data: string): string =>
  printable(data)
    .replace(/[!"#$&'()*+.:<=>@[\\\]^_`{|}~-]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/&#(64|35);/g, "&#$1;&#8203;");

/**
 * For the message of a GitHub workflow command, whose lines are given one by one.
 * As in https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export const forCommand = (...lines: readonly string[]): string =>
  lines.map((line) => forTerminal(line).replaceAll("%", "%25")).join("%0A");

/** For a property of a GitHub workflow command. */
export const forCommandProperty = (data: string): string =>
  forCommand(data).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** The beginning of a text that is too long to show; never half a character. */
export function clipText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}…`;
}
