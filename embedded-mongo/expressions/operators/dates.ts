import type { ObjectId, Timestamp } from 'bson';
import { Long } from 'bson';
import { location } from '../../errors';
import { doubleOf } from '../../values/arithmetic';
import { typeName } from '../../values/type-names';
import { RANK, isDocument, isNumeric, rankOf } from '../../values/types';
import { partsOf, startOfIsoYear } from '../dates/calendar';
import type { CalendarParts } from '../dates/calendar';
import { clockTime, instantOf, localTime, zoneNamed } from '../dates/zone';
import type { Zone } from '../dates/zone';
import { isNullish, namedArguments, overNamed } from '../operator';
import type { Compile, Operator, Operators } from '../operator';
import type { Expression } from '../scope';
import { show } from '../../values/show';

const DAY_MS = 86_400_000;

/** A value as a date: also timestamps and ObjectIds have one. */
export function dateOf(value: unknown): Date {
  if (value instanceof Date) return value;
  if (rankOf(value) === RANK.timestamp) return new Date((value as Timestamp).t * 1000);
  if (rankOf(value) === RANK.objectId) return (value as ObjectId).getTimestamp();
  throw location(16006, `can't convert from BSON type ${typeName(value)} to Date`);
}

/** The zone that an argument names; null where the argument is, UTC where there is none. */
export function zoneOf(value: unknown, given: boolean): Zone | null {
  if (!given) return zoneNamed('UTC');
  if (isNullish(value)) return null;
  if (typeof value !== 'string')
    throw location(40517, `timezone must evaluate to a string, found ${typeName(value)}`);
  return zoneNamed(value);
}

/** The date of an operand, `{ date, timezone }` or the date itself. */
function dateArguments(
  name: string,
  operand: unknown,
  compile: Compile,
): { date: Expression; zone: Expression | undefined } {
  const named = isDocument(operand) && Object.keys(operand)[0]?.startsWith('$') !== true;
  if (named) {
    const args = namedArguments(name, operand, ['date'], ['timezone'], {
      notObject: 40539,
      unknown: 40535,
      missing: 40539,
    });
    return { date: compile(args['date']), zone: 'timezone' in args ? compile(args['timezone']) : undefined };
  }
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length !== 1)
    throw location(
      40536,
      `${name} accepts exactly one argument if given an array, but was given ${list.length}`,
    );
  return { date: compile(list[0]), zone: undefined };
}

function part(name: string, read: (parts: CalendarParts) => unknown): Operators {
  const operator: Operator = (operand, compile) => {
    const { date, zone } = dateArguments(name, operand, compile);
    return (scope) => {
      const value = date(scope);
      if (isNullish(value)) return null;
      const clock = zoneOf(zone?.(scope), zone !== undefined);
      return clock === null ? null : read(partsOf(localTime(dateOf(value).getTime(), clock)));
    };
  };
  return { [name]: operator };
}

/** The named arguments that come before the time of day, with their defaults. */
const CALENDAR = ['year', 'month', 'day'];
const ISO_CALENDAR = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];
const TIME = ['hour', 'minute', 'second', 'millisecond'];

function numberIn(args: Readonly<Record<string, unknown>>, name: string, fallback: number): number | null {
  if (!(name in args)) return fallback;
  const value = args[name];
  if (isNullish(value)) return null;
  if (!isNumeric(value) || !Number.isInteger(doubleOf(value)))
    throw location(
      40515,
      `'${name}' must evaluate to an integer, found ${typeName(value)} with value :${show(value)}`,
    );
  const number = doubleOf(value);
  if ((name === 'year' || name === 'isoWeekYear') && (number < 1 || number > 9999))
    throw location(40523, `'${name}' must evaluate to an integer in the range 1 to 9999, found ${number}`);
  if (Math.abs(number) > 32_768 && !['second', 'millisecond'].includes(name))
    throw location(
      31034,
      `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`,
    );
  return number;
}

const dateFromParts: Operator = (operand, compile) => {
  const iso = isDocument(operand) && 'isoWeekYear' in operand;
  const [year, ...others] = iso ? ISO_CALENDAR : CALENDAR;
  if (
    isDocument(operand) &&
    ISO_CALENDAR.some((key) => key in operand) &&
    CALENDAR.some((key) => key in operand)
  )
    throw location(40489, '$dateFromParts does not allow mixing natural dates with ISO dates');
  const codes = { notObject: 40519, unknown: 40518, missing: 40516 };
  const names = [...others, ...TIME, 'timezone'];
  return overNamed('$dateFromParts', [year as string], names, codes, (args) => {
    const zone = zoneOf(args['timezone'], 'timezone' in args);
    const [first, second, third] = [year as string, ...others].map((name) => numberIn(args, name, 1));
    const time = TIME.map((name) => numberIn(args, name, 0));
    if (zone === null || isNullish(first) || isNullish(second) || isNullish(third) || time.includes(null))
      return null;
    const clock = clockTime(1970, 1, 1, ...(time as [number, number, number, number]));
    const day = iso
      ? startOfIsoYear(first) + ((second - 1) * 7 + third - 1) * DAY_MS
      : clockTime(first, second, third);
    return new Date(instantOf(day + clock, zone));
  })(operand, compile);
};

function partsDocument(
  { year, month, day, isoWeekYear, isoWeek, isoDayOfWeek, ...clock }: CalendarParts,
  iso: boolean,
) {
  const { hour, minute, second, millisecond } = clock;
  const calendar = iso ? { isoWeekYear, isoWeek, isoDayOfWeek } : { year, month, day };
  return { ...calendar, hour, minute, second, millisecond };
}

/** Operators that take dates apart and put them together. */
export const DATE_OPERATORS: Operators = {
  ...part('$year', (parts) => parts.year),
  ...part('$month', (parts) => parts.month),
  ...part('$dayOfMonth', (parts) => parts.day),
  ...part('$hour', (parts) => parts.hour),
  ...part('$minute', (parts) => parts.minute),
  ...part('$second', (parts) => parts.second),
  ...part('$millisecond', (parts) => parts.millisecond),
  ...part('$dayOfYear', (parts) => parts.dayOfYear),
  ...part('$dayOfWeek', (parts) => parts.dayOfWeek),
  ...part('$week', (parts) => parts.week),
  ...part('$isoWeek', (parts) => parts.isoWeek),
  ...part('$isoDayOfWeek', (parts) => parts.isoDayOfWeek),
  ...part('$isoWeekYear', (parts) => Long.fromNumber(parts.isoWeekYear)),
  $dateFromParts: dateFromParts,
  $dateToParts: overNamed(
    '$dateToParts',
    ['date'],
    ['timezone', 'iso8601'],
    { notObject: 40524, unknown: 40520, missing: 40522 },
    (args) => {
      const zone = zoneOf(args['timezone'], 'timezone' in args);
      if (isNullish(args['date']) || zone === null || args['iso8601'] === null) return null;
      const iso = args['iso8601'] ?? false;
      if (typeof iso !== 'boolean')
        throw location(40521, `iso8601 must evaluate to a bool, found ${typeName(iso)}`);
      return partsDocument(partsOf(localTime(dateOf(args['date']).getTime(), zone)), iso);
    },
  ),
};
