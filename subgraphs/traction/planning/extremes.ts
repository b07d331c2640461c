/** The order of the values of a target. Source: measures.yaml, createMeasureTarget; open, order rule of targets. */
import { invalid } from '../../../common/errors';
import type { MeasureRow } from '../measures/model';
import type { Target } from './model';

const OUT_OF_ORDER = {
  INCREASE: 'optimalValue must be >= targetValue and targetValue must be >= minimalValue',
  DECREASE: 'optimalValue must be <= targetValue and targetValue must be <= minimalValue',
} as const;

/**
 * Makes sure that the optimal value is at least as good as the value, and that at least as good as the minimal one, as
 * far as they are given. Throws VALIDATION_ERROR.
 */
export function ensureOrder(
  { direction }: Pick<MeasureRow, 'direction'>,
  { value, optimalValue, minimalValue }: Pick<Target, 'value' | 'optimalValue' | 'minimalValue'>,
): void {
  const known = [optimalValue, value, minimalValue].filter((one) => one !== null);
  const isGood = known.every((one, index) => {
    const better = known[index - 1] ?? one;
    return direction === 'DECREASE' ? better <= one : better >= one;
  });
  if (isGood) return;
  throw invalid({ optimalValue: OUT_OF_ORDER[direction ?? 'INCREASE'] }, { optimalValue: 'FORM' });
}
