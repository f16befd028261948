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

/** How long, how often and how much: each with a default. */
export interface Limits {
  readonly timeout: number;
  readonly deadline: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  readonly retryUnknown: boolean;
}
