import { below } from "../../json/pointer.ts";
import { child, elements, entries, fail, follow, get, type Node, text } from "../document.ts";

/** OpenAPI 3.2 adds `query`. */
const methods = [
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

/** Every operation of a description, in the order written. */
export function operationsOf(root: Node): Operation[] {
  return entries(child(root, "paths"))
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, item]) => {
      const pathItem = follow(item);
      return methods.flatMap((method): Operation[] => {
        const node = child(pathItem, method);
        if (!node) return [];
        const servers = serversOf(
          child(node, "servers") ?? child(pathItem, "servers") ?? child(root, "servers"),
        );
        return [
          { label: `${method.toUpperCase()} ${path}`, method, path, node, pathItem, servers },
        ];
      });
    });
}

/** Whether the description says at which host, or below which path, its operations are. */
function serversOf(list: Node | undefined): Server[] {
  return elements(list).map((node) => {
    const variables = child(node, "variables");
    const url = (text(node, "url") ?? fail(node, "a server needs a url")).replace(
      /\{([^}]*)\}/g,
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
  const template = bare(path);
  if (servers.length === 0) return [`${method} ${template}`];
  return [...new Set(servers.map((server) => `${method} ${server.path}${template}`))];
}

function bare(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}

/** Which operation of one description stands for which of the other. */
export interface Matching {
  readonly pairs: readonly { readonly base: Operation; readonly revision: Operation }[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/** Matches operations by what a call looks like; where a side names no server, by the path alone. */
export function matchOperations(
  base: readonly Operation[],
  revision: readonly Operation[],
): Matching {
  const withoutServers = [...base, ...revision].some((operation) => operation.servers.length === 0);
  const routes = withoutServers ? (of: Operation) => [`${of.method} ${bare(of.path)}`] : routesOf;
  const byRoute = new Map<string, Operation>();
  for (const operation of revision) {
    for (const route of routes(operation)) if (!byRoute.has(route)) byRoute.set(route, operation);
  }
  const taken = new Set<Operation>();
  const pairs: Matching["pairs"][number][] = [];
  const removed: Operation[] = [];
  for (const operation of base) {
    const route = routes(operation).find((candidate) => {
      const found = byRoute.get(candidate);
      return found !== undefined && !taken.has(found);
    });
    const found = route === undefined ? undefined : byRoute.get(route);
    if (!found) {
      removed.push(operation);
      continue;
    }
    taken.add(found);
    pairs.push({ base: operation, revision: found });
  }
  return { pairs, removed, added: revision.filter((operation) => !taken.has(operation)) };
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
export function parametersOf({ node, pathItem, path }: Operation): Map<string, Parameter> {
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  const parameters = new Map<string, Parameter>();
  for (const element of [
    ...elements(child(pathItem, "parameters")),
    ...elements(child(node, "parameters")),
  ]) {
    const parameter = follow(element);
    const name = text(parameter, "name") ?? fail(parameter, "a parameter needs a name");
    const where = text(parameter, "in") ?? fail(parameter, "a parameter needs an in");
    if (where === "header" && ignoredHeaders.has(name.toLowerCase())) continue;
    const key =
      where === "path" ? positions.indexOf(name) : where === "header" ? name.toLowerCase() : name;
    parameters.set(`${where} ${key}`, { key: `${where} ${key}`, name, in: where, node: parameter });
  }
  return parameters;
}

/** The responses of an operation by status, in lower case as `4xx` may be written either way. */
export function responsesOf({ node }: Operation): Map<string, Node> {
  return new Map(
    entries(get(node, "responses"))
      .filter(([status]) => !status.startsWith("x-"))
      .map(([status, response]) => [status.toLowerCase(), follow(response)]),
  );
}

/** Where a path stands in its description. */
export function pathPointer(path: string): string {
  return below("/paths", path);
}
