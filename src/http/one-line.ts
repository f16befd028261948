/** Text of a stranger as part of a message: one line, nothing that steers a terminal, and no longer than so. */
export function oneLine(text: string, length: number): string {
  // Looked at no further than is shown: it may be megabytes.
  const printable = text
    .slice(0, length * 2)
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return printable.length > length ? `${printable.slice(0, length - 1)}…` : printable;
}

/** What the first cause of an error says. */
export function innermost(error: unknown): string {
  let { message, cause } = Object(error);
  while (cause) ({ message, cause } = cause);
  return `${message ?? error}`;
}
