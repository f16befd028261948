import type { CompiledContract, Operation } from "./operation.ts";

/** The operation that a request calls, and the names of its query parameters. */
export interface Match {
  readonly operation: Operation;
  readonly query: readonly string[];
}

/** A server as matching needs it. */
interface Base {
  readonly origin: string;
  readonly path: string;
}

/**
 * Finds the operation for a method and a URL.
 *
 * A bare path (`/v0/websets/x`) is below the base of any server. An absolute URL must be below one of `servers`;
 * where none are given, its path may stand on any host, as a mock's or a proxy's does.
 */
export function matchOperation(
  contract: CompiledContract,
  method: string,
  url: string,
  servers?: readonly string[],
): Match | undefined {
  const [, origin, path = "", query] = urlParts.exec(url) ?? [];
  const verb = method.toUpperCase();
  for (const base of bases(servers ?? contract.servers)) {
    const strict = origin !== undefined && servers !== undefined;
    if (strict && base.origin !== origin && base.origin !== normalOrigin(origin)) continue;
    const rest = path.startsWith(base.path)
      ? path.slice(base.path.length)
      : strict
        ? undefined
        : path;
    const operation = contract.operations.find(
      (one) => one.method === verb && rest !== undefined && one.path.test(rest),
    );
    if (operation)
      return {
        operation,
        query: query === undefined ? [] : [...new URLSearchParams(query).keys()],
      };
  }
  return undefined;
}

// scheme "://" authority, path, "?" query (RFC 3986, appendix B)
const urlParts = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i;

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
