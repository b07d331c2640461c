/**
 * What a recorded value means to the plan. Source: traction.yaml, formulas replan.*, recordActual and shape ReplanRule;
 * contract README, row 18, for the order of values.
 */
import type { TractionWork } from '../context';
import type { MeasureRow } from '../measures/model';
import type { AdjustmentMode, AdjustmentSuggestion } from '../schema.generated';
import type { Actual, ActualRow } from '../series/model';
import { adjust, changesOf } from './adjust';
import type { Author } from './author';
import { readPlan } from './baseline';
import type { PlanAdjustmentRow, ReplanRuleRow } from './model';
import { notifyGoals } from './notification';
import { after, expectedAt, variancePercentage } from './plan';
import { movesBy, type OwnStrategy } from './strategies';
import { targetsWithin } from './targets-within';

/** How far a value is from the plan, as it is kept with it. */
export type Assessment = Pick<Actual, 'expectedValue' | 'exceedsThreshold' | 'triggersReplan'>;

/** What the rule did about a value. */
export interface Replanned {
  readonly adjustment: PlanAdjustmentRow | null;
  readonly suggestions: AdjustmentSuggestion[];
}

const NOTHING: Replanned = { adjustment: null, suggestions: [] };

/** Assesses a value that is about to be recorded. An estimate is compared with the plan, and never a miss. */
export async function assessActual(
  work: TractionWork,
  measure: MeasureRow,
  { value, date, subtype }: Pick<Actual, 'value' | 'date' | 'subtype'>,
): Promise<Assessment> {
  const plan = await readPlan(work.data, measure, await targetsWithin(work, measure.id));
  const expectedValue = expectedAt(plan, date);
  const rule = subtype === 'MEASURED' ? await work.data.replanRules.findOne({ measureId: measure.id }) : null;
  const variance = variancePercentage(value, expectedValue);
  if (!rule || variance === null || Math.abs(variance) <= rule.varianceThresholdPercentage) {
    return { expectedValue, exceedsThreshold: false, triggersReplan: false };
  }
  const inARow = 1 + (await missesBefore(work, measure.id));
  return { expectedValue, exceedsThreshold: true, triggersReplan: inARow >= rule.consecutiveMissesRequired };
}

/** How many of the measured values that were recorded last were misses, up to the last one that was none. */
async function missesBefore({ data: { actuals } }: TractionWork, measureId: string): Promise<number> {
  const measured = { measureId, subtype: 'MEASURED' } as const;
  const hit = await actuals.findOne({ ...measured, exceedsThreshold: false }, { place: -1 });
  return actuals.count({ ...measured, place: { $gt: hit?.place ?? 0 } });
}

/**
 * Acts where the value has met the rule of its measure: tells the goals, and adjusts the plan or suggests how.
 * @param mode what the caller wants done
 */
export async function replanAfter(
  work: TractionWork,
  author: Author,
  measure: MeasureRow,
  actual: ActualRow,
  mode: AdjustmentMode,
): Promise<Replanned> {
  if (!actual.triggersReplan) return NOTHING;
  const rule = await work.data.replanRules.findOne({ measureId: measure.id });
  if (!rule) return NOTHING;
  if (rule.notifyOnTrigger) await notifyGoals(work, author.viewer, { measure, actual, rule });
  if (mode === 'MANUAL') return { adjustment: null, suggestions: await suggestions(work, measure, actual) };
  const strategy = mode === 'AUTO' ? ownStrategyOf(rule) : null;
  return strategy ? applied(work, author, measure, actual, strategy) : NOTHING;
}

/** The strategy that the rule applies by itself; null where somebody has to agree or to say how. */
function ownStrategyOf(rule: ReplanRuleRow): OwnStrategy | null {
  const { autoAdjustEnabled, requireUserApproval, adjustmentStrategy } = rule;
  if (!autoAdjustEnabled || requireUserApproval || adjustmentStrategy === 'CUSTOM') return null;
  return adjustmentStrategy;
}

/** Does nothing where the strategy cannot be applied. */
async function applied(
  work: TractionWork,
  author: Author,
  measure: MeasureRow,
  basis: ActualRow,
  strategy: OwnStrategy,
): Promise<Replanned> {
  const targets = await targetsWithin(work, measure.id);
  const moves = movesBy(strategy, basis, after(targets, basis.date));
  if (!moves) return NOTHING;
  const changes = changesOf(moves);
  const { adjustment } = await adjust(work, author, measure, targets, {
    strategy,
    basis,
    notes: null,
    changes,
  });
  return { adjustment, suggestions: [] };
}

const DESCRIPTIONS: Readonly<Record<OwnStrategy, string>> = {
  MAINTAIN_FINAL_GOAL: 'The last target stays; those before it lie on the straight line from the value to it',
  PROPORTIONAL_SHIFT: 'All later targets change as the value differs from the expected one',
};

/** The strategies that can be applied, with what they would make of the later targets. */
async function suggestions(
  work: TractionWork,
  measure: MeasureRow,
  actual: ActualRow,
): Promise<AdjustmentSuggestion[]> {
  const later = after(await targetsWithin(work, measure.id), actual.date);
  return (Object.keys(DESCRIPTIONS) as OwnStrategy[]).flatMap((strategy) => {
    const moves = movesBy(strategy, actual, later);
    if (!moves) return [];
    const targets = moves.map(({ target: { date, label, confidence, rationale }, value }) => ({
      date,
      value,
      label,
      confidence,
      rationale,
    }));
    return [{ strategy, description: DESCRIPTIONS[strategy], targets }];
  });
}
