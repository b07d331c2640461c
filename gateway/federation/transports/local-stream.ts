/**
 * The values of a source until the signal aborts. A source that waits for its next value cannot be interrupted:
 * it is told to return, and whoever reads is not kept waiting.
 */
export function until<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncIterableIterator<T, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const end = { done: true, value: undefined } as const;
  let release: (() => void) | undefined;
  const stop = (): void => {
    // What the source says to that concerns nobody any more.
    Promise.resolve(iterator.return?.()).catch(() => undefined);
    release?.();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  const values: AsyncIterableIterator<T, undefined> = {
    next: () =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return resolve(end);
        release = () => resolve(end);
        iterator.next().then((next) => resolve(next.done ? end : next), reject);
      }),
    return: async () => {
      signal.removeEventListener('abort', stop);
      stop();
      return end;
    },
    [Symbol.asyncIterator]: () => values,
  };
  return values;
}
