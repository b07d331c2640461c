import { badValue, location, notSupported } from '../errors';
import { regexParts } from './order';
import { RANK, rankOf } from './types';

/** Turns a pattern in MongoDB's (PCRE) options into a JavaScript one. Throws where that would change its meaning. */
export function compileRegex(pattern: string, options: string): RegExp {
  let source = pattern;
  let flags = options;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline !== null) {
    source = source.slice(inline[0].length);
    flags += inline[1] as string;
  }
  for (const flag of flags) {
    if (!'imsxu'.includes(flag)) throw location(51108, `invalid flag in regex options: ${flag}`);
  }
  if (flags.includes('x')) source = withoutComments(source);
  source = translated(source, flags);
  const jsFlags = ['i', 'm', 's'].filter((flag) => flags.includes(flag)).join('');
  try {
    return new RegExp(source, `${jsFlags}u`);
  } catch {
    return lenient(source, jsFlags);
  }
}

/** What PCRE writes in another way than JavaScript, or means something else by. */
const FOREIGN = /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:[#>P]|[a-z]+[):])|[$.]/g;

const END = '(?![\\s\\S])';

/** The escapes that PCRE has and JavaScript has not; `undefined` for those that cannot be written otherwise. */
const ESCAPES = new Map<string, string | undefined>([
  ['\\A', '(?<![\\s\\S])'],
  ['\\z', END],
  ['\\Z', `(?=\\n?${END})`],
  ['\\h', '[ \\t]'],
  ['\\a', '\\x07'],
  ['\\e', '\\x1b'],
  ...['C', 'G', 'H', 'K', 'N', 'R', 'X', 'g'].map((name) => [`\\${name}`, undefined] as const),
]);

/** The pattern with JavaScript's words for PCRE's: where `$` and `.` stop, and the escapes. Throws for what has none. */
function translated(source: string, flags: string): string {
  return source.replace(FOREIGN, (token) => {
    if (token.startsWith('\\Q'))
      return token
        .slice(2)
        .replace(/\\E$/, '')
        .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    if (token === '$') return flags.includes('m') ? `(?=\\n|${END})` : `(?=\\n?${END})`;
    if (token === '.') return flags.includes('s') ? '.' : '[^\\n]';
    if (token.startsWith('(?') || token.includes('[:'))
      throw notSupported(`${token} in a regular expression`);
    if (!ESCAPES.has(token)) return token;
    const known = ESCAPES.get(token);
    if (known === undefined) throw notSupported(`${token} in a regular expression`);
    return known;
  });
}

/** PCRE accepts needless escapes that JavaScript refuses in Unicode mode; without that mode it accepts them too. */
function lenient(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw location(51091, `Regular expression is invalid: ${(error as Error).message}`);
  }
}

/** What option `x` ignores: unescaped white space, and comments up to the end of the line. */
function withoutComments(source: string): string {
  return source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]|\s+|#[^\n]*/g, (token) =>
    /^[\s#]/.test(token) ? '' : token,
  );
}

/** A regular expression operand, with separate `$options` where given. */
export function regexOperand(operand: unknown, options?: unknown): RegExp {
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  if (typeof operand === 'string') return compileRegex(operand, options ?? '');
  if (rankOf(operand) !== RANK.regex) throw badValue('$regex has to be a string');
  const parts = regexParts(operand);
  if (options !== undefined && parts.options !== '')
    throw badValue('options set in both $regex and $options');
  return compileRegex(parts.pattern, options ?? parts.options);
}

/** The literal text that every match of the pattern starts with, or '' where there is none to rely on. */
export function literalPrefix(regex: RegExp): string {
  if (regex.flags.includes('i') || regex.flags.includes('m') || regex.source.includes('|')) return '';
  const match = /^\^([\p{L}\p{N} _\-:@]+)/u.exec(regex.source);
  if (match === null) return '';
  const text = match[1] as string;
  // A quantifier makes the character before it optional.
  return /^[*?{]/.test(regex.source.slice(match[0].length)) ? text.slice(0, -1) : text;
}
