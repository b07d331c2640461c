const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** Pages that lost the same gateway in the same moment do not come back in the same moment. */
const SHARE = 0.75 + Math.random() / 2;

/** How long to wait after so many failures in a row: twice as long each time, up to half a minute. */
export const pauseAfter = (failures) => Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * SHARE;

/** Resolves after the time, or as soon as something else is a reason to try: the event `wake`, or the signal. */
export function pause(milliseconds, awakener, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      awakener.removeEventListener('wake', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    awakener.addEventListener('wake', done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
