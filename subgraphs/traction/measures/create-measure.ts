/** Creating a measure by hand or from the catalog. Source: measures.yaml, createMeasure; traction.yaml, createKpi. */
import { invalid, notFound } from '../../../common/errors';
import { catalogEntry, membersOf, type MembersOfEntry } from '../catalog/catalog';
import type { TractionWork } from '../context';
import { requireGoal } from '../goals/resolvers';
import { BY_AGE } from '../links/per-goal';
import type { CreateMeasureInput, MutationResolvers } from '../schema.generated';
import { measureLinked } from './activity';
import { insertMeasure, type NewMeasure } from './create';
import { given } from './given';
import type { MeasureRow } from './model';

export const createMeasure: NonNullable<MutationResolvers['createMeasure']> = async (
  _root,
  { input },
  context,
) => {
  const members = newMeasure(input);
  const measure = await context.write(async (work) => {
    if (input.strategyId) await requireStrategy(work, input.strategyId);
    if (input.goalId) await requireGoal(work, input.goalId);
    const created = await insertMeasure(work, context.viewer, members);
    if (input.goalId) await linkWithGoal(work, created, input.goalId);
    return created;
  });
  if (!input.goalId) context.data.measureLinks.hasNone('measureId', measure.id, BY_AGE);
  return { measure };
};

/** What is not given is the catalog's. Throws VALIDATION_ERROR where neither has a name. */
function newMeasure(input: CreateMeasureInput): NewMeasure {
  const { name, catalogEntryId, goalId, currentValue, currentValueDate, ...others } = input;
  const known = catalogEntryId ? fromCatalog(catalogEntryId) : null;
  const called = name?.trim() ? name : known?.name;
  if (called === undefined) throw invalid({ name: 'name is required' }, { name: 'MISSING' });
  const catalogId = known?.catalogId ?? others.catalogId;
  return { ...known, ...given({ ...others, catalogId }), name: called };
}

function fromCatalog(id: string): MembersOfEntry {
  const entry = catalogEntry(id);
  if (!entry) throw notFound('MEASURE_NOT_FOUND', 'catalogMeasure', id);
  return membersOf(entry);
}

async function requireStrategy({ data }: TractionWork, id: string): Promise<void> {
  if (!(await data.strategies.load(id))) throw notFound('STRATEGY_NOT_FOUND', 'strategy', id);
}

/** What a link is that nothing is said of. */
const UNSAID = { strategyId: null, thresholdPct: 80, riskThresholdPct: 50, weight: 1, isPrimary: false };

/** For the owner of the measure, behind the other measures of the goal. */
async function linkWithGoal(work: TractionWork, measure: MeasureRow, goalId: string): Promise<void> {
  const { measureLinks } = work.data;
  const last = await measureLinks.findOne({ goalId }, { order: -1 });
  const link = await measureLinks.insert({
    ...UNSAID,
    measureId: measure.id,
    personId: measure.ownerId,
    goalId,
    order: (last?.order ?? 0) + 1,
  });
  work.record(measureLinked(measure, link));
}
