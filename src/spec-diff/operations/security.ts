import {
  canonical,
  child,
  elements,
  entries,
  fail,
  get,
  type Node,
  rootOf,
  text,
} from "../document.ts";
import type { Comparison } from "./comparison.ts";
import type { Operation } from "./operations.ts";

/** One way to be let in: all its schemes together. */
interface Requirement {
  /** The same for the same schemes, whatever the description calls them. */
  readonly key: string;
  /** The schemes as people say them. */
  readonly label: string;
  readonly node: Node;
  readonly schemes: ReadonlyMap<string, Used>;
}

/** A scheme as a requirement uses it. */
interface Used {
  readonly scheme: Node;
  readonly scopes: readonly Node[];
}

const urlChanged = "api-security-component-oauth-url-changed";
const tokenUrlChanged = "api-security-component-oauth-token-url-changed";

/** Compares who is let in: the alternatives of `security`, of the operation or else of the whole description. */
export function compareSecurity(base: Operation, revision: Operation, tell: Comparison): void {
  const [from, to] = [requirementsOf(base, tell), requirementsOf(revision, tell)];
  // An empty requirement among them lets everybody in.
  const open = (requirements: ReadonlyMap<string, Requirement>) =>
    requirements.size === 0 || requirements.has("");
  const [wasOpen, isOpen] = [open(from), open(to)];
  for (const [key, was] of from) {
    const is = to.get(key);
    if (is) compareRequirement(was, is, tell);
    else if (key !== "")
      tell.report(`api-security-${isOpen ? "removed" : "alternative-removed"}`, was.node, {
        scheme: was.label,
      });
  }
  for (const [key, is] of to) {
    if (key === "" || from.has(key)) continue;
    tell.report(`api-security-${wasOpen ? "added" : "alternative-added"}`, is.node, {
      scheme: is.label,
    });
  }
}

function requirementsOf({ node }: Operation, tell: Comparison): Map<string, Requirement> {
  const security = child(node, "security") ?? child(rootOf(node), "security");
  const requirements = new Map<string, Requirement>();
  for (const element of elements(security)) {
    const schemes = new Map<string, Used>();
    for (const [name, scopes] of entries(element)) {
      // A scheme that is not defined has its name alone.
      let [key, scheme] = [`the undefined ${name}`, element];
      tell.attempt(element, () => {
        scheme = schemeOf(element, name);
        key = identity(scheme);
      });
      schemes.set(key, { scheme, scopes: elements(scopes) });
    }
    const key = [...schemes.keys()].sort().join(" and ");
    requirements.set(key, { key, label: key, node: element, schemes });
  }
  return requirements;
}

function schemeOf(requirement: Node, name: string): Node {
  const components = get(rootOf(requirement), "components");
  const scheme = get(components && child(components, "securitySchemes"), name);
  return scheme ?? fail(requirement, `the security scheme ${JSON.stringify(name)} is not defined`);
}

/** What a caller sees of a scheme. Its name in the description is none of it. */
function identity(scheme: Node): string {
  const type = text(scheme, "type") ?? fail(scheme, "a security scheme needs a type");
  if (type === "apiKey") {
    const where = text(scheme, "in") ?? "";
    const name = text(scheme, "name") ?? "";
    return `API key in ${where} ${where === "header" ? name.toLowerCase() : name}`;
  }
  if (type === "http") return `HTTP ${(text(scheme, "scheme") ?? "").toLowerCase()}`;
  if (type === "openIdConnect") return `OpenID Connect ${text(scheme, "openIdConnectUrl") ?? ""}`;
  return type === "oauth2" ? "OAuth 2" : type;
}

function compareRequirement(base: Requirement, revision: Requirement, tell: Comparison): void {
  for (const [scheme, is] of revision.schemes) {
    const was = base.schemes.get(scheme);
    if (!was) continue;
    const names = (scopes: readonly Node[]) =>
      new Set(scopes.map((scope) => canonical(scope.value)));
    const [from, to] = [names(was.scopes), names(is.scopes)];
    for (const scope of was.scopes) {
      if (!to.has(canonical(scope.value)))
        tell.report("api-security-scope-removed", scope, { scheme, scope: scope.value });
    }
    for (const scope of is.scopes) {
      if (!from.has(canonical(scope.value)))
        tell.report("api-security-scope-added", scope, { scheme, scope: scope.value });
    }
    compareUrls(scheme, was.scheme, is.scheme, tell);
  }
}

function compareUrls(scheme: string, base: Node, revision: Node, tell: Comparison): void {
  for (const [flow, node] of entries(child(revision, "flows"))) {
    const before = get(get(base, "flows"), flow);
    for (const url of ["authorizationUrl", "tokenUrl", "refreshUrl"]) {
      const [from, to] = [before && text(before, url), text(node, url)];
      if (from === undefined || to === undefined || from === to) continue;
      const id = url === "tokenUrl" ? tokenUrlChanged : urlChanged;
      tell.report(id, child(node, url) ?? node, {
        scheme,
        url,
        from,
        to,
      });
    }
  }
}
