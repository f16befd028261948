import type { CallOptions } from "./settings.ts";

/** Options of one call. Times in ms. */
export interface MethodOptions extends CallOptions {
  /** Sent beside those of the client. */
  readonly headers?: Record<string, string>;
}

/** The data with all that came with it. */
export interface CallResult<Data> {
  readonly data: Data;
  /** As `fetch` gave it. Its body has been read. */
  readonly response: Response;
  readonly requestId: string | undefined;
  readonly attempts: number;
}

/** Resolves to what the API answered. */
export interface CallPromise<Data> extends Promise<Data> {
  /** The same call with response, request id and number of attempts. */
  withResponse(): Promise<CallResult<Data>>;
}

/** Resolves to one page; iterates over the items of it and of all pages that follow. */
export interface PagePromise<Page, Item> extends CallPromise<Page>, AsyncIterable<Item> {}
