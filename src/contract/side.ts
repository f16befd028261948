import type { Finding, Json, Level } from "../findings/finding.ts";
import { bodyRule, levelOf } from "./rule-id.ts";
import type { Violations } from "./violation.ts";

/** One side of an exchange has at most so many findings, and one that tells how many more there are. */
const mostFindings = 100;

/** Collects the findings of one side of an exchange. */
export class Side {
  readonly direction: "request" | "response";
  readonly operation: string;
  readonly #findings: Finding[] = [];
  /** Those that are only counted, and the worst of their levels. */
  readonly #more: { count: number; level: Level; isLeast: boolean } = {
    count: 0,
    level: "warning",
    isLeast: false,
  };
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
    const level = levelOf(id);
    if (this.#findings.length < mostFindings)
      this.#findings.push(this.#finding(id, level, place, args));
    else this.#count(1, level);
  }

  /** Adds what a check found of the value at a place. */
  addAll(violations: Violations): void {
    for (const { keyword, pointer, args } of violations.list) {
      const field = pointer ? clip(pointer) : "The body";
      this.add(bodyRule(keyword), `/body${pointer}`, { field, ...args });
    }
    const { count, list, errors, isFull } = violations;
    if (count > list.length)
      this.#count(count - list.length, errors > 0 ? "error" : "warning", isFull);
  }

  /** What was found: the first findings, then how many more there are. */
  get findings(): Finding[] {
    const { count, level, isLeast } = this.#more;
    if (count === 0) return this.#findings;
    const args = { count: isLeast ? `at least ${count}` : count };
    return [...this.#findings, this.#finding(`${this.direction}-findings-more`, level, "", args)];
  }

  #count(count: number, level: Level, isLeast = false): void {
    this.#more.count += count;
    this.#more.isLeast ||= isLeast;
    if (level === "error") this.#more.level = level;
  }

  #finding(id: string, level: Level, place: string, args: Record<string, Json>): Finding {
    return {
      id,
      level,
      operation: this.operation,
      location: `/${this.direction}${place}`,
      args: { ...args, ...this.status },
    };
  }
}

/** A name as a sentence can carry it: it may be as long as the body. */
export const clip = (name: string): string =>
  name.length > 200 ? `${name.slice(0, 120)}…${name.slice(-60)}` : name;
