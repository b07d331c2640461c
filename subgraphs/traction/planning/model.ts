/**
 * Targets, and what hangs on the plan that runs through them, as they are stored. Source: measures.yaml, shape
 * MeasureDataEntry; traction.yaml, shapes Milestone, PlanAdjustment, ReplanRule and CrossGoalAlert.
 */
import { defineCollection, type Row } from '../../common/collections';

export interface Target {
  readonly measureId: string;
  readonly value: number;
  readonly optimalValue: number | null;
  readonly minimalValue: number | null;
  readonly date: Date;
  readonly periodStart: Date | null;
  readonly label: string | null;
  /** 0 to 100. */
  readonly confidence: number | null;
  readonly rationale: string | null;
  readonly createdBy: string;
}

export type TargetRow = Row<Target>;

export type AdjustmentStrategy = 'MAINTAIN_FINAL_GOAL' | 'PROPORTIONAL_SHIFT' | 'CUSTOM';

/** A target as it was at some time. */
export type TargetAtThatTime = Pick<
  TargetRow,
  | 'id'
  | 'measureId'
  | 'value'
  | 'date'
  | 'label'
  | 'confidence'
  | 'rationale'
  | 'createdBy'
  | 'createdAt'
  | 'updatedAt'
>;

export interface PlanAdjustment {
  readonly measureId: string;
  readonly effectiveDate: Date;
  readonly reason: 'ACTUAL_VARIANCE' | 'MANUAL';
  readonly basedOnActualId: string | null;
  readonly variancePercentage: number | null;
  readonly strategy: AdjustmentStrategy;
  readonly previousTargets: readonly TargetAtThatTime[];
  readonly newTargets: readonly TargetAtThatTime[];
  readonly affectedTargetIds: readonly string[];
  readonly affectedGoalIds: readonly string[];
  readonly recalculatedPeriodCount: number;
  readonly notes: string | null;
  readonly createdBy: string;
}

export type PlanAdjustmentRow = Row<PlanAdjustment>;

/** One of a measure. */
export interface ReplanRule {
  readonly measureId: string;
  readonly varianceThresholdPercentage: number;
  readonly consecutiveMissesRequired: number;
  readonly autoAdjustEnabled: boolean;
  readonly adjustmentStrategy: AdjustmentStrategy;
  readonly requireUserApproval: boolean;
  readonly notifyOnTrigger: boolean;
  readonly notificationRecipients: readonly string[];
}

export type ReplanRuleRow = Row<ReplanRule>;

/** A goal as it stood when something that it depends on changed. */
export interface GoalAtThatTime {
  readonly goalId: string;
  readonly goalTitle: string;
  readonly level: 'HIGH' | 'MEDIUM' | 'LOW';
  readonly thresholdPct: number | null;
  /** 0 to 100. */
  readonly progress: number;
}

export interface CrossGoalAlert {
  readonly measureId: string;
  readonly measureName: string;
  readonly sourceGoalId: string | null;
  readonly adjustmentId: string | null;
  readonly affectedGoals: readonly GoalAtThatTime[];
  readonly message: string;
  readonly status: 'PENDING' | 'ACKNOWLEDGED';
  readonly decision: 'ACCEPTED' | 'REJECTED' | 'MODIFIED' | null;
  readonly notes: string | null;
  readonly createdBy: string;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
}

export type CrossGoalAlertRow = Row<CrossGoalAlert>;

const text = { type: String, default: null };
const number = { type: Number, default: null };
const needed = { type: String, required: true };
const list = { type: [Object], required: true };

export const targets = defineCollection<Target>(
  'targets',
  {
    measureId: needed,
    value: { type: Number, required: true },
    optimalValue: number,
    minimalValue: number,
    date: { type: Date, required: true },
    periodStart: { type: Date, default: null },
    label: text,
    confidence: number,
    rationale: text,
    createdBy: needed,
  },
  { keepsDeleted: true, indexes: [{ keys: { tenantId: 1, deletedAt: 1, measureId: 1, date: 1 } }] },
);

export const planAdjustments = defineCollection<PlanAdjustment>(
  'planAdjustments',
  {
    measureId: needed,
    effectiveDate: { type: Date, required: true },
    reason: needed,
    basedOnActualId: text,
    variancePercentage: number,
    strategy: needed,
    previousTargets: list,
    newTargets: list,
    affectedTargetIds: { type: [String], required: true },
    affectedGoalIds: { type: [String], required: true },
    recalculatedPeriodCount: { type: Number, required: true },
    notes: text,
    createdBy: needed,
  },
  {
    indexes: [
      { keys: { tenantId: 1, measureId: 1, createdAt: -1, _id: -1 } },
      { keys: { tenantId: 1, basedOnActualId: 1 } },
    ],
  },
);

export const replanRules = defineCollection<ReplanRule>(
  'replanRules',
  {
    measureId: needed,
    varianceThresholdPercentage: { type: Number, required: true },
    consecutiveMissesRequired: { type: Number, required: true },
    autoAdjustEnabled: { type: Boolean, required: true },
    adjustmentStrategy: needed,
    requireUserApproval: { type: Boolean, required: true },
    notifyOnTrigger: { type: Boolean, required: true },
    notificationRecipients: { type: [String], required: true },
  },
  { indexes: [{ keys: { tenantId: 1, measureId: 1 }, options: { unique: true } }] },
);

export const crossGoalAlerts = defineCollection<CrossGoalAlert>(
  'crossGoalAlerts',
  {
    measureId: needed,
    measureName: needed,
    sourceGoalId: text,
    adjustmentId: text,
    affectedGoals: list,
    message: needed,
    status: needed,
    decision: text,
    notes: text,
    createdBy: needed,
    acknowledgedBy: text,
    acknowledgedAt: { type: Date, default: null },
  },
  {
    indexes: [
      { keys: { tenantId: 1, createdAt: -1, _id: -1 } },
      { keys: { tenantId: 1, 'affectedGoals.goalId': 1, createdAt: -1 } },
      { keys: { tenantId: 1, measureId: 1, createdAt: -1 } },
    ],
  },
);
