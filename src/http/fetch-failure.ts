/** What a runtime tells of a failed `fetch`, made of its structured codes. */
export interface FetchFailure {
  /** As the runtime calls it: `ECONNREFUSED`. */
  readonly code?: string;
  /** Cause and remedy, in words. */
  readonly says: string;
  /** Nothing of the request left this process. */
  readonly unsent?: boolean;
  /** To ask again cannot help: a certificate, a proxy's password. */
  readonly final?: boolean;
}
