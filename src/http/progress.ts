import type { Delivery } from "../errors.ts";

/** How far a call came. Changed only while its attempt has time left, so that what comes too late changes nothing. */
export class Progress {
  /** Requests handed to `fetch`. */
  attempts = 0;
  /** Of the whole call: what was unknown once stays so. */
  delivery: Delivery = "not-sent";
  /** Whether another attempt may end in another way. */
  mayRetry = false;
  #before: Delivery = "not-sent";

  /** From here on nobody knows what becomes of the request, until `settle` tells. */
  handOver(): void {
    this.attempts++;
    this.#before = this.delivery;
    this.delivery = "unknown";
    this.mayRetry = true;
  }

  /** What became of the last request. */
  settle(delivery: Delivery): void {
    if (this.#before !== "unknown")
      this.delivery = delivery === "not-sent" ? this.#before : delivery;
  }
}
