/** Measures in the graph. Source: measures.yaml, listMeasures to deleteMeasure; traction.yaml, listKpis to deleteKpi. */
import type { Resolvers } from '../schema.generated';
import { progressOf } from './reading';

export const measureResolvers = {
  Query: {
    measure: (_root, { id }, { data }) => data.measures.load(id),
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
    progress: (measure, _args, context) => progressOf(measure, context),
  },
} satisfies Resolvers;
