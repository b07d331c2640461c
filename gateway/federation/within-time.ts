import { Stop } from './stop';
import type { StopSignal } from './stop';

/**
 * Does the work, or throws what `late` makes when it takes too long, or has no time at all; the work is told to stop by its signal, also when
 * the caller wishes so before.
 */
export function withinTime<T>(
  milliseconds: number,
  late: () => Error,
  work: (signal: StopSignal) => Promise<T>,
  wish?: StopSignal,
): Promise<T> {
  if (milliseconds <= 0) return Promise.reject(late());
  const stop = Stop.with(wish);
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      const fault = late();
      reject(fault); // whether or not the work hears of it
      stop.abort(fault);
    }, milliseconds);
    const inTime =
      <A>(settle: (outcome: A) => void) =>
      (outcome: A): void => {
        clearTimeout(timer);
        settle(outcome);
      };
    work(stop).then(inTime(resolve), inTime(reject));
  });
}
