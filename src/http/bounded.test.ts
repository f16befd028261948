import { expect, test } from "vitest";
import { bounded } from "./bounded.ts";
import type { Runtime } from "./runtime.ts";

/** A runtime whose timers fire when the test says so. */
function manual() {
  const timers = new Map<number, { callback: () => void; ms: number }>();
  const runtime = {
    setTimeout(callback: () => void, ms: number) {
      timers.set(timers.size + 1, { callback, ms });
      return timers.size;
    },
    clearTimeout: (id: number) => void timers.delete(id),
  } as Pick<Runtime, "setTimeout" | "clearTimeout"> as Runtime; // it uses no more
  return { runtime, timers };
}

test("gives what work gives, and leaves no timer", async () => {
  const { runtime, timers } = manual();
  let given: AbortSignal | undefined;
  const work = async (signal: AbortSignal) => {
    given = signal;
    return 7;
  };
  expect(await bounded(runtime, 10, undefined, work)).toBe(7);
  expect([timers.size, given?.aborted]).toEqual([0, false]);
});

test("gives undefined when the time is up, and tells work", async () => {
  const { runtime, timers } = manual();
  let given: AbortSignal | undefined;
  const outcome = bounded(runtime, 10, undefined, (signal) => {
    given = signal;
    return new Promise(() => {});
  });
  timers.get(1)?.callback();
  expect(await outcome).toBeUndefined();
  expect([timers.size, given?.aborted]).toEqual([0, true]);
});

test("frees what failing work left open", async () => {
  const { runtime, timers } = manual();
  let given: AbortSignal | undefined;
  const work = (signal: AbortSignal) => {
    given = signal;
    return Promise.reject(new Error("no"));
  };
  await expect(bounded(runtime, 10, undefined, work)).rejects.toThrow("no");
  expect([timers.size, given?.aborted]).toEqual([0, true]);
});

test("leaves no listener on the caller's signal", async () => {
  const { runtime } = manual();
  const { signal } = new AbortController();
  const listeners = new Map<unknown, string>();
  signal.addEventListener = (type: string, listener: unknown) => void listeners.set(listener, type);
  signal.removeEventListener = (type: string, listener: unknown) => {
    if (listeners.get(listener) === type) listeners.delete(listener);
  };
  await bounded(runtime, 10, signal, async () => expect(listeners.size).toBe(1));
  expect(listeners.size).toBe(0);
});

test("does not begin where the signal fired before", async () => {
  const { runtime, timers } = manual();
  const work = () => Promise.reject(new Error("began"));
  expect(await bounded(runtime, 10, AbortSignal.abort(), work)).toBeUndefined();
  expect(timers.size).toBe(0);
});

test("asks for no timer longer than timers can be", async () => {
  const { runtime, timers } = manual();
  await bounded(runtime, Number.POSITIVE_INFINITY, undefined, async () => {
    expect(timers.get(1)?.ms).toBeLessThan(2 ** 31);
  });
});
