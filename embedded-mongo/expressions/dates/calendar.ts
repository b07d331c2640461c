import { clockTime } from './zone';

const DAY_MS = 86_400_000;

/** What a clock shows, with the week of ISO 8601 and of the United States. */
export interface CalendarParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly dayOfYear: number;
  /** From 1 for Sunday. */
  readonly dayOfWeek: number;
  /** From 1 for Monday. */
  readonly isoDayOfWeek: number;
  /** From 0; weeks begin on Sunday, and the first one with the first Sunday of the year. */
  readonly week: number;
  readonly isoWeek: number;
  readonly isoWeekYear: number;
}

/** Takes the time of a clock apart. */
export function partsOf(local: number): CalendarParts {
  const date = new Date(local);
  const year = date.getUTCFullYear();
  const dayOfYear = dayNumber(local) - dayNumber(clockTime(year)) + 1;
  const dayOfWeek = date.getUTCDay() + 1;
  const isoDayOfWeek = dayOfWeek === 1 ? 7 : dayOfWeek - 1;
  // The week of ISO 8601 belongs to the year that its Thursday is in.
  const thursday = local + (4 - isoDayOfWeek) * DAY_MS;
  const isoWeekYear = new Date(thursday).getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    dayOfYear,
    dayOfWeek,
    isoDayOfWeek,
    week: Math.floor((dayOfYear - dayOfWeek + 7) / 7),
    isoWeek: Math.floor((dayNumber(thursday) - dayNumber(clockTime(isoWeekYear))) / 7) + 1,
    isoWeekYear,
  };
}

/** The number of days since 1970. */
export function dayNumber(local: number): number {
  return Math.floor(local / DAY_MS);
}

/** The first day of a year of ISO 8601, at midnight. */
export function startOfIsoYear(year: number): number {
  const fourth = clockTime(year, 1, 4);
  return fourth - (partsOf(fourth).isoDayOfWeek - 1) * DAY_MS;
}
