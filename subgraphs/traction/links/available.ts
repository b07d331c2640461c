/**
 * What could be measured for a goal: the catalog and the tenant's own measures, with the goals that use them. All of it
 * is read once, for however many goals of a request. Source: traction.yaml, getAvailableKpis; measures.yaml, KPI model 10.
 */
import { CATALOG, type CatalogEntry } from '../catalog/entries';
import type { Context } from '../context';
import type { MeasureRow } from '../measures/model';
import type { AvailableMeasure, AvailableMeasures } from '../schema.generated';
import type { MeasureLinkRow } from './model';
import { BY_AGE } from './per-goal';

interface Usage {
  /** The tenant's own measures, by name. */
  readonly own: readonly MeasureRow[];
  /** The goals that use an own measure, that of its oldest link first; or any measure of an entry of the catalog. */
  readonly goalIds: ReadonlyMap<string, ReadonlySet<string>>;
  /** By goal. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Data is new after each write, and so is what is read from it. */
const readings = new WeakMap<Context['data'], Promise<Usage>>();

export async function availableMeasures(goalId: string, { data }: Context): Promise<AvailableMeasures> {
  const usage = readings.get(data) ?? readUsage(data);
  readings.set(data, usage);
  return availableFor(goalId, await usage);
}

async function readUsage(data: Context['data']): Promise<Usage> {
  const [measures, links] = await Promise.all([
    data.measures.find({}, { sort: { name: 1, _id: 1 } }),
    data.measureLinks.find({ goalId: { $ne: null } }, { sort: BY_AGE }),
  ]);
  const goalIds = goalsUsing(measures, links);
  const ids = new Set([...goalIds.values()].flatMap((users) => [...users]));
  const goals = await Promise.all([...ids].map((id) => data.goals.load(id)));
  return {
    own: measures.filter(({ catalogId }) => catalogId === null),
    goalIds,
    titles: new Map(goals.flatMap((goal) => (goal ? [[goal.id, goal.title]] : []))),
  };
}

/** By the id under which a measure is offered: its own, or that of its entry in the catalog. */
function goalsUsing(
  measures: readonly MeasureRow[],
  links: readonly MeasureLinkRow[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const offered = new Map(measures.map(({ id, catalogId }) => [id, catalogId ?? id]));
  const users = new Map([...offered.values()].map((id) => [id, new Set<string>()]));
  for (const { measureId, goalId } of links) {
    if (goalId !== null) users.get(offered.get(measureId) ?? measureId)?.add(goalId);
  }
  return users;
}

function availableFor(goalId: string, { own, goalIds, titles }: Usage): AvailableMeasures {
  const offer = (measure: MeasureRow | CatalogEntry): Omit<AvailableMeasure, 'source'> => {
    const { id, name, description, unit, direction, category } = measure;
    const users = goalIds.get(id);
    const goalCount = users?.size ?? 0;
    const usage = { goalCount, isUsedHere: users?.has(goalId) ?? false };
    return { id, name, description, unit, direction, category, isShared: goalCount > 1, usage };
  };
  const sourceOf = ({ id }: MeasureRow): string => {
    const [oldest = ''] = goalIds.get(id) ?? [];
    const title = titles.get(oldest);
    return title === undefined ? 'Custom' : `Created by ${title}`;
  };
  return {
    catalog: CATALOG.map((entry) => ({ ...offer(entry), source: 'Catalog', isShared: false })),
    own: own.map((measure) => ({ ...offer(measure), source: sourceOf(measure) })),
  };
}
