/**
 * A text on one line, at most `length` characters (code points) long; what is cut off shows as "…".
 */
function clip(text: string, length: number): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}

/**
 * A piece of the input in quotation marks, cut to `length` characters; quotation marks inside become single
 * ones.
 * Source: coaching.yaml, Builtin 2 ("texts name the words … they rest on").
 */
export function quote(text: string, length: number): string {
  return `"${clip(text, length).replace(/["“”]/gu, "'")}"`;
}

/**
 * A list as a reader would say it: "a", "a and b", "a, b and c"; beyond `most` entries "a, b and 4 more".
 */
export function enumerate(entries: readonly string[], most: number): string {
  const rest = entries.length - most;
  const shown = rest > 0 ? [...entries.slice(0, most), `${rest} more`] : entries;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
