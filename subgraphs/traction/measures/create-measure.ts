/** Creating a measure by hand or from the catalog. Source: measures.yaml, createMeasure; traction.yaml, createKpi. */
import { invalid, notFound } from '../../../common/errors';
import { catalogEntry, membersOf, type MembersOfEntry } from '../catalog/catalog';
import type { Context, TractionWork } from '../context';
import { requireGoal } from '../goals/resolvers';
import { insertLink, type NewLink } from '../links/changing';
import { BY_AGE } from '../links/per-goal';
import { newThresholds } from '../links/thresholds';
import type { CreateMeasureInput, MutationResolvers } from '../schema.generated';
import { refuseFuture } from '../series/moments';
import { type NewEntry, recordEntry } from '../series/record';
import { insertMeasure, type NewMeasure } from './create';
import { given } from '../given';
import type { MeasureRow } from './model';

export const createMeasure: NonNullable<MutationResolvers['createMeasure']> = async (
  _root,
  { input },
  context,
) => {
  const members = newMeasure(input);
  const first = firstEntry(input, context);
  const { measure, link } = await context.write(async (work) => {
    if (input.strategyId) await requireStrategy(work, input.strategyId);
    if (input.goalId) await requireGoal(work, input.goalId);
    const created = await insertMeasure(work, context.viewer, members);
    const link = input.goalId ? await insertLink(work, created, ofOwner(created, input.goalId)) : null;
    return { link, measure: first ? (await recordEntry(work, created, first)).measure : created };
  });
  if (!input.goalId) context.data.measureLinks.hasNone('measureId', measure.id, BY_AGE);
  return { measure, link };
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

/** The value that begins the series; throws VALIDATION_ERROR for a date that is still to come. */
function firstEntry(
  { currentValue, currentValueDate }: CreateMeasureInput,
  { clock, viewer }: Context,
): NewEntry | null {
  const now = clock.now();
  const date = currentValueDate ?? now;
  refuseFuture(date, now, 'currentValueDate', 'Current value date cannot be in the future');
  if (currentValue === null || currentValue === undefined) return null;
  return { value: currentValue, date, always: true, dataSource: 'MANUAL', recordedBy: viewer.userId };
}

/** For the owner of the measure, behind the other measures of the goal. */
const ofOwner = ({ ownerId }: MeasureRow, goalId: string): NewLink => ({
  ...newThresholds(null),
  personId: ownerId,
  goalId,
  strategyId: null,
  weight: 1,
  order: null,
  isPrimary: false,
});
