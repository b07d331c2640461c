/** How far a measure is. Source: traction.yaml, formula kpi.progress. */
import type { Measure } from './model';

/** In percent, 100 = at the target; null where there is no value or no target to compare with. */
export function measureProgress({ direction, currentValue, targetValue }: Measure): number | null {
  if (currentValue === null || targetValue === null) return null;
  const [reached, wanted] =
    direction === 'DECREASE' ? [targetValue, currentValue] : [currentValue, targetValue];
  return wanted === 0 ? null : (reached / wanted) * 100;
}
