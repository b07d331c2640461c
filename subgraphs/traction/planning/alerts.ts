/** Telling the goals that depend on a plan together that it has changed. Source: traction.yaml, listCrossGoalAlerts. */
import { notFound } from '../../../common/errors';
import type { Context, TractionWork } from '../context';
import { alertAcknowledged, alertRaised } from '../measures/activity';
import type { MeasureRow } from '../measures/model';
import { aimOf, measureProgress } from '../measures/progress';
import type { AlertStatus } from '../schema.generated';
import { type Author, authorOf } from './author';
import { affectedGoals } from './impact';
import type { CrossGoalAlertRow, TargetRow } from './model';
import type { Mutations } from './mutations';

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

/** How alerts are read. */
export const NEWEST_FIRST = { createdAt: -1, _id: -1 } as const;

/** Which alerts are read; all where neither is said. */
export interface AlertFilter {
  readonly status?: AlertStatus | null | undefined;
  /** That name this goal. */
  readonly goalId?: string | null | undefined;
}

export const readAlerts = (
  { data }: Context,
  { status, goalId }: AlertFilter,
): Promise<CrossGoalAlertRow[]> =>
  data.crossGoalAlerts.find(
    { ...(status ? { status } : {}), ...(goalId ? { 'affectedGoals.goalId': goalId } : {}) },
    { sort: NEWEST_FIRST },
  );

/** Source: traction.yaml, acknowledgeCrossGoalAlert. */
export const acknowledgeAlert: Mutations['acknowledgeAlert'] = async (_root, { input }, context) => {
  const { id, decision, notes } = input;
  const { viewer, now } = authorOf(context);
  const alert = await context.write(async (work) => {
    const decided = {
      status: 'ACKNOWLEDGED',
      decision,
      notes: notes ?? null,
      acknowledgedBy: viewer.userId,
      acknowledgedAt: now,
    } as const;
    const after = await work.data.crossGoalAlerts.update({ _id: id }, { $set: decided });
    if (!after) throw notFound('ALERT_NOT_FOUND', 'alert', id);
    for (const change of alertAcknowledged(after)) work.record(change);
    return after;
  });
  return { alert };
};
