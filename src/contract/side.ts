import type { Finding, Json } from "../findings/finding.ts";
import { levelOf } from "./rule-id.ts";

/** Collects the findings of one side of an exchange. */
export class Side {
  readonly direction: "request" | "response";
  readonly operation: string;
  readonly findings: Finding[] = [];
  readonly status: { readonly status?: number };

  /** @param status of the response; each of its findings says it. */
  constructor(direction: "request" | "response", operation: string, status?: number) {
    this.direction = direction;
    this.operation = operation;
    this.status = status === undefined ? {} : { status };
  }

  /** Adds a finding of the rule `direction-what`, at a place below the side. */
  add(what: string, place: string, args: Record<string, Json> = {}): void {
    const id = `${this.direction}-${what}`;
    this.findings.push({
      id,
      level: levelOf(id),
      operation: this.operation,
      location: `/${this.direction}${place}`,
      args: { ...args, ...this.status },
    });
  }
}
