import { MongoError, location } from '../../errors';
import { typeName } from '../../values/type-names';
import { dayNumber, partsOf } from './calendar';
import { clockTime, instantOf, localTime } from './zone';
import type { Zone } from './zone';

const DAY_MS = 86_400_000;

/** Units of a fixed length, in milliseconds. Days have it on the clock of a zone, the shorter ones everywhere. */
const LENGTH: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

/** Units that are made of months. */
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** Reads a unit of time. Throws where it is none. */
export function unitOf(name: string, value: unknown): string {
  if (typeof value !== 'string')
    throw location(5439013, `${name} requires 'unit' to be a string, but got ${typeName(value)}`);
  if (value in LENGTH || value in MONTHS) return value;
  throw new MongoError(
    'FailedToParse',
    `${name} parameter 'unit' value cannot be recognized as a time unit: ${value}`,
  );
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Reads a day of the week, from 0 for Sunday. */
export function weekdayOf(name: string, value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'string')
    throw location(5439015, `${name} requires 'startOfWeek' to be a string, but got ${typeName(value)}`);
  const short = value.toLowerCase();
  const index = WEEKDAYS.findIndex((day) => day === short || day.slice(0, 3) === short);
  if (index < 0)
    throw new MongoError(
      'FailedToParse',
      `${name} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${value}`,
    );
  return index;
}

/** The date that lies a number of units later. A day of the month that does not exist becomes the last one. */
export function addUnits(date: Date, unit: string, amount: number, zone: Zone): Date {
  const time = date.getTime();
  const months = MONTHS[unit];
  const length = LENGTH[unit] ?? 0;
  if (months === undefined && length < DAY_MS) return new Date(time + amount * length);
  const local = localTime(time, zone);
  if (months === undefined) return new Date(instantOf(local + amount * length, zone));
  const { year, month, day } = partsOf(local);
  const first = clockTime(year, month + amount * months, 1);
  const days = partsOf(clockTime(partsOf(first).year, partsOf(first).month + 1, 0)).day;
  const moved = first + (Math.min(day, days) - 1) * DAY_MS + (local - dayNumber(local) * DAY_MS);
  return new Date(instantOf(moved, zone));
}

/** How many boundaries of a unit lie between two dates. */
export function unitsBetween(from: Date, to: Date, unit: string, zone: Zone, startOfWeek: number): number {
  const [start, end] = [localTime(from.getTime(), zone), localTime(to.getTime(), zone)];
  const months = MONTHS[unit];
  if (months !== undefined)
    return Math.floor(monthNumber(end) / months) - Math.floor(monthNumber(start) / months);
  if (unit === 'week') return weekNumber(end, startOfWeek) - weekNumber(start, startOfWeek);
  if (unit === 'day') return dayNumber(end) - dayNumber(start);
  const length = LENGTH[unit] as number;
  const offset = zone(from.getTime());
  return Math.floor((to.getTime() + offset) / length) - Math.floor((from.getTime() + offset) / length);
}

function monthNumber(local: number): number {
  const { year, month } = partsOf(local);
  return year * 12 + month - 1;
}

/** Weeks since the first one that began on the given day; 1970 began on a Thursday. */
function weekNumber(local: number, startOfWeek: number): number {
  return Math.floor((dayNumber(local) + 4 - startOfWeek) / 7);
}

/** The beginning of the bin of so many units that a date is in, counted from the year 2000. */
export function truncateDate(date: Date, unit: string, size: number, zone: Zone, startOfWeek: number): Date {
  const time = date.getTime();
  const local = localTime(time, zone);
  const months = MONTHS[unit];
  if (months !== undefined) {
    const bin = months * size;
    const number = 2000 * 12 + Math.floor((monthNumber(local) - 2000 * 12) / bin) * bin;
    return new Date(instantOf(clockTime(Math.floor(number / 12), (((number % 12) + 12) % 12) + 1), zone));
  }
  const length = (LENGTH[unit] as number) * size;
  const origin = clockTime(2000) + (unit === 'week' ? ((startOfWeek - 6 + 7) % 7) * DAY_MS : 0);
  if (unit === 'day' || unit === 'week')
    return new Date(instantOf(origin + Math.floor((local - origin) / length) * length, zone));
  const start = instantOf(origin, zone);
  const shift = zone(start) - zone(time);
  return new Date(start + shift + Math.floor((time - start - shift) / length) * length);
}
