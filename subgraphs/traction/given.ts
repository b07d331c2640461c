/** The members that an input gives. */
export type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without those that are null or absent. */
export function given<T extends object>(members: T): Given<T> {
  const entries = Object.entries(members).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Given<T>;
}
