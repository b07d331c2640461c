/** When values are measured. Source: measures.yaml, updateMeasureValue and recordMeasureActual. */
import { invalid } from '../../../common/errors';
import { dayOf } from '../planning/calendar';

/** By so much the clocks of callers may differ from ours. */
const TOLERANCE_MS = 60_000;

/** Throws VALIDATION_ERROR, with this text for the member, where the moment is still to come. */
export function refuseFuture(date: Date, now: Date, member: string, text: string): void {
  if (date.getTime() > now.getTime() + TOLERANCE_MS) throw invalid({ [member]: text }, { [member]: 'RANGE' });
}

/**
 * A day as a moment of the series: of a day on which the present value was measured, its moment, so that what is recorded
 * of the day counts from now on.
 */
export function momentOfDay(day: Date, present: Date | null): Date {
  return present !== null && dayOf(present) === dayOf(day) ? present : day;
}

/** The first moment of a month, in UTC. */
export const monthOf = (date: Date): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()));

/** The last day of a month, in UTC. */
export const lastDayOf = (month: Date): Date =>
  new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0));
