/** Setting the replan rule of a measure. Source: traction.yaml, updateReplanRule. */
import { measureUpdated } from '../measures/activity';
import { given } from '../given';
import { requireMeasure } from '../measures/require';
import type { ReplanRule } from './model';
import type { Mutations } from './mutations';

/** What a new rule has where nothing else is said. */
const DEFAULTS: Omit<ReplanRule, 'measureId'> = {
  varianceThresholdPercentage: 10,
  consecutiveMissesRequired: 1,
  autoAdjustEnabled: false,
  adjustmentStrategy: 'MAINTAIN_FINAL_GOAL',
  requireUserApproval: true,
  notifyOnTrigger: true,
  notificationRecipients: [],
};

export const setReplanRule: Mutations['setReplanRule'] = async (_root, { input }, context) => {
  const { measureId, ...rest } = input;
  const members = given(rest);
  const rule = await context.write(async (work) => {
    const { replanRules } = work.data;
    const measure = await requireMeasure(work, measureId);
    const before = await replanRules.findOne({ measureId });
    work.record(measureUpdated(measure));
    if (!before) return replanRules.insert({ ...DEFAULTS, ...members, measureId });
    return (await replanRules.update({ measureId }, { $set: members })) ?? before;
  });
  return { rule };
};
