import { type Side, SpecError } from "./document.ts";

/** What one comparison may cost. */
export interface BudgetOptions {
  /** Units of work, each less than a microsecond or so; default 50 million. */
  readonly steps?: number;
  /** Milliseconds of wall time; default 8 seconds. Nothing is measured without `now`. */
  readonly milliseconds?: number;
  /** A clock in milliseconds, such as `performance.now`. */
  readonly now?: () => number;
}

/** The comparison costs more than it may: it ends here, whatever is left. */
class TooMuchWork extends SpecError {
  constructor(limit: string, side: Side = "revision") {
    super(
      `comparing takes more than ${limit}; compare smaller parts of the descriptions`,
      "",
      side,
    );
  }
}

/** One budget for all the work of a comparison. */
export class Budget {
  readonly #steps: number;
  readonly #milliseconds: number;
  readonly #now: () => number;
  readonly #start: number;
  #spent = 0;
  #nextLook = 0;

  constructor({ steps = 50_000_000, milliseconds = 8_000, now = () => 0 }: BudgetOptions = {}) {
    this.#steps = steps;
    this.#milliseconds = milliseconds;
    this.#now = now;
    this.#start = now();
  }

  /** @throws TooMuchWork where nothing is left */
  spend(steps = 1): void {
    this.#spent += steps;
    if (this.#spent < this.#nextLook) return;
    this.#nextLook = this.#spent + 2000;
    if (this.#spent > this.#steps) throw new TooMuchWork(`${this.#steps} steps`);
    if (this.#now() - this.#start > this.#milliseconds)
      throw new TooMuchWork(`${this.#milliseconds / 1000} s`);
  }
}

/** Whether an error says that a part of a description cannot be read, which leaves the other parts. */
export function isBroken(error: unknown): error is SpecError {
  return error instanceof SpecError && !(error instanceof TooMuchWork);
}
