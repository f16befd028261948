import type { TransportFault, TransportFaultOptions } from "../fault-responses.ts";

/** A status of the API's own, or what the way to it does. */
export type SimulatedFault = number | TransportFault;

/** Which calls fail, and how. What is left out limits nothing. */
export interface FailOptions extends TransportFaultOptions {
  /** These calls, counted from 1 since the start or the last `reset`. */
  readonly on?: number | readonly number[];
  /** This share of the calls, 0 to 1; which they are, the seed says. */
  readonly share?: number;
  /** Calls about the Webset of this id or externalId. */
  readonly id?: string;
  /** So many calls, then no more. */
  readonly times?: number;
  /** For a status: the header `Retry-After`, in seconds or as a date. */
  readonly retryAfter?: number | string;
  /** The call is carried out before it fails: its caller cannot know. */
  readonly carriedOut?: boolean;
}

/** A call, as far as a fault is chosen by it. */
export interface FaultyCall {
  /** Counted from 1. */
  readonly number: number;
  readonly id: string | undefined;
}

/** A fault that a call meets. */
export interface PlannedFault {
  readonly fault: SimulatedFault;
  readonly options: FailOptions;
}

/** The faults that were asked for, in that order; the first that fits a call is met. */
export class FaultPlan {
  readonly #rows: { readonly planned: PlannedFault; left: number }[] = [];

  add(fault: SimulatedFault, options: FailOptions): void {
    const { times = Number.POSITIVE_INFINITY } = options;
    this.#rows.push({ planned: { fault, options }, left: times });
  }

  clear(): void {
    this.#rows.length = 0;
  }

  /** @param random numbers in [0, 1). */
  take(call: FaultyCall, random: () => number): PlannedFault | undefined {
    const row = this.#rows.find(
      ({ planned, left }) => left > 0 && fits(planned.options, call, random),
    );
    if (row) row.left -= 1;
    return row?.planned;
  }
}

function fits({ on, share, id }: FailOptions, call: FaultyCall, random: () => number): boolean {
  if (on !== undefined && ![on].flat().includes(call.number)) return false;
  if (id !== undefined && id !== call.id) return false;
  return share === undefined || random() < share;
}
