/**
 * The integer ids of Workstream's records: ascending, one sequence for each kind within an organisation, allocated in
 * the write that creates the record. Source: workstream.yaml, conventions.ids.
 */
import { defineCollection } from '../common/collections';
import type { Records } from '../common/records';

/** What is numbered. */
export type Numbered =
  'signals' | 'candidates' | 'pursuits' | 'clusters' | 'checklistItems' | 'configEntries' | 'atoms';

interface LastNumber {
  readonly last: number;
}

/** The last number given to each kind; organisations are unique on the platform, so they can stand in the id. */
export const numbers = defineCollection<LastNumber>('numbers', { last: { type: Number, default: 0 } });

/** The next number, from 1. Writes that ask at the same time conflict, and one of them is run again. */
export async function nextNumber(given: Records<LastNumber>, orgId: number, kind: Numbered): Promise<number> {
  const { last } = await given.upsert({ _id: `${orgId}/${kind}` }, { $inc: { last: 1 } });
  return last;
}
