import { MongoError, location } from '../../errors';
import { startOfIsoYear } from './calendar';
import { clockTime, instantOf, zoneNamed } from './zone';
import type { Zone } from './zone';

const DAY_MS = 86_400_000;

function unparsable(text: string, reason: string): MongoError {
  return new MongoError('ConversionFailure', `Error parsing date string '${text}'; ${reason}`);
}

const ISO =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?|[A-Za-z]+\/[A-Za-z_/]+)?$/;

/** Reads a date in the form of ISO 8601. Throws ConversionFailure for others, and where it names a zone beside one given. */
export function parseDateText(text: string, zone: Zone | undefined): Date {
  const match = ISO.exec(text.trim());
  if (match === null) throw unparsable(text, 'not in the form of ISO 8601');
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', named] = match;
  if (named !== undefined && zone !== undefined)
    throw unparsable(
      text,
      'you cannot pass in a date/time string with time zone information together with a timezone argument',
    );
  const fields = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  const local = clockTime(...fields, milliseconds);
  checkRange(text, fields, local);
  return new Date(instantOf(local, named === undefined ? (zone ?? zoneNamed('UTC')) : zoneNamed(named)));
}

function checkRange(
  text: string,
  [, month, day, hour, minute, second]: readonly number[],
  local: number,
): void {
  const date = new Date(local);
  const wrong =
    date.getUTCMonth() + 1 !== month ||
    date.getUTCDate() !== day ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59;
  if (wrong) throw unparsable(text, 'a part of it is out of its range');
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
];

/** What each specifier of a format reads, as a regular expression. */
const SPECIFIERS: Readonly<Record<string, string>> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d\\d?)',
  d: '(?<d>\\d\\d?)',
  H: '(?<H>\\d\\d?)',
  M: '(?<M>\\d\\d?)',
  S: '(?<S>\\d\\d?)',
  L: '(?<L>\\d{1,3})',
  j: '(?<j>\\d{1,3})',
  G: '(?<G>\\d{4})',
  V: '(?<V>\\d\\d?)',
  u: '(?<u>[1-7])',
  b: '(?<b>[A-Za-z]{3})',
  B: '(?<B>[A-Za-z]+)',
  z: '(?<z>Z|[+-]\\d\\d:?\\d\\d)',
  Z: '(?<Z>[+-]?\\d+)',
  '%': '%',
};

function patternOf(format: string): RegExp {
  const pattern = format.replace(/%(.?)|[^%]/gs, (token, specifier: string | undefined) => {
    if (specifier === undefined) return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    if (specifier === '') throw location(18535, "Unmatched '%' at end of format string");
    const known = SPECIFIERS[specifier];
    if (known === undefined)
      throw location(18536, `Invalid format character '%${specifier}' in format string`);
    return known;
  });
  return new RegExp(`^${pattern}$`);
}

/** Reads a date in a given format. */
export function parseFormattedDate(text: string, format: string, zone: Zone | undefined): Date {
  const found = patternOf(format).exec(text)?.groups;
  if (found === undefined) throw unparsable(text, `not in the form of '${format}'`);
  const local = localTimeOf(text, found);
  if (found['z'] !== undefined || found['Z'] !== undefined) {
    if (zone !== undefined) throw unparsable(text, 'it has time zone information beside a timezone argument');
    const minutes = found['Z'] === undefined ? 0 : Number(found['Z']);
    return new Date(
      found['z'] === undefined ? local - minutes * 60_000 : instantOf(local, zoneNamed(found['z'])),
    );
  }
  return new Date(instantOf(local, zone ?? zoneNamed('UTC')));
}

function localTimeOf(text: string, found: Readonly<Record<string, string | undefined>>): number {
  const number = (name: string, fallback: number): number => Number(found[name] ?? fallback);
  const time = [number('H', 0), number('M', 0), number('S', 0), number('L', 0)] as const;
  if (found['G'] !== undefined) {
    const day = startOfIsoYear(number('G', 0)) + ((number('V', 1) - 1) * 7 + number('u', 1) - 1) * DAY_MS;
    return day + clockTime(1970, 1, 1, ...time);
  }
  if (found['j'] !== undefined) return clockTime(number('Y', 1970), 1, number('j', 1), ...time);
  const month = monthOf(text, found) ?? number('m', 1);
  const local = clockTime(number('Y', 1970), month, number('d', 1), ...time);
  checkRange(text, [0, month, number('d', 1), ...time], local);
  return local;
}

function monthOf(text: string, found: Readonly<Record<string, string | undefined>>): number | undefined {
  const name = (found['b'] ?? found['B'])?.toLowerCase();
  if (name === undefined) return undefined;
  const index = MONTHS.findIndex(
    (month) => month === name || (found['b'] !== undefined && month.startsWith(name)),
  );
  if (index < 0) throw unparsable(text, 'a month that does not exist');
  return index + 1;
}
