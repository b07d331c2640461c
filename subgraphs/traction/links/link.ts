/** Linking measures. Source: measures.yaml, createMeasureLink; KPI model 6; traction.yaml, linkKpi. */
import { invalid } from '../../../common/errors';
import { requireMeasure } from '../measures/require';
import type { LinkMeasureInput, MutationResolvers } from '../schema.generated';
import { insertLink, type NewLink } from './changing';
import { requireGoalAndStrategy } from './required';
import { newThresholds } from './thresholds';

const linkMeasure: MutationResolvers['linkMeasure'] = async (_root, { input }, context) => {
  const members = readLink(input);
  const link = await context.write(async (work) => {
    const measure = await requireMeasure(work, input.measureId);
    await requireGoalAndStrategy(work, members);
    return insertLink(work, measure, members);
  });
  return { link };
};

/** What is not given is as usual. Throws VALIDATION_ERROR for what contradicts itself. */
function readLink({
  personId,
  goalId,
  strategyId,
  weight,
  order,
  isPrimary,
  ...given
}: LinkMeasureInput): NewLink {
  if (strategyId && !goalId) {
    throw invalid({ strategyId: 'Strategy link requires goalId' }, { strategyId: 'MISSING' });
  }
  return {
    personId,
    goalId: goalId ?? null,
    strategyId: strategyId ?? null,
    ...newThresholds(given.thresholdPct, given.riskThresholdPct),
    weight: weight ?? 1,
    order: order ?? null,
    isPrimary: isPrimary ?? false,
  };
}

export const linking = { linkMeasure } satisfies MutationResolvers;
