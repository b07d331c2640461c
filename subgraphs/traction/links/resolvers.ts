/** Links of measures in the graph. Source: measures.yaml, listMeasureLinks to listStrategyMeasures. */
import { type Context, user } from '../context';
import { ownMeasure, readAim } from '../measures/reading';
import type { MeasureLinkResolvers, Resolvers } from '../schema.generated';
import { availableMeasures } from './available';
import { kindOf } from './ends';
import { linkFilter } from './filter';
import { linking } from './link';
import { linkingToGoal } from './link-to-goal';
import { ofGoal } from './of-goal';
import { measuresOfGoals } from './of-goals';
import { BY_AGE, onePerMeasure } from './per-goal';
import type { MeasureLinkRow } from './model';
import { linkProgress } from './progress';
import { unlinking } from './unlink';
import { updating } from './update';

const progress: MeasureLinkResolvers['progress'] = async (link, _args, context) => {
  const measure = await context.data.measures.load(link.measureId);
  const aim = measure && (await readAim(measure, context));
  return measure && linkProgress(measure, link, aim, context.clock.now());
};

const linksOfGoal = async (goalId: string, { data }: Context): Promise<MeasureLinkRow[]> =>
  onePerMeasure(await data.measureLinks.loadAll('goalId', goalId, BY_AGE));

export const linkResolvers = {
  Query: {
    measureLink: (_root, { id }, { data }) => data.measureLinks.load(id),
    measureLinks: (_root, { filter }, { data }) =>
      data.measureLinks.find(linkFilter(filter), { sort: { order: 1, ...BY_AGE } }),
    measuresOfGoals,
    ...ofGoal.Query,
  },
  Mutation: { ...linking, ...linkingToGoal, ...updating, ...unlinking, ...ofGoal.Mutation },
  Goal: {
    measures: ({ id }, _args, context) => linksOfGoal(id, context),
    measureCount: async ({ id }, _args, context) => (await linksOfGoal(id, context)).length,
    primaryMeasure: async ({ id }, _args, context) =>
      (await linksOfGoal(id, context)).find(({ isPrimary }) => isPrimary) ?? null,
    availableMeasures: ({ id }, _args, context) => availableMeasures(id, context),
  },
  MeasureLink: {
    __resolveReference: ({ id }, { data }) => data.measureLinks.load(id),
    kind: (link) => kindOf(link),
    person: ({ personId }) => user(personId),
    goal: ({ goalId }, _args, { data }) => (goalId === null ? null : data.goals.load(goalId)),
    strategy: ({ strategyId }, _args, { data }) =>
      strategyId === null ? null : data.strategies.load(strategyId),
    measure: (link, _args, context) => ownMeasure(link, context),
    progress,
  },
} satisfies Resolvers;
