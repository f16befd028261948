import {
  child,
  elements,
  entries,
  fail,
  follow,
  get,
  isObject,
  type Node,
  text,
} from "../document.ts";

/** OpenAPI 3.2 adds `query`. */
export const methods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
] as const;

/** One operation of a description. */
export interface Operation {
  /** `METHOD /path/{template}` as written. */
  readonly label: string;
  readonly method: string;
  /** The template as written, without the server's path. */
  readonly path: string;
  readonly node: Node;
  readonly pathItem: Node;
  readonly servers: readonly Server[];
}

/** A server of an operation. A relative URL has no origin: it depends on where the description lies. */
export interface Server {
  readonly url: string;
  /** Scheme and host in lower case; `""` of a relative URL. */
  readonly origin: string;
  /** Without the trailing slash. */
  readonly path: string;
  readonly node: Node;
}

/** Runs what may find that a description cannot be read at a place. */
export type Attempt = (at: Node, part: () => void) => void;

/** Every operation of a description, in the order written. What cannot be read is left to `attempt`. */
export function operationsOf(root: Node, attempt: Attempt = (_, part) => part()): Operations {
  const operations: Operation[] = [];
  const unreadable = new Set<string>();
  for (const [path, item] of entries(child(root, "paths"))) {
    if (!path.startsWith("/")) continue;
    unreadable.add(barePath(path));
    attempt(item, () => {
      const pathItem = follow(item);
      if (!isObject(pathItem.value)) fail(pathItem, "must be an object");
      unreadable.delete(barePath(path));
      for (const method of methods) {
        const node = child(pathItem, method);
        if (!node) continue;
        let servers: readonly Server[] = [];
        const list = child(node, "servers") ?? child(pathItem, "servers") ?? child(root, "servers");
        attempt(list ?? node, () => {
          servers = serversOf(list);
        });
        const label = `${method.toUpperCase()} ${path}`;
        operations.push({ label, method, path, node, pathItem, servers });
      }
    });
  }
  return { operations, unreadable };
}

/** Whether the description says at which host, or below which path, its operations are. */
function serversOf(list: Node | undefined): Server[] {
  return elements(list).map((node) => {
    const variables = child(node, "variables");
    const url = (text(node, "url") ?? fail(node, "a server needs a url")).replace(
      /\{([^{}]*)\}/g,
      (whole, name: string) => {
        const variable = variables && child(variables, name);
        return (variable && text(variable, "default")) ?? whole;
      },
    );
    const [, origin = "", path = ""] = /^(https?:\/\/[^/?#]+)?([^?#]*)/i.exec(url) ?? [];
    return { url, origin: origin.toLowerCase(), path: path.replace(/\/$/, ""), node };
  });
}

/**
 * What a call of the operation looks like: the method, and the path with the server's path before it. Names of
 * path parameters are nothing that a caller sees.
 */
function routesOf({ method, path, servers }: Operation): string[] {
  const template = barePath(path);
  if (servers.length === 0) return [`${method} ${template}`];
  return [...new Set(servers.map((server) => `${method} ${server.path}${template}`))];
}

/** The path without the names of its parameters. */
export function barePath(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/** Which operation of one description stands for which of the other. */
export interface Matching {
  readonly pairs: readonly { readonly base: Operation; readonly revision: Operation }[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/** The operations of a description, and the paths of which it cannot be said what they have. */
export interface Operations {
  readonly operations: readonly Operation[];
  readonly unreadable: ReadonlySet<string>;
}

/**
 * Matches operations by what a call looks like; what that leaves over by the path alone, so that another server, or
 * another path of it, hides nothing.
 */
export function matchOperations(from: Operations, to: Operations): Matching {
  const [base, revision] = [from.operations, to.operations];
  const matches = new Map<Operation, Operation>();
  const taken = new Set<Operation>();
  const matchBy = (routes: (of: Operation) => string[]) => {
    const byRoute = new Map<string, Operation>();
    for (const operation of revision) {
      if (taken.has(operation)) continue;
      for (const route of routes(operation)) if (!byRoute.has(route)) byRoute.set(route, operation);
    }
    for (const operation of base) {
      if (matches.has(operation)) continue;
      const free = routes(operation).flatMap((route) => byRoute.get(route) ?? []);
      const found = free.find((candidate) => !taken.has(candidate));
      if (!found) continue;
      taken.add(found);
      matches.set(operation, found);
    }
  };
  const isPlaced = [...base, ...revision].every(({ servers }) => servers.length > 0);
  if (isPlaced) matchBy(routesOf);
  matchBy(({ method, path }) => [`${method} ${barePath(path)}`]);
  return {
    pairs: base.flatMap((operation) => {
      const found = matches.get(operation);
      return found ? [{ base: operation, revision: found }] : [];
    }),
    removed: base.filter(
      (operation) => !matches.has(operation) && !to.unreadable.has(barePath(operation.path)),
    ),
    added: revision.filter(
      (operation) => !taken.has(operation) && !from.unreadable.has(barePath(operation.path)),
    ),
  };
}

/** A parameter with what tells it from the others of its operation. */
export interface Parameter {
  readonly key: string;
  readonly name: string;
  readonly in: string;
  readonly node: Node;
}

/** OpenAPI 3.1, parameter object: these headers are described elsewhere, and ignored here. */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

/** Parameters of an operation, those of its path included; a path parameter goes by its position, not its name. */
export function parametersOf(
  { node, pathItem, path }: Operation,
  attempt: Attempt,
): Map<string, Parameter> {
  const positions = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const parameters = new Map<string, Parameter>();
  for (const element of [
    ...elements(child(pathItem, "parameters")),
    ...elements(child(node, "parameters")),
  ]) {
    attempt(element, () => {
      const parameter = follow(element);
      const name = text(parameter, "name") ?? fail(parameter, "a parameter needs a name");
      const where = text(parameter, "in") ?? fail(parameter, "a parameter needs an in");
      if (where === "header" && ignoredHeaders.has(name.toLowerCase())) return;
      const key =
        where === "path" ? positions.indexOf(name) : where === "header" ? name.toLowerCase() : name;
      const found = { key: `${where} ${key}`, name, in: where, node: parameter };
      parameters.set(found.key, found);
    });
  }
  return parameters;
}

/** The responses of an operation by status, in lower case as `4xx` may be written either way. */
export function responsesOf({ node }: Operation): Map<string, Node> {
  return new Map(
    entries(get(node, "responses"))
      .filter(([status]) => !status.startsWith("x-"))
      .map(([status, response]) => [status.toLowerCase(), response]),
  );
}
