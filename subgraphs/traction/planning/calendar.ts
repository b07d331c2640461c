/** Days and calendar periods in UTC, numbered: the next one has the next number. Source: traction.yaml, formulas plan.*. */
import type { PlanGranularity } from '../schema.generated';

const DAY = 24 * 60 * 60 * 1000;
const DAYS_OF_A_WEEK = 7;
const MONTHS_OF_A_QUARTER = 3;
const MONTHS_OF_A_YEAR = 12;
/** The fifth of January 1970; the first one was day 0. */
const A_MONDAY = 4;

/** The number of the day that a moment belongs to. */
export const dayOf = (moment: Date): number => Math.floor(moment.getTime() / DAY);

export const startOfDay = (day: number): Date => new Date(day * DAY);

/** Where a moment lies in a calendar, and where the periods of it begin. Both are told by numbers. */
export interface Calendar {
  periodOf(day: number): number;
  firstDayOf(period: number): number;
}

const inDays = (length: number, anyFirstDay: number): Calendar => ({
  periodOf: (day) => Math.floor((day - anyFirstDay) / length),
  firstDayOf: (period) => period * length + anyFirstDay,
});

const inMonths = (length: number): Calendar => ({
  periodOf: (day) => {
    const date = startOfDay(day);
    return Math.floor((date.getUTCFullYear() * MONTHS_OF_A_YEAR + date.getUTCMonth()) / length);
  },
  // Not Date.UTC, which takes the year 50 for 1950.
  firstDayOf: (period) => dayOf(new Date(new Date(0).setUTCFullYear(0, period * length, 1))),
});

export const CALENDARS: Readonly<Record<PlanGranularity, Calendar>> = {
  DAILY: inDays(1, 0),
  WEEKLY: inDays(DAYS_OF_A_WEEK, A_MONDAY),
  MONTHLY: inMonths(1),
  QUARTERLY: inMonths(MONTHS_OF_A_QUARTER),
  YEARLY: inMonths(MONTHS_OF_A_YEAR),
};
