/** `#host` for browsers. The functions are empty, so that bundlers drop the calls too. */
import type { FetchFailure } from "./fetch-failure.ts";

/** There are no diagnostics channels. */
export function channelOf(_name: string): undefined {}

/** A browser does not tell why a fetch failed. */
export function explain(_failure: unknown, _url: string): FetchFailure | undefined {
  return undefined;
}

/** Chromium repeats by itself what it sent on a connection that was then closed, whatever the body. */
export function sentOnce<Body>(body: Body): Body {
  return body;
}
