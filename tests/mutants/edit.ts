/** A place in a document: the keys from the top down. */
export type Path = readonly (string | number)[];

/** What is done to one place of a document; a `value` of undefined takes the place away. */
export interface Edit {
  readonly path: Path;
  readonly value?: unknown;
}

/** A copy of the document with the edits made, in their order; what they do not touch is shared. */
export function edited<T>(document: T, edits: readonly Edit[]): T {
  return edits.reduce((copy, { path, value }) => set(copy, path, value), document);
}

function set<T>(node: T, [key, ...rest]: Path, value: unknown): T {
  if (key === undefined) return value as T; // whoever edits says what stands there
  if (Array.isArray(node)) {
    const index = Number(key);
    const below =
      rest.length > 0 ? [set(node[index], rest, value)] : value === undefined ? [] : [value];
    return [...node.slice(0, index), ...below, ...node.slice(index + 1)] as T;
  }
  const copy: Record<string, unknown> = { ...(node as object) };
  const below = rest.length > 0 ? set(copy[key] ?? {}, rest, value) : value;
  if (below === undefined) delete copy[key];
  else copy[key] = below;
  return copy as T;
}
