/** The two spellings of a name of several words. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const camel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The other spelling; the name itself where it is one word. */
export const twinOf = (name: string): string => (snake(name) === name ? camel(name) : snake(name));

export const hasTwin = (name: string): boolean => twinOf(name) !== name;
