/** Changing several targets at once, and what they were. Source: traction.yaml, setMilestones and adjustKpiPlan. */
import { Decimal, withinDigits } from '../../../common/decimals';
import { invalid } from '../../../common/errors';
import type { TractionWork } from '../context';
import type { TargetInput } from '../schema.generated';
import type { Author } from './author';
import { dayOf } from './calendar';
import type { Target, TargetRow } from './model';

/** What becomes of the targets of a measure. */
export interface TargetChanges {
  readonly added: readonly TargetInput[];
  readonly changed: readonly TargetChange[];
  readonly removed: readonly TargetRow[];
}

export interface TargetChange {
  readonly before: TargetRow;
  readonly members: Partial<Target>;
}

/** Throws VALIDATION_ERROR where two targets are of one day, in UTC. */
export function refuseSameDay(wanted: readonly TargetInput[]): void {
  const days = wanted.map(({ date }) => dayOf(date));
  const again = days.findIndex((day, index) => days.indexOf(day) < index);
  if (again === -1) return;
  const member = `targets.${again}.date`;
  throw invalid({ [member]: 'date must not be of the day of another target' }, { [member]: 'FORM' });
}

/**
 * What has to be done so that these targets are there: one of a day that has a target changes it, the last one where
 * there are several. What is as it should be is not changed.
 * @param replaceAll whether the others go
 */
export function changesTo(
  existing: readonly TargetRow[],
  wanted: readonly TargetInput[],
  replaceAll: boolean,
): TargetChanges {
  const byDay = new Map(existing.map((target) => [dayOf(target.date), target]));
  const met = wanted.map((target) => ({ target, before: byDay.get(dayOf(target.date)) }));
  const kept = new Set(met.map(({ before }) => before));
  return {
    added: met.filter(({ before }) => !before).map(({ target }) => target),
    changed: met.flatMap(({ target, before }) => (before ? changeOf(before, target) : [])),
    removed: replaceAll ? existing.filter((target) => !kept.has(target)) : [],
  };
}

/** The change that gives a target these members, of which those that are absent stay; none where all are as they were. */
export function changeOf(
  before: TargetRow,
  { value, label, confidence, rationale }: Partial<Omit<TargetInput, 'date'>>,
): TargetChange[] {
  const moved = value === undefined ? {} : movedTo(before, value);
  const given = Object.entries({ ...moved, label, confidence, rationale }).filter(
    ([name, member]) => member !== undefined && member !== null && member !== before[name as keyof Target],
  );
  return given.length === 0 ? [] : [{ before, members: Object.fromEntries(given) }];
}

/** The target at another value, with what is more and less than that at the same distance from it. */
function movedTo(
  { value: before, optimalValue, minimalValue }: TargetRow,
  value: number,
): Pick<Target, 'value' | 'optimalValue' | 'minimalValue'> {
  const move = (other: number | null): number | null =>
    other === null ? null : withinDigits(new Decimal(other).plus(value).minus(before));
  return { value, optimalValue: move(optimalValue), minimalValue: move(minimalValue) };
}

/** Writes the changes. Gives the ids of the targets that were added, changed or removed. */
export async function applyChanges(
  work: TractionWork,
  author: Author,
  measureId: string,
  { added, changed, removed }: TargetChanges,
): Promise<string[]> {
  const ids: string[] = [];
  for (const target of added) {
    const { id } = await work.data.targets.insert(newTarget(measureId, target, author));
    ids.push(id);
  }
  for (const change of changed) ids.push((await applyChange(work, author, change)).id);
  const gone = removed.map(({ id }) => id);
  if (gone.length > 0) await work.data.targets.remove({ _id: { $in: gone } }, author.now);
  return [...ids, ...gone];
}

/** Writes the change; a value that is no longer is a revision. */
export async function applyChange(
  { data }: TractionWork,
  { viewer }: Author,
  { before, members }: TargetChange,
): Promise<TargetRow> {
  if (members.value !== undefined && members.value !== before.value) {
    const { id: entryId, value } = before;
    await data.revisions.insert({ entryId, value, comment: null, changedBy: viewer.userId });
  }
  const after = await data.targets.update({ _id: before.id }, { $set: members });
  if (!after) throw new Error(`Target ${before.id} went while it was written`);
  return after;
}

/** A new target; members that are absent are null. */
export const newTarget = (
  measureId: string,
  { value, date, ...members }: TargetInput & Partial<Target>,
  { viewer }: Author,
): Target => ({
  measureId,
  value,
  date,
  optimalValue: members.optimalValue ?? null,
  minimalValue: members.minimalValue ?? null,
  periodStart: members.periodStart ?? null,
  label: members.label ?? null,
  confidence: members.confidence ?? null,
  rationale: members.rationale ?? null,
  createdBy: viewer.userId,
});
