import { type Entry, settle } from "./lifecycle.ts";

/** The Websets of a simulated account, by id and by externalId, in the order of their creation. */
export class Store {
  readonly #entries: Entry[] = [];

  /** All of them, as they are at this time. */
  all(now: number): readonly Entry[] {
    for (const entry of this.#entries) settle(entry, now);
    return this.#entries;
  }

  /** The Webset with this id or externalId. An id wins over another Webset's externalId. */
  find(idOrExternalId: string, now: number): Entry | undefined {
    const entries = this.all(now);
    return (
      entries.find(({ webset }) => webset.id === idOrExternalId) ??
      entries.find(({ webset }) => webset.externalId === idOrExternalId)
    );
  }

  /** Whether another Webset answers to this name already. */
  isTaken(name: string): boolean {
    return this.#entries.some(({ webset }) => webset.externalId === name || webset.id === name);
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  remove(entry: Entry): void {
    this.#entries.splice(this.#entries.indexOf(entry), 1);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
