/** Calls back after so many milliseconds, unless what it returns is called before. Tests set the time by it. */
export type SetAlarm = (milliseconds: number, ring: () => void) => () => void;

/** An alarm by the clock. It keeps no process alive. */
export const setAlarm: SetAlarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds).unref();
  return () => clearTimeout(timer);
};
