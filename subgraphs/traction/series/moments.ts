/** When values are measured. Source: measures.yaml, updateMeasureValue and recordMeasureActual. */
import { invalid } from '../../../common/errors';

/** By so much the clocks of callers may differ from ours. */
const TOLERANCE_MS = 60_000;

/** Throws VALIDATION_ERROR, with this text for the member, where the moment is still to come. */
export function refuseFuture(date: Date, now: Date, member: string, text: string): void {
  if (date.getTime() > now.getTime() + TOLERANCE_MS) throw invalid({ [member]: text }, { [member]: 'RANGE' });
}

/** The first moment of a month, in UTC. */
export const monthOf = (date: Date): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()));

/** The last day of a month, in UTC. */
export const lastDayOf = (month: Date): Date =>
  new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0));
