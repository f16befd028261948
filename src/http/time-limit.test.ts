import { expect, test } from "vitest";
import { AbortError, TimeoutError } from "../errors.ts";
import { sleep, withinLimit } from "./time-limit.ts";

/** A runtime whose timers fire when the test says so. */
function manual() {
  const timers = new Map<number, { callback: () => void; ms: number }>();
  const runtime = {
    setTimeout(callback: () => void, ms: number) {
      timers.set(timers.size + 1, { callback, ms });
      return timers.size;
    },
    clearTimeout: (id: number) => void timers.delete(id),
  };
  return { runtime, timers };
}

/** Work that ends when the test says so, and the signal that it was given. */
function work() {
  let given: AbortSignal | undefined;
  let fail: (error: unknown) => void = () => {};
  const start = (signal: AbortSignal) => {
    given = signal;
    return new Promise<never>((_, reject) => (fail = reject));
  };
  return { start, fail: (error: unknown) => fail(error), aborted: () => given?.aborted };
}

test("gives what work gives, and leaves no timer", async () => {
  const { runtime, timers } = manual();
  expect(await withinLimit({ runtime, ms: 10 }, async () => 7)).toBe(7);
  expect(timers.size).toBe(0);
});

test("throws when the time is up, and tells work", async () => {
  const { runtime, timers } = manual();
  const { start, aborted } = work();
  const outcome = withinLimit({ runtime, ms: 10 }, start);
  timers.get(1)?.callback();
  await expect(outcome).rejects.toBeInstanceOf(TimeoutError);
  expect([timers.size, aborted()]).toEqual([0, true]);
});

test("aborts nothing that ended by itself", async () => {
  const { runtime, timers } = manual();
  const { start, fail, aborted } = work();
  const { signal, abort } = abortable();
  const outcome = withinLimit({ runtime, ms: 10, signal }, start);
  fail(new Error("by itself"));
  await expect(outcome).rejects.toThrow("by itself");
  abort();
  expect([timers.size, aborted()]).toEqual([0, false]);
});

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort("enough") };
}

test("throws with the signal's reason when the caller gives up, and does not begin where it had", async () => {
  const { runtime, timers } = manual();
  const { signal, abort } = abortable();
  const { start, aborted } = work();
  const outcome = withinLimit({ runtime, ms: 10, signal }, start);
  abort();
  await expect(outcome).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  const never = () => Promise.reject(new Error("began"));
  await expect(withinLimit({ runtime, ms: 10, signal }, never)).rejects.toBeInstanceOf(AbortError);
  await expect(sleep({ runtime, ms: 10, signal })).rejects.toBeInstanceOf(AbortError);
  expect([timers.size, aborted()]).toEqual([0, true]);
});

test("sleeps, and wakes when the caller gives up", async () => {
  const { runtime, timers } = manual();
  const { signal, abort } = abortable();
  const slept = sleep({ runtime, ms: 10, signal });
  expect(timers.get(1)?.ms).toBe(10);
  timers.get(1)?.callback();
  await slept;
  timers.clear();
  const woken = sleep({ runtime, ms: 10, signal });
  abort();
  await expect(woken).rejects.toMatchObject({ cause: "enough" });
  expect(timers.size).toBe(0);
});

test("asks for no timer longer than timers can be", async () => {
  const { runtime, timers } = manual();
  await withinLimit({ runtime, ms: Number.POSITIVE_INFINITY }, async () => {
    expect(timers.get(1)?.ms).toBeLessThan(2 ** 31);
  });
});

test("keeps one listener on a signal, however many wait for it, and none afterwards", async () => {
  const { runtime } = manual();
  const { signal } = new AbortController();
  const listeners = new Set<unknown>();
  let most = 0;
  signal.addEventListener = (_: string, listener: unknown) => {
    listeners.add(listener);
    most = Math.max(most, listeners.size);
  };
  signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
  const works = Array.from({ length: 20 }, work);
  const outcomes = works.map(({ start }) => withinLimit({ runtime, ms: 10, signal }, start));
  for (const { fail } of works) fail(new Error("done"));
  await Promise.allSettled(outcomes);
  await withinLimit({ runtime, ms: 10, signal }, async () => {});
  expect([most, listeners.size]).toEqual([1, 0]);
});
