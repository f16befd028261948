/**
 * A text with its part between `<!-- name:start -->` and `<!-- name:end -->` replaced.
 * @throws Error where the file lacks the markers.
 */
export function withPart(file: string, text: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${file} lacks the markers ${start} and ${end}`);
  return `${before}${start}\n${part}\n${end}${after}`;
}
