import { isBlank } from '../text/normalise';
import { given } from '../alignment/input';
import type { StrategyReading } from './reading';

/** Source: coaching.yaml, suggestStrategies ("builtin: confidence"). */
const MOST = 0.5;

/** min(0.5, best similarity * share of the business context that is filled), to two decimals. */
export function confidenceOf({ candidates, question }: StrategyReading): number {
  const { industry, businessType, targetMarket, currentChallenges } = question;
  const context = [industry, businessType, targetMarket, given(currentChallenges)[0]];
  const filled = context.filter((text) => !isBlank(text)).length;
  const best = candidates[0]?.similarity ?? 0;
  return Math.round(Math.min(MOST, (best * filled) / context.length) * 100) / 100;
}
