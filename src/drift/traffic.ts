import type { TrafficRow } from "../report/report.ts";
import { createTally } from "../report/traffic.ts";

/** What became of an exchange. */
type Outcome = "checked" | "skipped" | "unreadable";

/** Accounts for every exchange by host, method and path. */
export interface Traffic {
  /**
   * @param request absent where not even that could be read
   * @param operation `METHOD /path/{template}` that the request calls
   */
  count(
    outcome: Outcome,
    request?: { readonly method: string; readonly url: string },
    operation?: string,
  ): void;
  rows(): readonly TrafficRow[];
}

/** Hosts whose spelling is remembered; parsing a URL costs more than the rest. */
const cacheLimit = 1000;

export function createTraffic(): Traffic {
  const tally = createTally();
  const hosts = new Map<string, string>();

  function hostOf(url: string): string {
    const origin = originOf(url);
    const known = hosts.get(origin);
    if (known !== undefined) return known;
    // `host` leaves out a name and password.
    const host = URL.canParse(origin) ? new URL(origin).host : "";
    if (hosts.size < cacheLimit) hosts.set(origin, host);
    return host;
  }

  return {
    count(outcome, request, operation) {
      const host = request ? hostOf(request.url) : "";
      const path = request
        ? (operation?.slice(operation.indexOf(" ") + 1) ?? pathShape(request.url))
        : "";
      tally.count(host, request ? methodOf(request.method) : "", path, outcome);
    },
    rows: () => tally.rows(),
  };
}

/** Methods are tokens (RFC 9110, section 9.1); what is none may be anything. */
const methodOf = (method: string): string =>
  /^[A-Za-z]{1,20}$/.test(method) ? method.toUpperCase() : "*";

/** `https://host:port` of a URL; empty for a bare path. */
function originOf(url: string): string {
  const scheme = url.indexOf("://");
  if (scheme < 1 || scheme > 10) return "";
  const end = url.slice(scheme + 3, scheme + 303).search(/[/?#]/);
  return end < 0 ? url : url.slice(0, scheme + 3 + end);
}

/** Segments that a path is told by; deeper ones are `…`. */
const maxSegments = 8;

/** A path with `*` for each segment that may be data: all but short words and versions. */
function pathShape(url: string): string {
  const path = url.slice(originOf(url).length).replace(/[?#].*$/s, "");
  const segments = path.split("/").slice(1);
  const shape = segments
    .slice(0, maxSegments)
    .map((segment) =>
      /^(?:|v\d{1,3}|[a-z]{1,24}(?:[._-][a-z]{1,24}){0,2})$/i.test(segment) ? segment : "*",
    );
  return `/${shape.join("/")}${segments.length > maxSegments ? "/…" : ""}`;
}
