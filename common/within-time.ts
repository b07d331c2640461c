import { DomainError } from './errors';

/** Does the work, or throws REQUEST_TIMEOUT when it takes too long; the work is told to stop by its signal. */
export function withinTime<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  return new Promise<T>((resolve, reject) => {
    // A plain timer: those of AbortSignal.timeout() cannot be taken back when the answer is there.
    const timer = setTimeout(() => {
      const late = new DomainError('REQUEST_TIMEOUT');
      reject(late); // whether or not the work hears of it
      stop.abort(late);
    }, milliseconds);
    work(stop.signal)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}
