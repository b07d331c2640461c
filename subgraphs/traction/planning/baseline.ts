/** Where the plan of a measure begins. Source: traction.yaml, formula plan.baseline. */
import type { TractionWork } from '../context';
import type { InterpolationMethod, MeasureRow } from '../measures/model';
import { dayOf, startOfDay } from './calendar';
import type { TargetRow } from './model';
import { type PlanLine, planLine, type Point } from './plan';

/** What a reader and a write have in common. */
type Data = Pick<TractionWork['data'], 'actuals'>;

/**
 * The value that was measured nearest before the day of the first target, else the present value at its date, else 0
 * when the measure was created.
 * @param targets by date
 */
export async function readBaseline(
  { actuals }: Data,
  measure: MeasureRow,
  targets: readonly Pick<TargetRow, 'date'>[],
): Promise<Point> {
  const { id, currentValue, currentValueDate, createdAt } = measure;
  const [first] = targets;
  if (first) {
    const before = { $lt: startOfDay(dayOf(first.date)) };
    const measured = await actuals.findOne(
      { measureId: id, subtype: 'MEASURED', date: before },
      { date: -1, place: -1 },
    );
    if (measured) return measured;
  }
  if (currentValue === null || currentValueDate === null) return { value: 0, date: createdAt };
  return { value: currentValue, date: currentValueDate };
}

/**
 * The plan through these targets.
 * @param method in place of the measure's own
 */
export async function readPlan(
  data: Data,
  measure: MeasureRow,
  targets: readonly TargetRow[],
  method: InterpolationMethod = measure.interpolation,
): Promise<PlanLine<TargetRow>> {
  return planLine(method, await readBaseline(data, measure, targets), targets);
}
