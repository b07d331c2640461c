/** How a plan runs from one value to the next. Source: traction.yaml, formulas plan.linear, plan.exponential, plan.step. */
import { Decimal } from '../../../common/decimals';
import type { InterpolationMethod } from '../measures/model';

/** The way from one value to another in equal parts. */
export interface Way {
  readonly method: InterpolationMethod;
  readonly from: number;
  readonly to: number;
  /** At least 1. */
  readonly parts: number;
}

/** The value after so many parts; after all of them it is exactly the one where the way ends. */
export function valueAfter(way: Way, part: number): Decimal {
  const { method, from, to, parts } = way;
  if (part === parts) return new Decimal(to);
  if (method === 'STEP') return new Decimal(from);
  if (isByFactor(way)) return factorOf(way, part).times(from);
  return new Decimal(to).minus(from).times(part).dividedBy(parts).plus(from);
}

/** The values after each part. Taken one by one they cost no power each, which takes a hundred times a product. */
export function* valuesAlong(way: Way): Generator<Decimal> {
  const factor = isByFactor(way) ? factorOf(way, 1) : null;
  let value = new Decimal(way.from);
  for (let part = 1; part < way.parts; part += 1) {
    value = factor ? value.times(factor) : valueAfter(way, part);
    yield value;
  }
  yield new Decimal(way.to);
}

/** There is no factor to or from what is not above 0. */
const isByFactor = ({ method, from, to }: Way): boolean => method === 'EXPONENTIAL' && from > 0 && to > 0;

const factorOf = ({ from, to, parts }: Way, part: number): Decimal =>
  new Decimal(to).dividedBy(from).pow(new Decimal(part).dividedBy(parts));
