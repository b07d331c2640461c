/**
 * The values of a source, until whoever reads has left (that is the end) or the source is stopped (that is a fault:
 * the reason). A source that waits for its next value cannot be interrupted: it is told to return, and whoever reads
 * is not kept waiting.
 */
export function until<T>(
  source: AsyncIterable<T>,
  left: AbortSignal | undefined,
  stopped: AbortSignal | undefined,
): AsyncIterableIterator<T, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const signals = [left, stopped].filter((signal) => signal !== undefined);
  const end = { done: true, value: undefined } as const;
  let isOver = false;
  let release: (() => void) | undefined;
  const stop = (): void => {
    if (isOver) return;
    isOver = true;
    for (const signal of signals) signal.removeEventListener('abort', stop);
    // What the source says to that concerns nobody any more.
    Promise.resolve(iterator.return?.()).catch(() => undefined);
    release?.();
  };
  for (const signal of signals) signal.addEventListener('abort', stop, { once: true });
  if (signals.some(({ aborted }) => aborted)) stop();
  const values: AsyncIterableIterator<T, undefined> = {
    next: () =>
      new Promise((resolve, reject) => {
        release = () => {
          if (stopped?.aborted && !left?.aborted) reject(stopped.reason as Error);
          else resolve(end);
        };
        if (isOver) return release();
        iterator.next().then((next) => resolve(next.done ? end : next), reject);
      }),
    return: async () => {
      stop();
      return end;
    },
    [Symbol.asyncIterator]: () => values,
  };
  return values;
}
