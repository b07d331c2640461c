/** How measures are found and listed. Source: measures.yaml, listMeasures; traction.yaml, listKpis. */
import type { Filter } from '../../common/records';
import type { Context } from '../context';
import type { MeasureLink } from '../links/model';
import type { MeasureFilter, QueryMeasuresOfArgs } from '../schema.generated';
import { containing } from '../search';
import type { Measure } from './model';

/** How measures are listed. */
export const BY_NAME = { name: 1, _id: 1 } as const;

/** All parts of the filter must match. */
export async function measureFilter(
  filter: MeasureFilter | null | undefined,
  context: Context,
): Promise<Filter<Measure>> {
  const { ownerId, category, search, catalogOnly, customOnly, includeShared } = filter ?? {};
  const pattern = containing(search);
  return {
    ...(ownerId ? { ownerId } : {}),
    ...(category ? { category } : {}),
    ...(includeShared === false ? { _id: { $nin: await sharedIds(context) } } : {}),
    ...(catalogOnly || customOnly ? { catalogId: madeFrom(catalogOnly, customOnly) } : {}),
    ...(pattern ? { $or: [{ name: pattern }, { description: pattern }] } : {}),
  };
}

/** Asked for both, nothing matches. */
const madeFrom = (isFromCatalog: unknown, isCustom: unknown): { $ne?: null; $eq?: null } => ({
  ...(isFromCatalog ? { $ne: null } : {}),
  ...(isCustom ? { $eq: null } : {}),
});

/** The measures of the first that is given, else the caller's own. An id that names nothing has none. */
export async function whoseFilter(
  { ownerId, goalId, strategyId }: QueryMeasuresOfArgs,
  context: Context,
): Promise<Filter<Measure>> {
  if (isGiven(ownerId)) return { ownerId };
  if (isGiven(goalId)) return { _id: { $in: await linkedIds({ goalId }, context) } };
  if (isGiven(strategyId))
    return { $or: [{ strategyId }, { _id: { $in: await linkedIds({ strategyId }, context) } }] };
  return { ownerId: context.viewer.userId };
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

async function linkedIds(links: Filter<MeasureLink>, { data }: Context): Promise<string[]> {
  const found = await data.measureLinks.find(links);
  return [...new Set(found.map(({ measureId }) => measureId))];
}

/** The measures that are linked with more than one goal. */
async function sharedIds({ data }: Context): Promise<string[]> {
  const shared = await data.measureLinks.aggregate<{ readonly _id: string }>([
    { $match: { goalId: { $ne: null } } },
    { $group: { _id: { measureId: '$measureId', goalId: '$goalId' } } },
    { $group: { _id: '$_id.measureId', goals: { $sum: 1 } } },
    { $match: { goals: { $gt: 1 } } },
  ]);
  return shared.map(({ _id }) => _id);
}
