import type { CallOptions } from "./call-options.ts";

/** Options of one call of a method. Times in ms. */
export interface MethodOptions extends CallOptions {}

/** The data with all that came with it. */
export interface CallResult<Data> {
  readonly data: Data;
  /** Made from memory, after the answer was read: `text()`, `json()` and `clone()` work. Without `set-cookie`. */
  readonly response: Response;
  readonly requestId: string | undefined;
  readonly attempts: number;
}

/** Resolves to what the operation answers with. */
export interface CallPromise<Data> extends Promise<Data> {
  /** The same call with response, request id and number of attempts. */
  withResponse(): Promise<CallResult<Data>>;
}

/** Resolves to one page; iterated over, gives the items of this page and of all that follow, each page when it is needed. */
export interface PagePromise<Page, Item> extends CallPromise<Page>, AsyncIterable<Item> {}

/** An operation's query as options: what may be left out may also be undefined, which says the same. */
export type QueryOptions<Query> = {
  readonly [Name in keyof Query]: Record<never, never> extends Pick<Query, Name>
    ? Query[Name] | undefined
    : Query[Name];
};
