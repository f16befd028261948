/** `#host` for browsers. The functions are empty, so that bundlers drop the calls too. */

/** There are no diagnostics channels. */
export function publish(_name: string, _event: object): void {}

/** A browser does not tell why a fetch failed. */
export function onceUnsent(_failure: unknown, _callback: () => void): void {}
