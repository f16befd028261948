import type { Finding, Json } from "../../findings/finding.ts";
import type { SimulatedOperation } from "./contract.ts";

/** What of an error body is about this call, and not the example's. */
export interface Occasion {
  readonly path: string;
  readonly timestamp: string;
  readonly requestId: string;
  /** What is wrong, where the simulator knows it better than the example. */
  readonly reason?: string;
}

/** Which of several examples fits. */
export type Subject = "credentials" | "request";

/**
 * The contract's example of an error, with the place, time and reason of this call in it.
 * @param operation `undefined` where no operation fits: then the body has what every error has.
 */
export function refusalBody(
  operation: SimulatedOperation | undefined,
  status: number,
  subject: Subject,
  occasion: Occasion,
): Json {
  const examples = operation?.examples(status) ?? [];
  const aboutKey = (example: Json) => /\bkey\b/i.test(JSON.stringify(example));
  const fitting = examples.find((example) => aboutKey(example) === (subject === "credentials"));
  const example = (fitting ?? examples[0] ?? { error: `Status ${status}` }) as {
    [key: string]: Json;
  };
  const { reason, ...facts } = occasion;
  const known = Object.entries(facts).filter(([name]) => Object.hasOwn(example, name));
  const sentence = Object.hasOwn(example, "message") ? "message" : "error";
  return {
    ...example,
    ...Object.fromEntries(known),
    ...(reason !== undefined && { [sentence]: reason }),
  };
}

/** The status for a request that the contract refuses: credentials, what cannot be read, what can and is wrong. */
export function refusalStatus(findings: readonly Finding[]): { status: number; subject: Subject } {
  const has = (pattern: RegExp) => findings.some(({ id }) => pattern.test(id));
  if (has(/-security-/)) return { status: 401, subject: "credentials" };
  if (has(/-media-type-|-body-(malformed|missing)$/)) return { status: 400, subject: "request" };
  return { status: 422, subject: "request" };
}
