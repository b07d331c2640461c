/**
 * The checklist of an item: what the gates in force ask for, in their order, then what was added by hand. Required
 * items come onto it when it is first looked at, so that each has a number. Source: workstream.yaml, qualityGates,
 * listCandidateChecklist.
 */
import type { CandidateRow } from '../candidates/model';
import type { Context, WorkstreamWork } from '../context';
import type { ItemType } from '../numbered';
import { nextNumber } from '../numbers';
import type { PursuitRow } from '../pursuits/model';
import { Registry, registryOf } from '../registry/registry';
import type { ChecklistEntry, ChecklistItemRow } from './model';

/** On whose checklist items stand. */
export interface Holder {
  readonly orgId: number;
  readonly itemType: ItemType;
  readonly itemId: string;
  readonly itemNumber: number;
}

export const heldBy = (itemType: ItemType, row: CandidateRow | PursuitRow): Holder => ({
  orgId: row.orgId,
  itemType,
  itemId: row.id,
  itemNumber: row.number,
});

/** What the gates ask of a candidate, now or once it is a pursuit; each name once. */
export const requiredOfCandidate = (registry: Registry): readonly string[] => [
  ...new Set([...registry.pinkToRed().items, ...(registry.promotion()?.items ?? [])]),
];

/** The checklist of a candidate. Writes only where something required is not on it yet. */
export async function checklistOf(candidate: CandidateRow, context: Context): Promise<ChecklistEntry[]> {
  const now = context.clock.now();
  const entries = await context.data.configEntries.find({});
  if (entries.length > 0) {
    const required = requiredOfCandidate(new Registry(entries, now));
    const items = await context.data.checklistItems.loadAll('itemId', candidate.id, { number: 1 });
    const names = new Set(items.map(({ name }) => name));
    if (required.every((name) => names.has(name))) return arranged(items, required);
  }
  return context.write(async (work) => {
    const required = requiredOfCandidate(await registryOf(work, candidate.orgId, now));
    return completeChecklist(work, heldBy('CANDIDATE', candidate), required);
  });
}

/** The checklist within a write, with all that is required on it. */
export async function completeChecklist(
  work: WorkstreamWork,
  holder: Holder,
  required: readonly string[],
): Promise<ChecklistEntry[]> {
  const present = await work.data.checklistItems.find({ itemId: holder.itemId });
  const items = [...present];
  for (const name of required) {
    if (!present.some((item) => item.name === name)) items.push(await addItem(work, holder, { name }));
  }
  return arranged(items, required);
}

/** Required ones in the order of the gates, then those set by hand in the order in which they came. */
export function arranged(items: readonly ChecklistItemRow[], required: readonly string[]): ChecklistEntry[] {
  const first = required.flatMap((name) => items.filter((item) => item.name === name));
  const others = items.filter(({ name, setAt }) => setAt !== null && !required.includes(name));
  return [
    ...first.map((item) => ({ ...item, isRequired: true })),
    ...others.toSorted((a, b) => a.number - b.number).map((item) => ({ ...item, isRequired: false })),
  ];
}

type NewItem = Pick<ChecklistItemRow, 'name'> &
  Partial<Pick<ChecklistItemRow, 'isDone' | 'doneAt' | 'setAt'>>;

async function addItem({ data }: WorkstreamWork, holder: Holder, item: NewItem): Promise<ChecklistItemRow> {
  const number = await nextNumber(data.numbers, holder.orgId, 'checklistItems');
  return data.checklistItems.insert({ ...holder, number, isDone: false, doneAt: null, setAt: null, ...item });
}

/** Says how an item stands; one that is not on the list yet comes onto it. What stands so already stays as it is. */
export async function setItem(
  work: WorkstreamWork,
  holder: Holder,
  item: Required<NewItem>,
): Promise<ChecklistItemRow> {
  const { itemId } = holder;
  const { name, isDone, doneAt, setAt } = item;
  const before = await work.data.checklistItems.findOne({ itemId, name });
  if (!before) return addItem(work, holder, item);
  if (before.isDone === isDone && before.setAt !== null) return before;
  const after = await work.data.checklistItems.update(
    { _id: before.id },
    { $set: { isDone, doneAt, setAt } },
  );
  return after ?? before;
}
