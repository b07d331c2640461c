/** The bodies of answers: every name of several words in both spellings. */
import { systemClock } from '../../../common/clock';
import type { Alignment, Goal, Measure, MeasureLink, Strategy, Target, User } from './store';

/** A goal with all that its body tells. */
export interface WholeGoal {
  readonly goal: Goal;
  readonly owner: User | undefined;
  readonly alignment: Alignment | undefined;
  readonly strategies: readonly Strategy[];
  readonly kpis: readonly LinkedMeasure[];
}

export interface LinkedMeasure {
  readonly link: MeasureLink;
  readonly measure: Measure;
  /** By date. */
  readonly targets: readonly Target[];
}

const HUNDRED = 100;

export function goalJson({ goal, owner, alignment, strategies, kpis }: WholeGoal): object {
  const ownerName = owner ? `${owner.firstName} ${owner.lastName}` : null;
  const score = alignment?.score ?? 0;
  const explanation = alignment?.explanation ?? '';
  const suggestions = alignment?.suggestions ?? [];
  return {
    id: goal._id,
    title: goal.title,
    intent: goal.intent,
    description: goal.description,
    status: goal.status.toLowerCase(),
    ownerId: goal.ownerId,
    owner_id: goal.ownerId,
    ownerName,
    owner_name: ownerName,
    horizon: goal.horizon?.toLowerCase() ?? null,
    valueTags: goal.valueTags,
    value_tags: goal.valueTags,
    progress: goalProgress(goal, kpis),
    metadata: goal.metadata,
    completedAt: goal.completedAt && moment(goal.completedAt),
    completed_at: goal.completedAt && moment(goal.completedAt),
    alignmentScore: score,
    alignment_score: score,
    alignmentExplanation: explanation,
    alignment_explanation: explanation,
    alignmentSuggestions: suggestions,
    alignment_suggestions: suggestions,
    strategies: strategies.map(strategyJson),
    kpis: kpis.map(kpiJson),
    ...times(goal),
  };
}

const strategyJson = (strategy: Strategy): object => ({
  id: strategy._id,
  goalId: strategy.goalId,
  goal_id: strategy.goalId,
  description: strategy.description,
  order: strategy.order,
  aiGenerated: strategy.aiGenerated,
  ai_generated: strategy.aiGenerated,
  status: strategy.status.toLowerCase(),
  validationScore: strategy.validationScore,
  validation_score: strategy.validationScore,
  validationFeedback: strategy.validationFeedback,
  validation_feedback: strategy.validationFeedback,
  ...times(strategy),
});

const DIRECTIONS = { INCREASE: 'up', DECREASE: 'down' } as const;

const kpiJson = ({ link, measure, targets }: LinkedMeasure): object => ({
  id: link._id,
  goalId: link.goalId,
  goal_id: link.goalId,
  kpiId: measure._id,
  kpi_id: measure._id,
  sharedKpiId: measure._id,
  shared_kpi_id: measure._id,
  name: measure.name,
  description: measure.description,
  category: measure.category,
  unit: measure.unit,
  direction: measure.direction && DIRECTIONS[measure.direction],
  currentValue: measure.currentValue,
  current_value: measure.currentValue,
  targetValue: measure.targetValue,
  target_value: measure.targetValue,
  progress: measureProgress(measure, targets),
  isPrimary: link.isPrimary,
  is_primary: link.isPrimary,
  thresholdPct: link.thresholdPct,
  threshold_pct: link.thresholdPct,
  order: link.order,
  ...times(link),
});

function times({ createdAt, updatedAt }: { readonly createdAt: Date; readonly updatedAt: Date }): object {
  const [created, updated] = [moment(createdAt), moment(updatedAt)];
  return { createdAt: created, created_at: created, updatedAt: updated, updated_at: updated };
}

/** Without the fraction of the second. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`;

function goalProgress({ status }: Goal, kpis: readonly LinkedMeasure[]): number {
  if (status === 'COMPLETED') return HUNDRED;
  const parts = kpis
    .map(({ measure, targets }) => measureProgress(measure, targets))
    .filter((part) => part !== null)
    .map((part) => Math.min(HUNDRED, Math.max(0, part)));
  return parts.length === 0 ? 0 : rounded(parts.reduce((sum, part) => sum + part, 0) / parts.length);
}

function measureProgress(
  { direction, currentValue, targetValue }: Measure,
  targets: readonly Target[],
): number | null {
  const today = systemClock.now().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const target = targets.find(({ date }) => date.toISOString() >= today) ?? targets.at(-1);
  const aim = target?.value ?? targetValue;
  if (currentValue === null || aim === null) return null;
  const [reached, wanted] = direction === 'DECREASE' ? [aim, currentValue] : [currentValue, aim];
  return wanted === 0 ? null : rounded((reached / wanted) * HUNDRED);
}

const rounded = (value: number): number => Math.round(value * HUNDRED) / HUNDRED;
