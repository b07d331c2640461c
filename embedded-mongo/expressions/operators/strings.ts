import { type MongoError, location } from '../../errors';
import { doubleOf } from '../../values/arithmetic';
import { compareStrings } from '../../values/order';
import { typeName } from '../../values/type-names';
import { isNumeric } from '../../values/types';
import { isNullish, over, overNamed } from '../operator';
import type { Operators } from '../operator';
import { textOfValue } from '../text';
import { int32 } from './arrays';
import { show } from '../../values/show';

/** The text of what operators take for a string: also numbers and dates; null is empty. */
function coerced(value: unknown): string {
  const text = isNullish(value) ? '' : textOfValue(value);
  if (text === undefined || typeof value === 'boolean')
    throw location(16007, `can't convert from BSON type ${typeName(value)} to String`);
  return text;
}

function required(value: unknown, code: number, message: string): string {
  if (typeof value === 'string') return value;
  throw location(code, `${message}, found: ${typeName(value)}`);
}

/** Letters outside of ASCII stay as they are. */
function changeCase(name: string, change: (text: string) => string): Operators {
  return { [name]: over(name, 1, 1, ([value]) => coerced(value).replace(/[a-z]/gi, change)) };
}

function concat(args: unknown[]): unknown {
  let text = '';
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (typeof arg !== 'string') throw location(16702, `$concat only supports strings, not ${typeName(arg)}`);
    text += arg;
  }
  return text;
}

/** Whether a byte continues a character of UTF-8. */
function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function substringOfBytes(name: string): Operators[string] {
  return over(name, 3, 3, ([value, from, length]) => {
    const bytes = Buffer.from(coerced(value));
    if (!isNumeric(from))
      throw location(
        16034,
        `${name}:  starting index must be a numeric type (is BSON type ${typeName(from)})`,
      );
    if (!isNumeric(length))
      throw location(16035, `${name}:  length must be a numeric type (is BSON type ${typeName(length)})`);
    const start = Math.trunc(doubleOf(from));
    if (start < 0) throw location(50752, `${name}:  starting index must be non-negative (got: ${start})`);
    const count = Math.trunc(doubleOf(length));
    const end = count < 0 ? bytes.length : Math.min(bytes.length, start + count);
    if (start >= bytes.length) return '';
    if (continues(bytes[start]))
      throw location(28656, `${name}:  Invalid range, starting index is a UTF-8 continuation byte.`);
    if (continues(bytes[end]))
      throw location(28657, `${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`);
    return bytes.toString('utf8', start, end);
  });
}

function substringOfCharacters([value, from, length]: unknown[]): string {
  const number = (given: unknown, role: string, code: number): number => {
    const found = int32(
      given,
      () => location(code, `$substrCP: ${role} must be a numeric type (is BSON type ${typeName(given)})`),
      () =>
        location(
          code + 1,
          `$substrCP: ${role} cannot be represented as a 32-bit integral value: ${String(given)}`,
        ),
    );
    if (found < 0)
      throw location(role === 'length' ? 34454 : 34455, `$substrCP: ${role} must be non-negative`);
    return found;
  };
  const start = number(from, 'starting index', 34450);
  const count = number(length, 'length', 34452);
  return Array.from(coerced(value))
    .slice(start, start + count)
    .join('');
}

function split([value, separator]: unknown[]): unknown {
  if (isNullish(value) || isNullish(separator)) return null;
  const text = required(
    value,
    40085,
    '$split requires an expression that evaluates to a string as a first argument',
  );
  const by = required(
    separator,
    40086,
    '$split requires an expression that evaluates to a string as a second argument',
  );
  if (by === '') throw location(40087, '$split requires a non-empty separator');
  return text.split(by);
}

