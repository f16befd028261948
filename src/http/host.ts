/** `#host`: what Node, Bun and Deno tell. Browsers do not: `imports` of package.json gives them `host-browser.ts`. */
import type { FetchFailure } from "./fetch-failure.ts";

const diagnostics = /* @__PURE__ */ globalThis.process?.getBuiltinModule?.(
  "node:diagnostics_channel",
);

/** The diagnostics channel `exa-websets:<name>`, where somebody listens to it. */
export function channelOf(name: string): { publish(event: object): void } | undefined {
  const channel = diagnostics?.channel(`exa-websets:${name}`);
  return channel?.hasSubscribers ? channel : undefined;
}

/**
 * A body that this runtime's fetch sends once. Deno repeats by itself text and bytes that it sent on a connection which
 * was then closed without an answer (denoland/deno#35610), and a Blob it does not.
 */
export function sentOnce<Body extends string | ArrayBuffer>(body: Body): Body | Blob {
  return "Deno" in globalThis ? new Blob([body]) : body;
}

/** What a failure is known by. Texts are not among it: they may quote the URL, which holds what users write. */
interface Code {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: readonly Code[];
  readonly message?: unknown;
  readonly cause?: unknown;
}

const refused = { says: "connection refused: check baseUrl, and that the server runs" };
const unknownHost = { says: "host not found: check baseUrl and DNS" };
const unreachable = { says: "no connection: check the network, firewall and proxy" };
const certificate = {
  says: "the server's certificate is not trusted: check baseUrl and the clock, or add its CA (NODE_EXTRA_CA_CERTS)",
  final: true,
};
const proxy = { says: "the proxy refused: check its address and credentials", final: true };

/** Codes that arise only before a connection stands, so that nothing can have been sent. */
const unsent: Readonly<Record<string, Pick<FetchFailure, "says" | "final">>> = {
  ECONNREFUSED: refused,
  ConnectionRefused: refused, // Bun before 1.3
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  UND_ERR_CONNECT_TIMEOUT: unreachable,
  // What OpenSSL says of a certificate, before the first byte of the request.
  CERT_HAS_EXPIRED: certificate,
  CERT_NOT_YET_VALID: certificate,
  CERT_REJECTED: certificate,
  CERT_REVOKED: certificate,
  CERT_UNTRUSTED: certificate,
  CERT_SIGNATURE_FAILURE: certificate,
  CERT_CHAIN_TOO_LONG: certificate,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  UNABLE_TO_GET_ISSUER_CERT: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  INVALID_CA: certificate,
  INVALID_PURPOSE: certificate,
  HOSTNAME_MISMATCH: certificate,
  ERR_TLS_CERT_ALTNAME_INVALID: certificate,
  ERR_PROXY_TUNNEL: proxy, // Bun
  UND_ERR_PRX_TLS: proxy,
};

/** Codes that also end an open connection; a request was sent unless it was `connect` that failed. */
const network = new Set(["EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "ENETDOWN", "ETIMEDOUT"]);

/** Codes after which nobody knows what was carried out. */
const lost: Readonly<Record<string, string>> = {
  ECONNRESET: "the connection was lost before an answer came",
  EPIPE: "the connection was lost before an answer came",
  UND_ERR_SOCKET: "the connection was lost before an answer came",
  UND_ERR_HEADERS_TIMEOUT: "fetch itself stopped waiting for the answer",
  UND_ERR_HEADERS_OVERFLOW: "the answer's headers are too large: raise --max-http-header-size",
  HPE_HEADER_OVERFLOW: "the answer's headers are too large: raise --max-http-header-size",
  ERR_SSL_WRONG_VERSION_NUMBER: "no TLS is spoken at this address: check baseUrl",
  EPROTO: "no TLS is spoken at this address: check baseUrl",
};

/** How undici says that a proxy's answer to CONNECT was no. Its code is that of any aborted request; its text quotes a status alone. */
const tunnelRefused = /^Proxy response \(\d+\) !== 200 when HTTP Tunneling$/;

/**
 * Why a fetch failed, by the codes of Node with undici, Bun and Deno; `undefined` where they say nothing that is known.
 * @param url what was asked for, exactly.
 */
export function explain(failure: unknown, url: string): FetchFailure | undefined {
  // Node's fetch wraps what happened in one error or two; Bun and node-fetch throw it as it is.
  for (let error: Code = Object(failure), depth = 0; depth < 4; depth++) {
    const known = explainOne(error, url);
    if (known) return known;
    error = Object(error.cause);
  }
  return undefined;
}

function explainOne(error: Code, url: string): FetchFailure | undefined {
  const { code, message } = error;
  if (typeof code === "string") {
    const before = Object.hasOwn(unsent, code) && unsent[code];
    if (before) return { ...before, code, unsent: true };
    if (network.has(code)) return { ...unreachable, code, unsent: failedToConnect(error) };
    if (code === "UND_ERR_ABORTED" && tunnelRefused.test(`${message}`))
      return { ...proxy, code, unsent: true };
    const after = Object.hasOwn(lost, code) && lost[code];
    if (after) return { says: after, code };
  }
  // Deno has no codes. Its text begins with the whole URL, which is known here and therefore no user's words, and goes
  // on with the kind of hyper's error, `Connect` among them.
  const kind = `error sending request for url (${url}): client error (Connect)`;
  return `${message}`.startsWith(kind) ? { ...unreachable, unsent: true } : undefined;
}

/** Also where Node tried several addresses of a host: an AggregateError with an error for each. */
function failedToConnect({ syscall, errors }: Code): boolean {
  return syscall === "connect" || (!!errors?.length && errors.every(failedToConnect));
}
