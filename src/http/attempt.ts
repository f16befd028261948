import type { Delivery } from "../errors.ts";

/** How far one attempt came. Each has its own, so that what comes too late for one does not touch the next. */
export class Attempt {
  /** From 1. */
  readonly number: number;
  readonly #earlier: Delivery;
  #delivery: Delivery = "not-sent";
  /** Whether the request was handed to `fetch`. */
  sent = false;
  /** Another attempt would fail in the same way. */
  final = false;

  constructor(number: number, earlier: Delivery) {
    this.number = number;
    this.#earlier = earlier;
  }

  /** Of the whole call so far: what was unknown once stays so. */
  get delivery(): Delivery {
    if (this.#earlier === "unknown" || this.#delivery === "not-sent") return this.#earlier;
    return this.#delivery;
  }

  /** Requests handed to `fetch` so far. */
  get count(): number {
    return this.sent ? this.number : this.number - 1;
  }

  /** From here on nobody knows what becomes of the request, until the answer tells. */
  handOver(): void {
    this.sent = true;
    this.#delivery = "unknown";
  }

  settle(delivery: Delivery): void {
    this.#delivery = delivery;
  }
}
