/** Telling the goals that depend on a plan together that it has changed. Source: traction.yaml, listCrossGoalAlerts. */
import type { TractionWork } from '../context';
import { alertRaised } from '../measures/activity';
import type { MeasureRow } from '../measures/model';
import { aimOf, measureProgress } from '../measures/progress';
import type { Author } from './author';
import { affectedGoals } from './impact';
import type { CrossGoalAlertRow, TargetRow } from './model';

/** What the alert is about. */
export interface ChangedPlan {
  readonly measure: MeasureRow;
  /** As they are now, by date. */
  readonly targets: readonly TargetRow[];
  /** What changed it; null where the targets were simply set. */
  readonly adjustmentId: string | null;
}

/** Raises an alert where two or more goals depend on the plan; null elsewhere. */
export async function raiseAlert(
  work: TractionWork,
  { viewer, now }: Author,
  { measure, targets, adjustmentId }: ChangedPlan,
): Promise<CrossGoalAlertRow | null> {
  const progress = measureProgress(measure, aimOf(measure, targets, now));
  const goals = await affectedGoals(work.data, measure.id, progress);
  if (goals.length < 2) return null;
  const alert = await work.data.crossGoalAlerts.insert({
    measureId: measure.id,
    measureName: measure.name,
    sourceGoalId: null,
    adjustmentId,
    affectedGoals: goals,
    message: `The plan of "${measure.name}" has changed, on which ${goals.length} goals depend`,
    status: 'PENDING',
    decision: null,
    notes: null,
    createdBy: viewer.userId,
    acknowledgedBy: null,
    acknowledgedAt: null,
  });
  for (const change of alertRaised(alert)) work.record(change);
  return alert;
}
