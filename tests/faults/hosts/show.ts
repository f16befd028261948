/** Everything that a value holds, as a log would show it, where there is no `util.inspect`. */
export function show(value: unknown, depth = 5): string {
  if (value instanceof Headers) return show(Object.fromEntries(value), depth);
  if (typeof value !== "object" || value === null || depth === 0) return String(value);
  const fields = Object.getOwnPropertyNames(value).map(
    (name) => `${name}: ${show((value as Record<string, unknown>)[name], depth - 1)}`,
  );
  return `${String(value)} { ${fields.join(", ")} }`;
}
