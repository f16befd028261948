/**
 * Makes what serializes bodies that are not JSON: text as it is, whatever its type; an object as a form. Only the
 * generated rows of such operations call it.
 */
export function serializeAs(mediaType: string) {
  /** @returns `undefined` for what the media type cannot carry. */
  return (body: unknown): string | undefined => {
    if (typeof body === "string") return body;
    if (typeof body === "object" && body !== null && mediaType.endsWith("urlencoded"))
      return new URLSearchParams(body as Record<string, string>).toString();
    return undefined;
  };
}

/** @returns `undefined` for what is no object, by the text, as what toJSON makes of it counts; for cycles and BigInt. */
export function serializeJson(body: unknown): string | undefined {
  try {
    const json = JSON.stringify(body);
    return json?.startsWith("{") ? json : undefined;
  } catch {
    return undefined;
  }
}
