/** From which share of the target a goal is on track. Source: measures.yaml, shape MeasureLink; KPI model 5. */
import { invalid } from '../../../common/errors';
import type { MeasureLink } from './model';

export type Thresholds = Pick<MeasureLink, 'thresholdPct' | 'riskThresholdPct'>;

const THRESHOLD = 80;
const RISK = 50;

/** Those of a new link: what is not given is as usual, and in order. */
export function newThresholds(
  thresholdPct: number | null | undefined,
  riskThresholdPct?: number | null,
): Thresholds {
  const threshold = thresholdPct ?? THRESHOLD;
  return ordered({
    thresholdPct: threshold,
    riskThresholdPct: riskThresholdPct ?? Math.min(RISK, threshold),
  });
}

/** Throws VALIDATION_ERROR where the risk would begin above the threshold. */
export function ordered(thresholds: Thresholds): Thresholds {
  if (thresholds.riskThresholdPct <= thresholds.thresholdPct) return thresholds;
  throw invalid(
    {
      riskThresholdPct:
        'Risk threshold percentage must be between 0 and 100 and not above the threshold percentage',
    },
    { riskThresholdPct: 'RANGE' },
  );
}

/** Where the threshold alone is set, that of risk gives way: older callers know nothing of it. */
export const lowered = ({ riskThresholdPct }: Thresholds, thresholdPct: number): Thresholds => ({
  thresholdPct,
  riskThresholdPct: Math.min(riskThresholdPct, thresholdPct),
});
