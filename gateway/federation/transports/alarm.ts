/** Calls back after so many milliseconds, unless what it returns is called before. Tests set the time by it. */
export type SetAlarm = (milliseconds: number, ring: () => void) => () => void;

/** The longest time that a timer can wait, which is 24 days: nothing here waits longer. */
const LONGEST = 2 ** 31 - 1;

/** An alarm by the clock. It keeps no process alive. */
export const setAlarm: SetAlarm = (milliseconds, ring) => {
  if (milliseconds > LONGEST) return () => undefined;
  const timer = setTimeout(ring, milliseconds).unref();
  return () => clearTimeout(timer);
};
