/** Setting targets. Source: measures.yaml, createMeasureTarget to deleteMeasureTarget; traction.yaml, setMilestones. */
import { invalid } from '../../../common/errors';
import { given } from '../given';
import { requireNamedMeasure } from '../measures/named';
import { requireMeasure } from '../measures/require';
import type { SetTargetsInput } from '../schema.generated';
import { changeTargets, tellGoals } from './adjust';
import { raiseAlert } from './alerts';
import { authorOf } from './author';
import { ensureOrder } from './extremes';
import type { Mutations } from './mutations';
import { applyChange, changesTo, newTarget, refuseSameDay } from './target-changes';
import { requireTarget, targetsWithin } from './targets-within';

export const addTarget: Mutations['addTarget'] = async (_root, { input }, context) => {
  const { measureId: _id, linkId: _linkId, ...members } = input;
  const target = await context.write(async (work) => {
    const measure = await requireNamedMeasure(work, input);
    const added = newTarget(measure.id, members, authorOf(context));
    ensureOrder(measure, added);
    await tellGoals(work, measure);
    return work.data.targets.insert(added);
  });
  return { target };
};

export const updateTarget: Mutations['updateTarget'] = async (_root, { input }, context) => {
  const { measureId: _id, linkId: _linkId, id, ...rest } = input;
  const members = given(rest);
  const target = await context.write(async (work) => {
    const measure = await requireNamedMeasure(work, input);
    const before = await requireTarget(work, measure.id, id);
    ensureOrder(measure, { ...before, ...members });
    await tellGoals(work, measure);
    return applyChange(work, authorOf(context), { before, members });
  });
  return { target };
};

export const deleteTarget: Mutations['deleteTarget'] = async (_root, { input }, context) => {
  await context.write(async (work) => {
    const measure = await requireNamedMeasure(work, input);
    const { id } = await requireTarget(work, measure.id, input.id);
    await work.data.targets.remove({ _id: id }, context.clock.now());
    await tellGoals(work, measure);
  });
  return { deletedId: input.id };
};

export const setTargets: Mutations['setTargets'] = async (_root, { input }, context) => {
  refuseUnclear(input);
  const { measureId, targets: wanted, replaceAll = false } = input;
  return context.write(async (work) => {
    const author = authorOf(context);
    const measure = await requireMeasure(work, measureId);
    const before = await targetsWithin(work, measureId);
    const changes = changesTo(before, wanted, replaceAll);
    const { ids, targets, months } = await changeTargets(work, author, measure, before, changes);
    const impact = { changedTargets: ids.length, affectedPeriods: months.count };
    if (ids.length === 0) return { measure, impact };
    await tellGoals(work, measure);
    const alert = await raiseAlert(work, author, { measure, targets, adjustmentId: null });
    return { measure, impact: { ...impact, alert } };
  });
};

/** Throws VALIDATION_ERROR where the request does not say what is wanted. */
function refuseUnclear({ targets, replaceAll }: SetTargetsInput): void {
  if (targets.length === 0 && !replaceAll) {
    throw invalid({ targets: 'targets may be empty only with replaceAll' }, { targets: 'LENGTH' });
  }
  refuseSameDay(targets);
}
