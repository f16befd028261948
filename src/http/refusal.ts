/** The fields of an `ApiError` that its body gives. */
export interface Refusal {
  /** The status that the body speaks of: 401 also where a server answers 400 to a bad key, as live ones do. */
  readonly kind: number;
  /** Status and the server's own words. */
  readonly reason: string;
  readonly tag: string | undefined;
  readonly requestId: string | undefined;
}

/** Reads an error body: whatever the server, or a proxy, made up. */
export function readRefusal({ status, headers }: Response, body: unknown): Refusal {
  const field = (name: string): string | undefined => {
    const value: unknown = Object(body)[name];
    return typeof value === "string" ? value : undefined;
  };
  const tag = field("tag");
  const reason = `${status} ${field("message") ?? field("error") ?? ""}`;
  const kind = /^400.*(api.key.*invalid|invalid.*api.key)/i.test(reason + tag) ? 401 : status;
  return { kind, reason, tag, requestId: headers.get("x-request-id") ?? field("requestId") };
}
