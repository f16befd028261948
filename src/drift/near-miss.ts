import { matchOperation } from "../contract/index.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { Finding, Source } from "../findings/finding.ts";
import { type Description, operationsOf } from "../openapi/description.ts";

/** A call that the contract lacks, but for how it is written. */
interface NearMiss {
  readonly operation: string;
  /** In words that follow "but for …". */
  readonly differences: readonly string[];
}

/** Finds the operation that a call was probably meant for. Ask only for calls that `matchOperation` does not know. */
export type FindNearMiss = (request: Exchange["request"]) => NearMiss | undefined;

/** @param servers all base URLs of the contract's exchanges */
export function createNearMiss(description: Description, servers: readonly string[]): FindNearMiss {
  const methods = [
    ...new Set(operationsOf(description).map(({ name }) => name.split(" ")[0] ?? "")),
  ];
  const bases = servers.map((server) => new URL(server));
  return ({ method, url, headers }) => {
    // A browser asks so whether it may call (Fetch standard, CORS-preflight request); that is no call.
    if (method === "OPTIONS" && headers["access-control-request-method"] !== undefined)
      return undefined;
    const [, origin = "", path = ""] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)/i.exec(url) ?? [];
    for (const base of origin === "" ? [undefined] : bases) {
      const found = base ? sameHost(origin, base) : [];
      if (found) {
        const miss = nearPath(method, path, base?.origin ?? "", found);
        if (miss) return miss;
      }
    }
    return undefined;
  };

  function nearPath(
    method: string,
    path: string,
    origin: string,
    found: readonly string[],
  ): NearMiss | undefined {
    const { plain, differences } = normalized(path);
    const verb = method.toUpperCase();
    for (const [candidate, more] of [
      [plain, []],
      [plain.toLowerCase(), ["the case of its path"]],
    ] as const) {
      for (const other of [verb, ...methods]) {
        const operation = matchOperation(other, origin + candidate, servers)?.name;
        const all = [
          ...found,
          ...differences,
          ...more,
          ...(other === verb ? [] : [`the method ${verb}`]),
        ];
        if (operation !== undefined && all.length > 0) return { operation, differences: all };
      }
    }
    return undefined;
  }
}

/** What is different although the host is the same; undefined if it is another. */
function sameHost(origin: string, base: URL): readonly string[] | undefined {
  if (!URL.canParse(origin)) return undefined;
  const { protocol, hostname, port } = new URL(origin);
  if (hostname.replace(/\.$/, "") !== base.hostname || port !== base.port) return undefined;
  return [
    ...(protocol === base.protocol ? [] : [`the scheme ${protocol.slice(0, -1)}`]),
    ...(hostname === base.hostname ? [] : ["the dot behind its host"]),
  ];
}

function normalized(path: string): {
  readonly plain: string;
  readonly differences: readonly string[];
} {
  const differences: string[] = [];
  const step = (words: string, before: string, after: string): string => {
    if (before !== after) differences.push(words);
    return after;
  };
  let plain = step("its percent-encoding", path, decoded(path));
  plain = step("a doubled slash", plain, plain.replace(/\/{2,}/g, "/"));
  plain = step("a dot segment", plain, plain.replace(/\/\.(?=\/|$)/g, ""));
  plain = step("the slash at its end", plain, plain.replace(/(?<=.)\/$/, ""));
  return { plain, differences };
}

/** What needs no encoding is decoded; an encoded slash stays part of its segment. */
function decoded(path: string): string {
  return path.replace(/%(?:2[de]|3\d|[46][1-9a-f]|5[\daf]|7[\dae])/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    // The unreserved characters (RFC 3986, section 2.3).
    return /[A-Za-z\d._~-]/.test(character) ? character : code;
  });
}

export function nearMissFinding({ operation, differences }: NearMiss, source: Source): Finding {
  return {
    ...{ id: "request-near-miss", level: "warning", operation, location: "/request/url" },
    args: { differences: differences.join(", ") },
    source,
  };
}
