import type { Exchange } from "../../src/findings/exchange.ts";
import { serverPaths } from "./contract.ts";
import { replayAnswer, replayHeader } from "./replay-server.ts";

/** What Prism, as a validating proxy, makes of an exchange. */
export interface Verdict {
  readonly accepted: boolean;
  /** Each violation as `location: message`, or what else Prism says of an exchange that it refuses. */
  readonly reasons: readonly string[];
}

/** Where Prism's proxy listens, and the replay server behind it. */
export interface ReplayUrls {
  readonly proxyUrl: string;
  readonly replayUrl: string;
}

/** Sends an exchange through Prism's proxy, with the replay server giving the recorded answer behind it. */
export async function replayThrough(
  { proxyUrl, replayUrl }: ReplayUrls,
  { request, response }: Exchange,
): Promise<Verdict> {
  const name = await replayAnswer(replayUrl, {
    ...response,
    headers: endToEnd(response.headers),
  });
  const answer = await fetch(proxyUrl + pathOf(request.url), {
    method: request.method,
    headers: { ...endToEnd(request.headers), [replayHeader]: name },
    body: request.body ?? null,
    redirect: "manual",
  });
  const body = await answer.text();
  if (answer.status === response.status && !isPrismProblem(body))
    return { accepted: true, reasons: [] };
  if (body === "") return { accepted: false, reasons: [`Prism answers ${answer.status}`] };
  // Prism's problem details (RFC 9457). It reports a body that is no JSON as an error of its own, without details.
  const { title, detail, validation } = JSON.parse(body) as Problem;
  const violations = validation?.map(
    ({ location, message }) => `${(location ?? []).join(".")}: ${message}`,
  );
  return { accepted: false, reasons: violations ?? [detail || title] };
}

interface Problem {
  readonly title: string;
  readonly detail?: string;
  readonly validation?: readonly PrismViolation[];
}

interface PrismViolation {
  /** Absent where the whole body is missing. */
  readonly location?: readonly string[];
  readonly message: string;
}

/** Prism's own problems name their kind; an API's do not name Prism. */
function isPrismProblem(body: string): boolean {
  return body.includes('"type":"https://stoplight.io/prism/errors#');
}

/** Prism's routes leave out the server's base path. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url, "http://recorded");
  const base = serverPaths.find((path) => pathname.startsWith(`${path}/`)) ?? "";
  return pathname.slice(base.length) + search;
}

/** Without what belongs to the connection and its framing (RFC 9110, section 7.6.1), which is not the same here. */
function endToEnd(headers: Readonly<Record<string, string>>): Record<string, string> {
  const framing =
    /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|host|date)$/i;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !framing.test(name)));
}
