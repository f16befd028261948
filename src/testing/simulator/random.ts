/** Numbers in [0, 1) that are the same for the same seed (mulberry32). Not for secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Crockford's alphabet, in lower case as the API writes it (https://github.com/ulid/spec).
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A ULID: 10 characters of time, 16 at random. The ids of the live API are of this shape. */
export function ulid(now: number, random: () => number): string {
  let time = "";
  for (let left = now; time.length < 10; left = Math.floor(left / 32))
    time = alphabet.charAt(left % 32) + time;
  const rest = Array.from({ length: 16 }, () => alphabet.charAt(Math.floor(random() * 32)));
  return time + rest.join("");
}

/** 32 hexadecimal digits, as the API's request ids. */
export function requestId(random: () => number): string {
  return Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join("");
}
