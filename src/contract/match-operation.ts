import type { CompiledContract, Operation } from "./operation.ts";

/** The operation that a request calls, and what its URL says. */
export interface Match {
  readonly operation: Operation;
  /** The texts of the path's parameters as the URL carries them, in the path's order. */
  readonly path: readonly string[];
  /** What stands behind `?`. */
  readonly query: string;
}

/** A server as matching needs it. */
interface Base {
  readonly origin: string;
  readonly path: string;
}

/**
 * Finds the operation for a method and a URL.
 *
 * A bare path (`/v0/things/x`) is below the base of any server. An absolute URL must be below one of `servers`, or of
 * the operation's own; where none are given, its path may stand on any host, as a mock's or a proxy's does.
 */
export function matchOperation(
  contract: CompiledContract,
  method: string,
  url: string,
  servers?: readonly string[],
): Match | undefined {
  const [, origin, path = "", query = ""] = urlParts.exec(url) ?? [];
  const verb = method.toUpperCase();
  const strict = origin !== undefined && servers !== undefined;
  const rests = restsBelow(servers ?? contract.servers, origin, path, strict);
  for (const operation of contract.operations) {
    if (operation.method !== verb) continue;
    const own = operation.servers && restsBelow(operation.servers, origin, path, strict);
    for (const rest of own ? [...own, ...(servers ? rests : [])] : rests) {
      const found = operation.path.exec(rest);
      if (found) return { operation, path: found.slice(1), query };
    }
  }
  return undefined;
}

// scheme "://" authority, path, "?" query (RFC 3986, appendix B)
const urlParts = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i;

/** What is left of the path below each server that the URL may be for; the path itself where any host will do. */
function restsBelow(
  servers: readonly string[],
  origin: string | undefined,
  path: string,
  strict: boolean,
): string[] {
  const rests: string[] = [];
  for (const base of bases(servers)) {
    if (strict && base.origin !== origin && base.origin !== normalOrigin(origin ?? "")) continue;
    if (path.startsWith(base.path)) rests.push(path.slice(base.path.length));
    else if (!strict) rests.push(path);
  }
  return rests;
}

const known = new WeakMap<readonly string[], readonly Base[]>();

/** Parsing a URL costs more than the rest of a match, so each list of servers is parsed once. */
function bases(servers: readonly string[]): readonly Base[] {
  const found = known.get(servers) ?? servers.map(parseBase);
  known.set(servers, found);
  return found;
}

function parseBase(server: string): Base {
  const { origin, pathname } = new URL(server);
  return { origin, path: pathname.replace(/\/+$/, "") };
}

/** Without a default port and in lower case, as `URL` writes it. */
function normalOrigin(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).origin : origin;
}
