/** What an input gives: null leaves a member as it is. */
export const givenMembers = <T extends object>(members: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => member !== null)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
