/** Does a piece of work when it is its turn. */
export type TakeTurn = <T>(work: () => T) => Promise<T>;

/**
 * Work that occupies the process for milliseconds is done one piece in each turn of the event loop: however much of it
 * waits, whatever else has arrived goes in between.
 */
export function createTurns(): TakeTurn {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
  return async (work) => {
    await turn();
    return work();
  };
}
