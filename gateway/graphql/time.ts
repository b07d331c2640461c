import { DomainError } from '../../common/errors';
import { Stop, type StopSignal } from '../federation';

/** Does the work, or throws REQUEST_TIMEOUT when it takes too long; the work is told to stop by its signal. */
export function withinTime<T>(milliseconds: number, work: (signal: StopSignal) => Promise<T>): Promise<T> {
  const stop = new Stop();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      const late = new DomainError('REQUEST_TIMEOUT');
      reject(late); // whether or not the work hears of it
      stop.abort(late);
    }, milliseconds);
    work(stop)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}
