/**
 * What JSON.parse lets pass in a text and nobody should: an object that names a member twice, of which readers take
 * different ones, and nesting so deep that walking the value ends in an overflow of the stack.
 */

/** The least that no request of the documents comes near. */
const MAX_DEPTH = 64;

export type JsonFlaw =
  | { readonly kind: 'twice'; /** The path of the member. */ readonly path: string }
  | { readonly kind: 'deep' };

/** An object or a list that is being read. */
interface Level {
  /** The names so far; undefined in a list. */
  readonly names: Set<string> | undefined;
  /** The member or the item that is being read. */
  at: string | number;
  /** Whether the next text is a name. */
  isNameNext: boolean;
}

/** The first flaw of a text that is valid JSON; takes one pass. */
export function flawOf(text: string): JsonFlaw | undefined {
  const levels: Level[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const level = levels.at(-1);
    const sign = text[index];
    if (sign === '"') {
      const end = endOfText(text, index);
      if (level?.names && level.isNameNext && isTaken(level, level.names, text.slice(index, end + 1))) {
        return { kind: 'twice', path: levels.map(({ at }) => at).join('.') };
      }
      index = end;
    } else if (sign === '{' || sign === '[') {
      if (levels.length === MAX_DEPTH) return { kind: 'deep' };
      levels.push(sign === '{' ? { names: new Set(), at: '', isNameNext: true } : newList());
    } else if (sign === '}' || sign === ']') {
      levels.pop();
    } else if (sign === ',' && level) {
      proceed(level);
    }
  }
  return undefined;
}

const newList = (): Level => ({ names: undefined, at: 0, isNameNext: false });

/** Where a text ends that begins at the index: at the next quotation mark that is not escaped. */
function endOfText(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

/** Goes on to the member of that name; true when the object had it already. */
function isTaken(level: Level, names: Set<string>, quoted: string): boolean {
  // One name can be escaped in many ways.
  const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  level.at = name;
  level.isNameNext = false;
  const known = names.size;
  return names.add(name).size === known;
}

function proceed(level: Level): void {
  if (typeof level.at === 'number') level.at += 1;
  else level.isNameNext = true;
}
