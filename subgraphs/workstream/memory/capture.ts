/**
 * Keeps what an action leaves in the memory, inside its request but in a transaction of its own: a failed capture
 * never fails the action. Source: workstream.yaml, memory.captureRules.
 */
import { eventOf } from '../events';
import type { Context } from '../context';
import { nextNumber } from '../numbers';
import { ATOM_SCORES } from './model';
import type { Memory } from './moments';

/** Each memory becomes an atom, whatever stands in the memory already. */
export async function capture(context: Context, memories: readonly Memory[]): Promise<void> {
  if (memories.length === 0) return;
  const occurredAt = context.clock.now();
  try {
    await context.write(async (work) => {
      for (const memory of memories) {
        const number = await nextNumber(work.data.numbers, memory.orgId, 'atoms');
        const score = ATOM_SCORES[memory.atomType];
        const atom = await work.data.atoms.insert({ ...memory, number, score, occurredAt, expiresAt: null });
        work.record(eventOf('memory.atom.created', atom));
      }
    });
  } catch (err) {
    context.log.warn({ err, memories: memories.length }, 'A memory could not be captured');
  }
}
