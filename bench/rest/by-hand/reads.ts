/** Goals with all that belongs to them: a query for each collection, however many goals, and side by side. */
import type { GoalQuery } from './requests';
import type { Caller } from './identity';
import { goalNotFound } from './refusals';
import type { Goal, Store } from './store';
import type { LinkedMeasure, WholeGoal } from './json';

export interface Page {
  readonly goals: readonly WholeGoal[];
  readonly total: number;
}

export async function readGoal(store: Store, { tenantId }: Caller, id: string): Promise<WholeGoal> {
  const goal = await store.goals.findOne({ _id: id, tenantId, deletedAt: null }).lean<Goal>();
  const [whole] = goal ? await withAll(store, tenantId, [goal]) : [];
  if (!whole) throw goalNotFound(id);
  return whole;
}

export async function listGoals(
  store: Store,
  { tenantId }: Caller,
  { filter, sort, page }: GoalQuery,
): Promise<Page> {
  const within = { ...filter, tenantId, deletedAt: null };
  const query = store.goals.find(within).sort({ ...sort, _id: -1 });
  if (page) query.skip((page.number - 1) * page.size).limit(page.size);
  const [goals, total] = await Promise.all([query.lean<Goal[]>(), store.goals.countDocuments(within)]);
  return { goals: await withAll(store, tenantId, goals), total };
}

async function withAll(store: Store, tenantId: string, goals: readonly Goal[]): Promise<WholeGoal[]> {
  const ofGoals = { tenantId, goalId: { $in: goals.map(({ _id }) => _id) } };
  const owners = [...new Set(goals.map(({ ownerId }) => ownerId))];
  const [strategies, kpis, users, alignments] = await Promise.all([
    store.strategies
      .find({ ...ofGoals, deletedAt: null })
      .sort({ order: 1 })
      .lean(),
    readMeasures(store, ofGoals),
    store.users.find({ tenantId, _id: { $in: owners } }).lean(),
    store.alignments.find(ofGoals).lean(),
  ]);
  const strategiesOf = groupBy(strategies, ({ goalId }) => goalId);
  const kpisOf = groupBy(kpis, ({ link }) => link.goalId);
  const userOf = new Map(users.map((user) => [user._id, user]));
  const alignmentOf = new Map(alignments.map((alignment) => [alignment.goalId, alignment]));
  return goals.map((goal) => ({
    goal,
    owner: userOf.get(goal.ownerId),
    alignment: alignmentOf.get(goal._id),
    strategies: strategiesOf.get(goal._id) ?? [],
    kpis: kpisOf.get(goal._id) ?? [],
  }));
}

interface OfGoals {
  readonly tenantId: string;
  readonly goalId: { readonly $in: string[] };
}

async function readMeasures({ links, measures, targets }: Store, ofGoals: OfGoals): Promise<LinkedMeasure[]> {
  const found = await links
    .find({ ...ofGoals, deletedAt: null })
    .sort({ order: 1 })
    .lean();
  if (found.length === 0) return [];
  const { tenantId } = ofGoals;
  const ids = found.map(({ measureId }) => measureId);
  const [linked, aims] = await Promise.all([
    measures.find({ tenantId, _id: { $in: ids }, deletedAt: null }).lean(),
    targets
      .find({ tenantId, measureId: { $in: ids }, deletedAt: null })
      .sort({ date: 1 })
      .lean(),
  ]);
  const measureOf = new Map(linked.map((measure) => [measure._id, measure]));
  const targetsOf = groupBy(aims, ({ measureId }) => measureId);
  return found.flatMap((link) => {
    const measure = measureOf.get(link.measureId);
    return measure ? [{ link, measure, targets: targetsOf.get(measure._id) ?? [] }] : [];
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
