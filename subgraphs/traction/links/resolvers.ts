/** Links of measures in the graph. Source: measures.yaml, listMeasureLinks to listStrategyMeasures. */
import { notFound } from '../../../common/errors';
import type { Resolvers } from '../schema.generated';
import { BY_AGE, onePerMeasure } from './per-goal';

export const linkResolvers = {
  Goal: {
    measures: async ({ id }, _args, { data }) =>
      onePerMeasure(await data.measureLinks.loadAll('goalId', id, BY_AGE)),
  },
  MeasureLink: {
    __resolveReference: ({ id }, { data }) => data.measureLinks.load(id),
    goal: ({ goalId }, _args, { data }) => (goalId === null ? null : data.goals.load(goalId)),
    measure: async ({ measureId }, _args, { data }) => {
      const measure = await data.measures.load(measureId);
      if (!measure) throw notFound('MEASURE_NOT_FOUND', 'measure', measureId);
      return measure;
    },
  },
} satisfies Resolvers;
