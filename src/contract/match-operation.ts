import type { CompiledContract, Operation } from "./operation.ts";

/** The operation that a request calls, and the names of its query parameters. */
export interface Match {
  readonly operation: Operation;
  readonly query: readonly string[];
}

/**
 * Finds the operation for a method and a URL.
 *
 * A bare path (`/v0/websets/x`) is below the base of any server. An absolute URL must be below one of `servers`;
 * where none are given, below the base path of a documented server, or bare, on whatever host it is: a mock's or a proxy's.
 */
export function matchOperation(contract: CompiledContract, method: string, url: string, servers?: readonly string[]): Match | undefined {
  const [, origin, path = "", query] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(url) ?? [];
  const verb = method.toUpperCase();
  for (const base of bases(contract, origin, servers)) {
    if (!path.startsWith(base)) continue;
    const rest = path.slice(base.length);
    const operation = contract.operations.find((one) => one.method === verb && one.path.test(rest));
    if (operation) return { operation, query: query === undefined ? [] : [...new URLSearchParams(query).keys()] };
  }
  return undefined;
}

/** The base paths that the URL's path may start with. */
function bases(contract: CompiledContract, origin: string | undefined, servers: readonly string[] | undefined): string[] {
  if (origin !== undefined && servers !== undefined) {
    const sameOrigin = servers.map((server) => new URL(server)).filter((server) => server.origin === normalOrigin(origin));
    return sameOrigin.map(basePath);
  }
  return ["", ...(servers ?? contract.servers).map((server) => basePath(new URL(server)))];
}

const basePath = (server: URL): string => server.pathname.replace(/\/+$/, "");

/** Without a default port and in lower case, as `URL` writes it. */
function normalOrigin(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).origin : origin;
}
