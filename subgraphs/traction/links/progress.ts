/**
 * How a measure stands by the thresholds of a link. Source: measures.yaml, shape MeasureLinkProgress; open, "progress".
 * The variance from a target of 0 has no share: it counts as none where the target is reached, and else as all of it.
 */
import { Decimal, percentage, withinDigits } from '../../../common/decimals';
import type { Measure } from '../measures/model';
import { type Aim, measureProgress } from '../measures/progress';
import { dayOf } from '../planning/calendar';
import type { MeasureProgress, ProgressStatus } from '../schema.generated';
import type { Thresholds } from './thresholds';

/** Null without a value or something to compare it with. */
export function linkProgress(
  measure: Pick<Measure, 'direction' | 'currentValue'>,
  thresholds: Thresholds,
  aim: Aim | null,
  now: Date,
): MeasureProgress | null {
  const progress = measureProgress(measure, aim);
  if (progress === null || measure.currentValue === null || aim === null) return null;
  const [more, less] =
    measure.direction === 'DECREASE' ? [aim.value, measure.currentValue] : [measure.currentValue, aim.value];
  const variance = withinDigits(new Decimal(more).minus(less));
  const isReached = variance >= 0;
  const variancePercentage = percentage(variance, Math.abs(aim.value)) ?? (isReached ? 0 : -100);
  const daysUntilTarget = aim.date === null ? null : dayOf(aim.date) - dayOf(now);
  return {
    percentage: progress,
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