/** What `$trim` removes where it is not told. */
const WHITE_SPACE = new Set(
  '\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);

function trimming(name: string, atStart: boolean, atEnd: boolean): Operators {
  const codes = { notObject: 50696, unknown: 50694, missing: 50695 };
  return {
    [name]: overNamed(name, ['input'], ['chars'], codes, ({ input, chars }) => {
      if (isNullish(input) || chars === null) return null;
      if (typeof input !== 'string')
        throw location(
          50699,
          `${name} requires its input to be a string, got ${show(input)} (of type ${typeName(input)}) instead.`,
        );
      if (chars !== undefined && typeof chars !== 'string')
        throw location(
          50700,
          `${name} requires 'chars' to be a string, got ${show(chars)} (of type ${typeName(chars)}) instead.`,
        );
      const unwanted = chars === undefined ? WHITE_SPACE : new Set(chars);
      const characters = Array.from(input);
      const kept = (character: string): boolean => !unwanted.has(character);
      const start = atStart ? characters.findIndex(kept) : 0;
      const end = atEnd ? characters.findLastIndex(kept) + 1 : characters.length;
      return start < 0 ? '' : characters.slice(start, end).join('');
    }),
  };
}

function replacing(name: string, change: (input: string, find: string, by: string) => string): Operators {
  const codes = { notObject: 51751, unknown: 51750, missing: 51749 };
  return {
    [name]: overNamed(name, ['input', 'find', 'replacement'], [], codes, ({ input, find, replacement }) => {
      const check = (role: string, value: unknown, code: number): void => {
        if (!isNullish(value) && typeof value !== 'string')
          throw location(code, `${name} requires that '${role}' be a string, found: ${show(value)}`);
      };
      check('input', input, 51746);
      check('find', find, 51745);
      check('replacement', replacement, 51744);
      if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
      return change(input as string, find as string, replacement as string);
    }),
  };
}

/** Both bounds of a search, which are optional. */
function searched(
  name: string,
  codes: readonly [number, number],
  find: (text: string, wanted: string, from: number, to: number | undefined) => number,
): Operators {
  const bound = (value: unknown): number => {
    const wrong = (): MongoError =>
      location(40096, `${name} requires an integral index, found a value of type: ${typeName(value)}`);
    const index = int32(value, wrong, wrong);
    if (index < 0) throw location(40097, `${name} requires a nonnegative index, found: ${index}`);
    return index;
  };
  return {
    [name]: over(name, 2, 4, ([value, wanted, from = 0, to]) => {
      if (isNullish(value)) return null;
      const text = required(value, codes[0], `${name} requires a string as the first argument`);
      const token = required(wanted, codes[1], `${name} requires a string as the second argument`);
      return find(text, token, bound(from), to === undefined ? undefined : bound(to));
    }),
  };
}

function indexInBytes(text: string, wanted: string, from: number, to: number | undefined): number {
  const bytes = Buffer.from(text);
  const end = Math.min(to ?? bytes.length, bytes.length);
  return from > end ? -1 : indexWithin(bytes.subarray(0, end).indexOf(wanted, from), from, end);
}

function indexWithin(found: number, from: number, end: number): number {
  return found < from || found > end ? -1 : found;
}

function indexInCharacters(text: string, wanted: string, from: number, to: number | undefined): number {
  const characters = Array.from(text);
  const token = Array.from(wanted);
  const end = Math.min(to ?? characters.length, characters.length) - token.length;
  for (let at = from; at <= end; at += 1) {
    if (token.every((character, offset) => characters[at + offset] === character)) return at;
  }
  return -1;
}

/** Operators on strings. */
export const STRING_OPERATORS: Operators = {
  $concat: over('$concat', 0, Infinity, concat),
  ...changeCase('$toLower', (letter) => letter.toLowerCase()),
  ...changeCase('$toUpper', (letter) => letter.toUpperCase()),
  $strcasecmp: over('$strcasecmp', 2, 2, ([a, b]) =>
    Math.sign(compareStrings(coerced(a).toUpperCase(), coerced(b).toUpperCase())),
  ),
  $substr: substringOfBytes('$substr'),
  $substrBytes: substringOfBytes('$substrBytes'),
  $substrCP: over('$substrCP', 3, 3, substringOfCharacters),
  $strLenBytes: over('$strLenBytes', 1, 1, ([value]) =>
    Buffer.byteLength(required(value, 34473, '$strLenBytes requires a string argument')),
  ),
  $strLenCP: over(
    '$strLenCP',
    1,
    1,
    ([value]) => Array.from(required(value, 34471, '$strLenCP requires a string argument')).length,
  ),
  ...searched('$indexOfBytes', [40091, 40092], indexInBytes),
  ...searched('$indexOfCP', [40093, 40094], indexInCharacters),
  $split: over('$split', 2, 2, split),
  ...trimming('$trim', true, true),
  ...trimming('$ltrim', true, false),
  ...trimming('$rtrim', false, true),
  ...replacing('$replaceOne', (input, find, by) => input.replace(find, () => by)),
  ...replacing('$replaceAll', (input, find, by) => (find === '' ? input : input.replaceAll(find, () => by))),
};
