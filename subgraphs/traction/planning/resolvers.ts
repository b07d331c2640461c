/** Planning in the graph. Source: traction.yaml, getMilestones to updateReplanRule; measures.yaml, listMeasureTargets. */
import type { Context } from '../context';
import { nextTarget } from '../measures/progress';
import { ownMeasure, progressOf, targetsOf } from '../measures/reading';
import type { MeasureResolvers, Resolvers } from '../schema.generated';
import { adjustPlan } from './adjusting';
import { acknowledgeAlert, NEWEST_FIRST, readAlerts } from './alerts';
import { readPlan } from './baseline';
import { affectedGoals } from './impact';
import type { ReplanRuleRow } from './model';
import { periodsOf, trajectoryOf } from './periods';
import { setReplanRule } from './rules';
import { addTarget, deleteTarget, setTargets, updateTarget } from './targets';

const OLDEST_FIRST = { createdAt: 1, _id: 1 } as const;

const plan: NonNullable<MeasureResolvers['plan']> = async (
  measure,
  { granularity, interpolation },
  context,
) => {
  const targets = await targetsOf(measure, context);
  const line = await readPlan(context.data, measure, targets, interpolation ?? measure.interpolation);
  return { method: line.method, granularity, periods: periodsOf(line, granularity), ...trajectoryOf(line) };
};

const ruleOf = async (measureId: string, { data }: Context): Promise<ReplanRuleRow | null> =>
  (await data.replanRules.loadAll('measureId', measureId, OLDEST_FIRST))[0] ?? null;

export const planningResolvers = {
  Query: {
    crossGoalAlerts: (_root, args, context) => readAlerts(context, args),
    replanRule: async (_root, { measureId }, context) => {
      const measure = await ownMeasure({ measureId }, context);
      return ruleOf(measure.id, context);
    },
  },
  Mutation: {
    addTarget,
    updateTarget,
    deleteTarget,
    setTargets,
    adjustPlan,
    setReplanRule,
    acknowledgeAlert,
  },
  Goal: { alerts: ({ id }, { status }, context) => readAlerts(context, { goalId: id, status }) },
  Measure: {
    targets: (measure, _args, context) => targetsOf(measure, context),
    targetCount: async (measure, _args, context) => (await targetsOf(measure, context)).length,
    nextTarget: async (measure, _args, context) =>
      nextTarget(await targetsOf(measure, context), context.clock.now()) ?? null,
    plan,
    adjustments: ({ id }, _args, { data }) => data.planAdjustments.loadAll('measureId', id, NEWEST_FIRST),
    replanRule: ({ id }, _args, context) => ruleOf(id, context),
    impact: async (measure, _args, context) => ({
      affectedGoals: await affectedGoals(context.data, measure.id, await progressOf(measure, context)),
    }),
    alerts: ({ id }, _args, { data }) => data.crossGoalAlerts.loadAll('measureId', id, NEWEST_FIRST),
  },
  Target: {
    __resolveReference: ({ id }, { data }) => data.targets.load(id),
    measure: (target, _args, context) => ownMeasure(target, context),
    revisions: ({ id }, _args, { data }) => data.revisions.loadAll('entryId', id, OLDEST_FIRST),
  },
  PlanAdjustment: {
    __resolveReference: ({ id }, { data }) => data.planAdjustments.load(id),
    measure: (adjustment, _args, context) => ownMeasure(adjustment, context),
    basedOn: ({ basedOnActualId: id }, _args, { data }) => (id === null ? null : data.actuals.load(id)),
    previousTargets: ({ previousTargets }) => [...previousTargets],
    newTargets: ({ newTargets }) => [...newTargets],
    affectedTargetIds: ({ affectedTargetIds }) => [...affectedTargetIds],
    affectedGoalIds: ({ affectedGoalIds }) => [...affectedGoalIds],
  },
  ReplanRule: { notificationRecipients: ({ notificationRecipients }) => [...notificationRecipients] },
  CrossGoalAlert: {
    __resolveReference: ({ id }, { data }) => data.crossGoalAlerts.load(id),
    affectedGoals: ({ affectedGoals: goals }) => [...goals],
  },
} satisfies Resolvers;
