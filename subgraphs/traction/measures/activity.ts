/**
 * What happens to measures leaves in the log. The legacy streams tell a recorded value on the stream of each goal that
 * the measure is linked with, the recent activity tells it once. Source: measures.yaml, KPI model 13; traction.yaml,
 * listRecentActivity.
 */
import type { Change } from '../../common/changes';
import { perGoal } from '../activity/per-goal';
import { recentChange } from '../activity/recent';
import type { MeasureLinkRow } from '../links/model';
import type { CrossGoalAlertRow } from '../planning/model';
import type { ActualRow } from '../series/model';
import type { MeasureRow } from './model';

const about = ({ id, name }: MeasureRow) => ({ subject: { type: 'measure', id, title: name } }) as const;

const TOLD = { visibleIn: ['stream', 'audit'] } as const;

export const measureCreated = (measure: MeasureRow): Change => ({
  ...about(measure),
  ...TOLD,
  kind: 'measure_created',
  description: 'Measure created',
});

export const measureUpdated = (measure: MeasureRow): Change => ({
  ...about(measure),
  ...TOLD,
  kind: 'measure_changed',
  description: 'Measure changed',
});

export const measureDeleted = (measure: MeasureRow): Change => ({
  ...about(measure),
  ...TOLD,
  kind: 'measure_deleted',
  description: 'Measure deleted',
});

export const measureRestored = (measure: MeasureRow): Change => ({
  ...about(measure),
  ...TOLD,
  kind: 'measure_changed',
  description: 'Measure brought back',
});

/** A link of a person belongs to no goal; only the tenant is told. */
export const measureLinked = (measure: MeasureRow, link: MeasureLinkRow): Change => ({
  ...about(measure),
  ...ofGoal(link.goalId),
  ...TOLD,
  kind: 'measure_linked',
  description: 'Measure linked',
});

export const measureUnlinked = (measure: MeasureRow, link: MeasureLinkRow): Change => ({
  ...about(measure),
  ...ofGoal(link.goalId),
  ...TOLD,
  kind: 'measure_unlinked',
  description: 'Measure unlinked',
});

/**
 * The value itself is no text that somebody wrote; it is read from the entry nevertheless, for it may be corrected. How
 * much it has changed is known only now. Source: measures.yaml, open, percentage change.
 */
export const valueRecorded = (
  measure: MeasureRow,
  actual: ActualRow,
  { goalIds, changePercentage }: { goalIds: readonly string[]; changePercentage: number | null },
): readonly Change[] => [
  recentChange({ ...about(measure), kind: 'measure_updated', description: 'KPI value recorded' }),
  ...perGoal(goalIds, (goal) => ({
    subject: { type: 'actual', id: actual.id, title: measure.name },
    ...goal,
    kind: 'value_recorded',
    visibleIn: ['stream'],
    description: 'Value recorded',
    payload: { changePercentage },
  })),
];

export const planChanged = (measure: MeasureRow, goalIds: readonly string[]): readonly Change[] =>
  perGoal(goalIds, (goal) => ({
    ...about(measure),
    ...goal,
    ...TOLD,
    kind: 'plan_changed',
    description: 'Plan changed',
  }));

export const alertRaised = (alert: CrossGoalAlertRow): readonly Change[] => alertChange(alert, 'raised');

export const alertAcknowledged = (alert: CrossGoalAlertRow): readonly Change[] =>
  alertChange(alert, 'acknowledged');

const alertChange = (
  { id, measureName, affectedGoals }: CrossGoalAlertRow,
  what: 'raised' | 'acknowledged',
): readonly Change[] =>
  perGoal(
    affectedGoals.map(({ goalId }) => goalId),
    (goal) => ({
      subject: { type: 'alert', id, title: measureName },
      ...goal,
      ...TOLD,
      kind: `alert_${what}`,
      description: `Alert ${what}`,
    }),
  );

const ofGoal = (goalId: string | null): { goalId?: string } => (goalId === null ? {} : { goalId });
