/** What a caller may set for one call. Times in ms; `undefined` means the client's value. */
export interface CallOptions {
  /** Ends the call at once, also while it sleeps or reads. */
  readonly signal?: AbortSignal | undefined;
  /** For one attempt, headers and body. Default 30,000. */
  readonly timeout?: number | undefined;
  /** For the whole call, sleeps included. Default 120,000. */
  readonly deadline?: number | undefined;
  /** Attempts after the first. Default 2. */
  readonly maxRetries?: number | undefined;
  /** Repeats also when an attempt may have been carried out, where the operation allows it. Default true. */
  readonly retryUnknown?: boolean | undefined;
  /** Of one response, decompressed. Default 10 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Sent too. They cannot replace the key. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** What holds where nobody says otherwise. */
export const defaults = {
  timeout: 30_000,
  deadline: 120_000,
  maxRetries: 2,
  maxResponseBytes: 10 * 2 ** 20,
  retryUnknown: true,
  headers: {},
} as const satisfies CallOptions;

/** Options of which each is given. */
export type Limits = Readonly<
  Record<"timeout" | "deadline" | "maxRetries" | "maxResponseBytes", number>
> & { readonly retryUnknown: boolean };
