/**
 * One exchange: what went over the wire for one call, as plain data.
 *
 * Headers are a plain object whose names may be in any case; a repeated header is joined with `", "`
 * (RFC 9110, section 5.3). Bodies are the decoded text exactly as sent; `undefined`, `null` and `""`
 * all mean that there was no body, unless `gaps` says that it is not known.
 */
export interface Exchange {
  readonly request: {
    readonly method: string;
    /** Absolute (`https://host/base/path?query`) or a path that starts with `/`. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | null | undefined;
    readonly gaps?: Gaps;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | null | undefined;
    readonly gaps?: Gaps;
  };
}

/**
 * What of a message is not known as it went over the wire, and why; such a part is not judged. Headers with a gap may
 * still hold a `content-type` that was told elsewhere.
 */
export interface Gaps {
  readonly headers?: Gap;
  /** `not-utf8`: the bytes are known, and are no text; where JSON belongs, that is drift (RFC 8259, section 8.1). */
  readonly body?: Gap | "cut" | "not-utf8";
}

/** Nobody wrote it down, or it stands there in a form that cannot be read. */
type Gap = "not-recorded" | "undecodable";
