/**
 * JSON with its members in order, so that two texts that say the same are the same. Without recursion: the value is a
 * stranger's, and may be as deep as a body is long.
 */

/** What is still to be written: text as it is, or a value. */
type Pending = { readonly text: string } | { readonly value: unknown };

export function canonical(value: unknown): string {
  const written: string[] = [];
  const pending: Pending[] = [{ value }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if ('text' in next) written.push(next.text);
    else {
      const parts = partsOf(next.value);
      if (typeof parts === 'string') written.push(parts);
      else for (const part of parts.reverse()) pending.push(part);
    }
  }
  return written.join('');
}

/** A list or an object in parts, everything else as its text. */
function partsOf(value: unknown): Pending[] | string {
  if (Array.isArray(value))
    return enclosed(
      '[',
      value.map((item) => [{ value: item as unknown }]),
      ']',
    );
  if (typeof value === 'object' && value !== null) return enclosed('{', members(value), '}');
  return JSON.stringify(value ?? null);
}

/** Members that are undefined are not there. */
const members = (object: object): Pending[][] =>
  Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [{ text: `${JSON.stringify(name)}:` }, { value: value as unknown }]);

const enclosed = (begin: string, items: readonly Pending[][], end: string): Pending[] => [
  { text: begin },
  ...items.flatMap((item, index) => (index === 0 ? item : [{ text: ',' }, ...item])),
  { text: end },
];
