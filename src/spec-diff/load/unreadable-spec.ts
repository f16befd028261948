const maxLength = 500;

/** A description that cannot be read. The message is one whole line: file, line where known, reason, what to do. */
export class UnreadableSpec extends Error {
  override readonly name = "UnreadableSpec";

  constructor(file: string, line: number | undefined, reason: string, options?: ErrorOptions) {
    const place = line === undefined ? file : `${file}:${line}`;
    const text = reason.replace(/\s+/g, " ");
    super(`${place}: ${text.length > maxLength ? `${text.slice(0, maxLength)}…` : text}`, options);
  }
}

/** Why nothing could be read from a place; {@link UnreadableSpec} says which place. */
export class CannotRead extends Error {
  override readonly name = "CannotRead";
}
