/** Changing a plan, and keeping what it was. Source: traction.yaml, adjustKpiPlan and shape PlanAdjustment. */
import type { TractionWork } from '../context';
import { planChanged } from '../measures/activity';
import type { MeasureRow } from '../measures/model';
import type { ActualRow } from '../series/model';
import { raiseAlert } from './alerts';
import type { Author } from './author';
import { readPlan } from './baseline';
import { dayOf, startOfDay } from './calendar';
import { linksWithGoals } from './impact';
import type { PlanAdjustment, PlanAdjustmentRow, TargetAtThatTime, TargetRow } from './model';
import { type ChangedMonths, changedMonths } from './months';
import { variancePercentage } from './plan';
import type { Move } from './strategies';
import { applyChanges, changeOf, type TargetChanges } from './target-changes';
import { targetsWithin } from './targets-within';

/** How a plan is changed, and why. */
export interface Adjusting {
  readonly strategy: PlanAdjustment['strategy'];
  readonly basis: ActualRow | null;
  /** Null where nobody has said why. */
  readonly notes: string | null;
  readonly changes: TargetChanges;
}

/** What came of a change of the targets. */
export interface Changed {
  readonly ids: readonly string[];
  readonly targets: readonly TargetRow[];
  readonly months: ChangedMonths;
}

/** The changes that bring targets to where they move. */
export const changesOf = (moves: readonly Move[]): TargetChanges => ({
  added: [],
  changed: moves.flatMap(({ target, value }) => changeOf(target, { value })),
  removed: [],
});

/**
 * Changes the targets, and looks what that does to the plan.
 * @param before the targets of the measure, by date
 */
export async function changeTargets(
  work: TractionWork,
  author: Author,
  measure: MeasureRow,
  before: readonly TargetRow[],
  changes: TargetChanges,
): Promise<Changed> {
  const planBefore = await readPlan(work.data, measure, before);
  const ids = await applyChanges(work, author, measure.id, changes);
  const targets = await targetsWithin(work, measure.id);
  return { ids, targets, months: changedMonths(planBefore, await readPlan(work.data, measure, targets)) };
}

/** Tells the log that the plan has changed. Gives the goals of the measure. */
export async function tellGoals(work: TractionWork, measure: MeasureRow): Promise<string[]> {
  const links = await linksWithGoals(work.data, measure.id);
  const goalIds = links.map(({ goalId }) => goalId as string);
  for (const change of planChanged(measure, goalIds)) work.record(change);
  return goalIds;
}

/**
 * Changes the plan as it is said, keeps what it was, and alerts goals that depend on it together where a target changed.
 * @param before the targets of the measure, by date
 */
export async function adjust(
  work: TractionWork,
  author: Author,
  measure: MeasureRow,
  before: readonly TargetRow[],
  { strategy, basis, notes, changes }: Adjusting,
): Promise<{ adjustment: PlanAdjustmentRow; months: ChangedMonths }> {
  const { ids, targets, months } = await changeTargets(work, author, measure, before, changes);
  const variance = basis && variancePercentage(basis.value, basis.expectedValue);
  const adjustment = await work.data.planAdjustments.insert({
    measureId: measure.id,
    effectiveDate: startOfDay(dayOf(author.now)),
    reason: variance ? 'ACTUAL_VARIANCE' : 'MANUAL',
    basedOnActualId: basis?.id ?? null,
    variancePercentage: variance,
    strategy,
    previousTargets: before.map(asItIs),
    newTargets: targets.map(asItIs),
    affectedTargetIds: ids,
    affectedGoalIds: await tellGoals(work, measure),
    recalculatedPeriodCount: months.count,
    notes,
    createdBy: author.viewer.userId,
  });
  if (ids.length > 0) await raiseAlert(work, author, { measure, targets, adjustmentId: adjustment.id });
  return { adjustment, months };
}

const asItIs = ({ id, measureId, value, date, label, ...rest }: TargetRow): TargetAtThatTime => {
  const { confidence, rationale, createdBy, createdAt, updatedAt } = rest;
  return { id, measureId, value, date, label, confidence, rationale, createdBy, createdAt, updatedAt };
};
