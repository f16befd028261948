/**
 * One exchange: what went over the wire for one call, as plain data.
 *
 * Headers are a plain object whose names may be in any case; a repeated header is joined with `", "`
 * (RFC 9110, section 5.3). Bodies are the decoded text exactly as sent; `undefined`, `null` and `""`
 * all mean that there was no body.
 */
export interface Exchange {
  readonly request: {
    readonly method: string;
    /** Absolute (`https://host/base/path?query`) or a path that starts with `/`. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | null | undefined;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | null | undefined;
  };
}
