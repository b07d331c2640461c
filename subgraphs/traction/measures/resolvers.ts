/** Measures and their links with goals in the graph. */
import { notFound } from '../../../common/errors';
import type { Resolvers } from '../schema.generated';
import { measureProgress } from './progress';

export const measureResolvers = {
  Query: {
    namedMeasures: (_root, { measures }, { data }) =>
      Promise.all(
        measures.map(async ({ id, name }) => ({
          name: name ?? null,
          measure: id ? await data.measures.load(id) : null,
        })),
      ),
  },
  Measure: {
    __resolveReference: ({ id }, context) => context.data.measures.load(id),
    progress: measureProgress,
  },
  MeasureLink: {
    __resolveReference: ({ id }, context) => context.data.measureLinks.load(id),
    goal: async ({ goalId }, _args, context) => {
      const goal = await context.data.goals.load(goalId);
      if (!goal) throw notFound('GOAL_NOT_FOUND', 'goal', goalId);
      return goal;
    },
    measure: async ({ measureId }, _args, context) => {
      const measure = await context.data.measures.load(measureId);
      if (!measure) throw notFound('RESOURCE_NOT_FOUND', 'measure', measureId);
      return measure;
    },
  },
} satisfies Resolvers;
