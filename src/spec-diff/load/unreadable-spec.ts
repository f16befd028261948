/** A description that cannot be read. The message is one whole line: file, line where known, reason, what to do. */
export class UnreadableSpec extends Error {
  override readonly name = "UnreadableSpec";

  constructor(file: string, line: number | undefined, reason: string, options?: ErrorOptions) {
    const place = line === undefined ? file : `${file}:${line}`;
    super(`${place}: ${reason.replace(/\s+/g, " ")}`, options);
  }
}
