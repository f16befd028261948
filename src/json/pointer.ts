/** JSON Pointers (RFC 6901). */

/** The pointer below `pointer` that leads to the member `name`. */
export const below = (pointer: string, name: string | number): string =>
  `${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The names that a pointer leads through. */
export const namesOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
