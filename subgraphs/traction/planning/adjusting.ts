/** Adjusting a plan by hand. Source: traction.yaml, adjustKpiPlan. */
import { DomainError, invalid } from '../../../common/errors';
import type { TractionWork } from '../context';
import { requireMeasure } from '../measures/require';
import type { AdjustPlanInput, TargetInput } from '../schema.generated';
import { requireActual } from '../series/corrections';
import type { ActualRow } from '../series/model';
import { adjust, changesOf } from './adjust';
import { authorOf } from './author';
import type { TargetRow } from './model';
import type { Mutations } from './mutations';
import { after } from './plan';
import { movesBy, type OwnStrategy } from './strategies';
import { changesTo, refuseSameDay, type TargetChanges } from './target-changes';
import { targetsWithin } from './targets-within';

export const adjustPlan: Mutations['adjustPlan'] = async (_root, { input }, context) => {
  refuseUnclear(input);
  const { measureId, strategy, rationale: notes } = input;
  return context.write(async (work) => {
    const author = authorOf(context);
    const measure = await requireMeasure(work, measureId);
    const basis = await basisOf(work, input);
    const before = await targetsWithin(work, measureId);
    const changes = changesBy(input, basis, before, author.now);
    const how = { strategy, basis, notes, changes };
    const { adjustment, months } = await adjust(work, author, measure, before, how);
    return { adjustment, measure, recalculatedPeriods: [...months.now] };
  });
};

/** Throws VALIDATION_ERROR where targets are needed and are not given, or not clearly. */
function refuseUnclear({ strategy, targets }: AdjustPlanInput): void {
  if (strategy !== 'CUSTOM') return;
  if (!targets) throw invalid({ targets: 'targets is required for a custom plan' }, { targets: 'MISSING' });
  refuseSameDay(targets);
}

/** The value that is named, else the one measured last; null where there is none. Throws ACTUAL_NOT_FOUND. */
async function basisOf(
  work: TractionWork,
  { measureId, basedOnActualId: id }: AdjustPlanInput,
): Promise<ActualRow | null> {
  if (id) return requireActual(work, measureId, id);
  return work.data.actuals.findOne({ measureId, subtype: 'MEASURED' }, { date: -1, place: -1 });
}

/** What the strategy does with the targets after the basis, or after now where there is no value to begin from. */
function changesBy(
  { strategy, targets }: AdjustPlanInput,
  basis: ActualRow | null,
  before: readonly TargetRow[],
  now: Date,
): TargetChanges {
  const begin = basis?.date ?? now;
  const later = after(before, begin);
  if (strategy === 'CUSTOM') return replacing(later, targets ?? [], begin);
  if (!basis) throw new DomainError('ACTUAL_NOT_FOUND', 'There is no value to begin from');
  return moving(strategy, basis, later);
}

/** The given targets in place of the later ones. Throws VALIDATION_ERROR where one is not later. */
function replacing(later: readonly TargetRow[], targets: readonly TargetInput[], begin: Date): TargetChanges {
  const isLater = new Set(after(targets, begin));
  const early = targets.findIndex((target) => !isLater.has(target));
  if (early === -1) return changesTo(later, targets, true);
  const member = `targets.${early}.date`;
  const fault = 'date must be after the day that the plan begins from';
  throw invalid({ [member]: fault }, { [member]: 'RANGE' });
}

/** Throws VALIDATION_ERROR where the strategy cannot be applied. */
function moving(strategy: OwnStrategy, basis: ActualRow, later: readonly TargetRow[]): TargetChanges {
  const moves = movesBy(strategy, basis, later);
  if (moves) return changesOf(moves);
  const fault =
    later.length === 0
      ? 'strategy has nothing to change: no target is after the value'
      : 'strategy cannot be applied to this value: the plan expected none to compare it with';
  throw invalid({ strategy: fault }, { strategy: 'RANGE' });
}
