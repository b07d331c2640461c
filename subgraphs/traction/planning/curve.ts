/** How a plan runs from one value to the next. Source: traction.yaml, formulas plan.linear, plan.exponential, plan.step. */
import { Decimal } from '../../../common/decimals';
import type { InterpolationMethod } from '../measures/model';

/** The value after so many parts of the way. */
type Way = (part: number) => Decimal;

const WAYS: Readonly<Record<InterpolationMethod, (from: Decimal, to: Decimal, parts: number) => Way>> = {
  LINEAR: linear,
  EXPONENTIAL: (from, to, parts) => {
    if (!from.greaterThan(0) || !to.greaterThan(0)) return linear(from, to, parts);
    const factor = to.dividedBy(from).pow(new Decimal(1).dividedBy(parts));
    return (part) => from.times(factor.pow(part));
  },
  STEP: (from) => () => from,
};

function linear(from: Decimal, to: Decimal, parts: number): Way {
  const change = to.minus(from);
  return (part) => from.plus(change.times(part).dividedBy(parts));
}

/**
 * The way from one value to another in equal parts; it ends exactly there.
 * @param parts at least 1
 */
export function curve(method: InterpolationMethod, from: number, to: number, parts: number): Way {
  const end = new Decimal(to);
  const way = WAYS[method](new Decimal(from), end, parts);
  return (part) => (part === parts ? end : way(part));
}
