// type "/" subtype, both tokens (RFC 9110, sections 5.6.2 and 8.3.1); parameters may follow.
const mediaType = /^\s*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)\s*(?:;|$)/;

/** `type/subtype` of a Content-Type, in lower case and without parameters; undefined if it is malformed. */
export function parseMediaType(contentType: string): string | undefined {
  return mediaType.exec(contentType)?.[1]?.toLowerCase();
}

/** A JSON text: `application/json`, or any type with the suffix `+json` (RFC 6839, section 3.1). */
export const isJson = (type: string): boolean => /^application\/json$|\+json$/.test(type);
