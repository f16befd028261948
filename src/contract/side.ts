import type { Finding, Json, Level } from "../findings/finding.ts";
import { bodyRule, levelOf } from "./rule-id.ts";
import type { Violations } from "./violation.ts";

/** So many findings are listed; one more tells how many others there are. */
const mostFindings = 100;

/** Collects the findings of one side of an exchange. A small body can have millions: most are only counted. */
export class Side {
  readonly direction: "request" | "response";
  readonly operation: string;
  readonly status: { readonly status?: number };
  readonly #findings: Finding[] = [];
  /** Those that are only counted, and the worst of their levels. */
  #more = 0;
  #worst: Level = "warning";
  #isLeast = false;

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

  /** Adds what a check found in the body. */
  addBody({ list, count, errors, isFull }: Violations): void {
    for (const { keyword, pointer, args } of list)
      this.add(bodyRule(keyword), `/body${pointer}`, { field: pointer || "The body", ...args });
    if (count === list.length) return;
    this.#count(count - list.length, errors > 0 ? "error" : "warning");
    this.#isLeast ||= isFull;
  }

  /** What was found: the first findings, then how many more there are. */
  get findings(): Finding[] {
    if (this.#more === 0) return this.#findings;
    const count = this.#isLeast ? `at least ${this.#more}` : this.#more;
    const more = this.#finding(`${this.direction}-findings-more`, this.#worst, "", { count });
    return [...this.#findings, more];
  }

  #count(count: number, level: Level): void {
    this.#more += count;
    if (level === "error") this.#worst = level;
  }

  #finding(id: string, level: Level, place: string, args: Record<string, Json>): Finding {
    return {
      id,
      level,
      operation: this.operation,
      location: `/${this.direction}${place}`,
      args: { ...clipped(args), ...this.status },
    };
  }
}

/** Names and values as a sentence can carry them: one may be as long as the body. */
function clipped(args: Record<string, Json>): Record<string, Json> {
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === "string" && value.length > 200)
      args[name] = `${value.slice(0, 120)}…${value.slice(-60)}`;
  }
  return args;
}
