/** Who waits for a signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once the signal fires. However many calls share a signal, such as that of a shutdown, it gets one listener:
 * from eleven on Node warns of a leak.
 * @returns what takes the callback back, and with the last one the listener.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = waiting.get(signal) ?? new Set();
  waiting.set(signal, callbacks.add(callback));
  signal.addEventListener("abort", tellAll); // the same function: it counts once
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", tellAll);
  };
}

function tellAll({ target }: Event): void {
  for (const callback of [...(waiting.get(target as AbortSignal) ?? [])]) callback();
}
