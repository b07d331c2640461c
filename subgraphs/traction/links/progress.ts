/**
 * How a measure stands by the thresholds of a link. Source: measures.yaml, shape MeasureLinkProgress; open, "progress".
 * Where a share cannot be told, for it would be divided by 0, a target that is reached counts as 100 percent of itself
 * and one that is not as nothing.
 */
import { Decimal, percentage, withinDigits } from '../../../common/decimals';
import type { Measure } from '../measures/model';
import { type Aim, measureProgress } from '../measures/progress';
import type { MeasureProgress, ProgressStatus } from '../schema.generated';
import type { Thresholds } from './thresholds';

/** Null without a value or something to compare it with. */
export function linkProgress(
  measure: Pick<Measure, 'direction' | 'currentValue'>,
  thresholds: Thresholds,
  aim: Aim | null,
  now: Date,
): MeasureProgress | null {
  if (measure.currentValue === null || aim === null) return null;
  const [more, less] =
    measure.direction === 'DECREASE' ? [aim.value, measure.currentValue] : [measure.currentValue, aim.value];
  const variance = withinDigits(new Decimal(more).minus(less));
  const isReached = variance >= 0;
  const variancePercentage = percentage(variance, Math.abs(aim.value)) ?? (isReached ? 0 : -100);
  const daysUntilTarget = aim.date === null ? null : daysBetween(now, aim.date);
  return {
    percentage: measureProgress(measure, aim) ?? (isReached ? 100 : 0),
    status: statusOf(variancePercentage, thresholds),
    variance,
    variancePercentage,
    daysUntilTarget,
    isOverdue: !isReached && daysUntilTarget !== null && daysUntilTarget < 0,
  };
}

/** A threshold is a share of the target; so much of it may be missing. */
function statusOf(
  variancePercentage: number,
  { thresholdPct, riskThresholdPct }: Thresholds,
): ProgressStatus {
  const share = new Decimal(variancePercentage).plus(100);
  if (share.greaterThanOrEqualTo(thresholdPct)) return 'ON_TRACK';
  return share.greaterThanOrEqualTo(riskThresholdPct) ? 'BEHIND' : 'AT_RISK';
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** From one day to the other, both in UTC. */
const daysBetween = (from: Date, to: Date): number => dayOf(to) - dayOf(from);

const dayOf = (moment: Date): number => Math.floor(moment.getTime() / DAY_MILLISECONDS);
