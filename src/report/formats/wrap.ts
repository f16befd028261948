/**
 * Breaks a line between words so that it fits the width; a word that is longer alone is broken anywhere. Lines after the
 * first begin with the indent.
 * @param width in characters; undefined for no limit
 */
export function wrap(text: string, indent: string, width: number | undefined): string[] {
  const space =
    width === undefined ? Number.POSITIVE_INFINITY : Math.max(20, width - indent.length);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= space) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const characters = [...word];
    while (characters.length > space) lines.push(characters.splice(0, space).join(""));
    line = characters.join("");
  }
  return [...lines, line].map((one) => indent + one);
}
