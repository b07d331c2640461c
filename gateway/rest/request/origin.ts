/** Where a value comes from: text of a path, query or header, or a value of a JSON body. */
export type Origin = 'text' | 'json';

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The number that was sent; undefined for what is none. Text in a JSON body is no number, whatever it says. */
export function numberFrom(origin: Origin, raw: unknown): number | undefined {
  const value = origin === 'text' ? (NUMBER.test(String(raw)) ? Number(raw) : undefined) : raw;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
