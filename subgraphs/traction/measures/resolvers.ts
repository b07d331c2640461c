/** Measures in the graph. Source: measures.yaml, listMeasures to deleteMeasure; traction.yaml, listKpis to deleteKpi. */
import { readPage } from '../../common/paging';
import { type Context, user } from '../context';
import type { MeasureLinkRow } from '../links/model';
import { BY_AGE, onePerGoal } from '../links/per-goal';
import type { Resolvers } from '../schema.generated';
import { createMeasure } from './create-measure';
import { deleteMeasure } from './delete-measure';
import type { MeasureRow } from './model';
import { BY_NAME, measureFilter, whoseFilter } from './queries';
import { namedMeasure } from './named';
import { progressOf } from './reading';
import { restoreMeasure } from './restore-measure';
import { updateMeasure } from './update-measure';

/** The order of a strategy's links. */
const IN_ORDER = { order: 1, ...BY_AGE } as const;

const linksOf = ({ id }: MeasureRow, { data }: Context): Promise<MeasureLinkRow[]> =>
  data.measureLinks.loadAll('measureId', id, BY_AGE);

const goalLinksOf = async (measure: MeasureRow, context: Context): Promise<MeasureLinkRow[]> =>
  onePerGoal(await linksOf(measure, context));

export const measureResolvers = {
  Query: {
    measure: (_root, name, context) => namedMeasure(name, context),
    measures: async (_root, { filter, ...page }, context) =>
      readPage(context.data.measures, await measureFilter(filter, context), BY_NAME, page),
    measuresOf: async (_root, args, context) =>
      readPage(context.data.measures, await whoseFilter(args, context), BY_NAME, args),
    namedMeasures: (_root, { measures }, { data }) =>
      Promise.all(
        measures.map(async ({ id, name }) => ({
          name: name ?? null,
          measure: id ? await data.measures.load(id) : null,
        })),
      ),
  },
  Mutation: { createMeasure, updateMeasure, deleteMeasure, restoreMeasure },
  Measure: {
    __resolveReference: ({ id }, context) => context.data.measures.load(id),
    tenant: ({ tenantId }) => ({ __typename: 'Tenant', id: tenantId }),
    owner: ({ ownerId }) => user(ownerId),
    progress: (measure, _args, context) => progressOf(measure, context),
    links: (measure, _args, context) => linksOf(measure, context),
    linkedGoals: (measure, _args, context) => goalLinksOf(measure, context),
    linkedGoalCount: async (measure, _args, context) => (await goalLinksOf(measure, context)).length,
    isShared: async (measure, _args, context) => (await goalLinksOf(measure, context)).length > 1,
    isDeleted: ({ deletedAt }) => Boolean(deletedAt),
  },
  Strategy: {
    measures: ({ id }, _args, { data }) => data.measureLinks.loadAll('strategyId', id, IN_ORDER),
  },
  User: {
    measures: ({ id }, _args, { data }) => data.measures.loadAll('ownerId', id, BY_NAME),
  },
} satisfies Resolvers;
