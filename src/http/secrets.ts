const redacted = "[redacted]";

/** Shorter ones would match by chance, and the answer would be damaged. */
const shortest = 8;

/** Headers of the caller whose values are nobody else's business. */
const credentialHeader = /authorization|cookie|key|token|secret/i;

/**
 * The one boundary for secrets: text that leaves the transport has passed `hide`. It knows what was made known to it,
 * as text, with JSON's escapes (`\u0073`, `\/`) and with those of URLs (`%73`), also mixed.
 */
export class Secrets {
  readonly #patterns = new Map<string, RegExp>();
  readonly #outer: Secrets | undefined;

  /** @param outer whose secrets are hidden, too. */
  constructor(outer?: Secrets) {
    this.#outer = outer;
  }

  /** Makes a secret known; the last twenty are kept, of a client whose keys rotate. */
  add(secret: string): void {
    if (secret.length < shortest || this.hide(secret) === redacted) return;
    this.#patterns.set(secret, patternOf(secret));
    const [oldest = ""] = this.#patterns.keys();
    if (this.#patterns.size > 20) this.#patterns.delete(oldest);
  }

  /** These secrets, and what stands in headers that carry credentials: `Bearer …`, `session=…; …`. */
  withHeaders(headers: Readonly<Record<string, string | undefined>>): Secrets {
    const names = Object.keys(headers).filter((name) => credentialHeader.test(name));
    if (names.length === 0) return this;
    const more = new Secrets(this);
    for (const name of names)
      for (const part of `${headers[name]}`.split(/[\s;,=]+/)) more.add(part);
    return more;
  }

  /** The text with every secret in it replaced. */
  hide(text: string): string {
    let hidden = this.#outer ? this.#outer.hide(text) : text;
    // Most texts hold no escapes, and are searched a good deal faster so.
    const escaped = text.includes("\\") || text.includes("%");
    for (const [secret, pattern] of this.#patterns)
      hidden = hidden.replaceAll(escaped ? pattern : secret, redacted);
    return hidden;
  }

  /**
   * A copy of headers with names and values hidden, names in lower case and `set-cookie` left out.
   * @param headers of whatever fetch: `Headers`, a map or a plain object.
   */
  hideHeaders(headers: unknown): Record<string, string> {
    const shown: Record<string, string> = {};
    const { entries } = Object(headers);
    const all = entries ? entries.call(headers) : Object.entries(Object(headers));
    for (const [name, value] of all)
      if (!/^set-cookie$/i.test(name)) shown[this.hide(name.toLowerCase())] = this.hide(`${value}`);
    return shown;
  }

  /**
   * A copy of what `fetch` threw: name, text, code, stack and cause, nothing else. Errors of fetch and of test tools
   * carry sockets, requests and headers.
   */
  hideError(error: unknown, depth = 0): unknown {
    if (typeof error !== "object" || error === null) return this.hide(`${error}`);
    const { name, message, stack, code, syscall, cause } = error as Record<string, unknown>;
    const copy = new Error(this.hide(`${message}`));
    for (const [field, value] of Object.entries({ name, stack, code, syscall }))
      if (typeof value === "string") Object.assign(copy, { [field]: this.hide(value) });
    if (cause !== undefined && depth < 5) copy.cause = this.hideError(cause, depth + 1);
    return copy;
  }
}

/** The secret's characters, each as it is or escaped in either way, also where the escape was escaped itself. */
function patternOf(secret: string): RegExp {
  const forms = Array.from(secret, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, "0");
    const literal = character.replace(/[^\w]/, "\\$&");
    // Bounded, or a long run of backslashes would be searched again from each of them.
    return `(?:\\\\{1,8}u00${hex}|%(?:25){0,3}${hex}|\\\\{0,8}${literal})`;
  });
  return new RegExp(forms.join(""), "gi");
}
