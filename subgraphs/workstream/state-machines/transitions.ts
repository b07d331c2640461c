/** Whether a state may follow another, by a table that each organisation may set. Source: workstream.yaml, stateMachines. */
import { DomainError } from '../../../common/errors';
import type { TransitionTable } from '../registry/defaults';

export type StateMachine = 'candidate' | 'pursuit';

/** A state in the words of the contract, which are those of the tables. */
export const wordOf = (state: string): string => state.toLowerCase();

/**
 * Makes sure that the machine allows the step; a state that the table does not have has no way out.
 * Throws INVALID_STATE_TRANSITION, which tells what would be allowed.
 * @param from the present state, as the graph spells it
 */
export function ensureTransition(
  machine: StateMachine,
  table: TransitionTable,
  from: string,
  to: string,
): void {
  const [current, attempted] = [wordOf(from), wordOf(to)];
  const allowed = table[current] ?? [];
  if (allowed.includes(attempted)) return;
  throw new DomainError('INVALID_STATE_TRANSITION', `Invalid ${machine} transition ${current}→${attempted}`, {
    details: {
      currentState: current,
      attemptedState: attempted,
      allowedTransitions: allowed,
      stateMachine: machine,
    },
  });
}
