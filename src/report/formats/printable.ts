/**
 * Data from the wire, made safe to show: control characters could move the cursor or repaint lines, and
 * bidirectional overrides could reorder them (https://trojansource.codes). They are written as escapes.
 */
export function printable(data: string): string {
  return data.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Half a surrogate pair is no character and cannot be written as UTF-8; it becomes U+FFFD. */
export const wellFormed = (data: string): string => data.replace(/\p{Surrogate}/gu, "\ufffd");
