/**
 * The integer ids of users and organisations: unique on the platform, ascending, allocated in the write that creates
 * them. Source: account.yaml, tokens.claims (user_number, org_id); contract README, row 11.
 */
import { defineCollection } from '../../common/collections';
import type { Records } from '../../common/records';
import { PLATFORM } from '../platform';

/** What is numbered; the id of its counter. */
export type Numbered = 'users' | 'organisations';

interface LastNumber {
  readonly last: number;
}

/** The last number given to each kind. */
export const numbers = defineCollection<LastNumber>('numbers', { last: { type: Number, default: 0 } });

/** The next number, from 1. Writes that ask at the same time conflict, and one of them is run again. */
export async function nextNumber(given: Records<LastNumber>, kind: Numbered): Promise<number> {
  const { last } = await given.upsert({ _id: kind, tenantId: PLATFORM }, { $inc: { last: 1 } });
  return last;
}
