import type { Exchange } from "../findings/exchange.ts";
import type { Finding } from "../findings/finding.ts";
import { checkBody, type OnBody } from "./check-body.ts";
import { checkHeaders, checkPath, checkQuery, headerOf } from "./check-parameters.ts";
import { checkEcho } from "./echo.ts";
import { type Match, matchOperation } from "./match-operation.ts";
import type { CompiledContract, Operation } from "./operation.ts";
import { Side } from "./side.ts";

type Request = Exchange["request"];
type Response = Exchange["response"];

/** The checks of one contract. */
export interface Checker {
  /**
   * Holds a request and its response to the contract.
   *
   * What is wrong with a request that the server refused (4xx) is `info`: both sides agree that it is wrong.
   * A request that no operation fits gives one finding, `request-operation-undocumented`, and nothing else is checked.
   * @param servers base URLs that the request may be for; see `matchOperation`.
   * @param onBody is given the value of each body that was JSON of a documented media type.
   */
  checkExchange(exchange: Exchange, servers?: readonly string[], onBody?: OnBody): Finding[];
  /** Holds a request to the contract, before it is sent or after. */
  checkRequest(request: Request, servers?: readonly string[]): Finding[];
  /** Holds a response to the contract; the request says which operation it answers. */
  checkResponse(request: Request, response: Response, servers?: readonly string[]): Finding[];
  /** Holds a successful answer to its question: it repeats what the contract's `x-echo` says that it must. */
  checkEcho(request: Request, response: Response, servers?: readonly string[]): Finding[];
  /** The operation that a request calls; undefined if the contract has none for it. */
  matchOperation(method: string, url: string, servers?: readonly string[]): Operation | undefined;
}

/** Makes the checks of a compiled contract. */
export function createChecker(contract: CompiledContract): Checker {
  const match = ({ method, url }: Request, servers?: readonly string[]) =>
    matchOperation(contract, method, url, servers);
  return {
    checkExchange({ request, response }, servers, onBody) {
      const found = match(request, servers);
      if (found === undefined) return [unmatched(request)];
      const refused = response.status >= 400 && response.status < 500;
      const asked = checkRequest(found, request, onBody);
      return [
        ...(refused ? asked.map((finding) => ({ ...finding, level: "info" as const })) : asked),
        ...checkResponse(found, request, response, onBody),
      ];
    },
    checkRequest(request, servers) {
      const found = match(request, servers);
      return found === undefined ? [unmatched(request)] : checkRequest(found, request);
    },
    checkResponse(request, response, servers) {
      const found = match(request, servers);
      return found === undefined ? [unmatched(request)] : checkResponse(found, request, response);
    },
    checkEcho(request, response, servers) {
      const found = match(request, servers);
      return found === undefined ? [] : checkEcho(found, request, response);
    },
    matchOperation: (method, url, servers) =>
      matchOperation(contract, method, url, servers)?.operation,
  };
}

function checkRequest(match: Match, request: Request, onBody?: OnBody): Finding[] {
  const { operation } = match;
  const side = new Side("request", operation.name);
  checkPath(side, operation.pathParameters, match.path);
  checkQuery(side, operation.query, match.query);
  if (!request.gaps?.headers) {
    checkHeaders(side, operation.headers, request.headers);
    const satisfied = operation.security.some((names) =>
      names.every((name) => headerOf(request.headers, name)),
    );
    if (operation.security.length > 0 && !satisfied) {
      side.add("security-missing", "/headers", { headers: operation.security });
    }
  }
  const { requestBody } = operation;
  checkBody(side, requestBody?.content ?? {}, request, requestBody?.required === true, onBody);
  return side.findings;
}

/** Statuses whose answers have no body, whatever is documented (RFC 9110, sections 15.2, 15.3.5 and 15.4.5). */
const isBodiless = (status: number) => status < 200 || status === 204 || status === 304;

function checkResponse(
  { operation }: Match,
  request: Request,
  response: Response,
  onBody?: OnBody,
): Finding[] {
  const side = new Side("response", operation.name, response.status);
  const documented = operation.responses[response.status];
  if (documented === undefined) {
    side.add("status-undocumented", "/status");
    return side.findings;
  }
  if (!response.gaps?.headers) checkHeaders(side, documented.headers, response.headers);
  // The answer to HEAD has the headers of a body, and none (RFC 9110, section 9.3.2).
  const content =
    request.method.toUpperCase() === "HEAD" || isBodiless(response.status)
      ? {}
      : documented.content;
  checkBody(side, content, response, true, onBody);
  return side.findings;
}

function unmatched({ method, url }: Request): Finding {
  const side = new Side("request", "");
  // The path only: a query may hold what is not ours to show.
  side.add("operation-undocumented", "/url", {
    method,
    path: url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, ""),
  });
  return side.findings[0] as Finding; // just added
}
