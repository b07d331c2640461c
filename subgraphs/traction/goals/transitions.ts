/** Which status of a goal may follow which. Source: traction.yaml, stateMachines.goal. */
import { DomainError } from '../../../common/errors';
import type { Goal, GoalStatus } from './model';

type Table = Readonly<Record<GoalStatus, readonly GoalStatus[]>>;

/** What activating, pausing and closing can do. */
const BY_VERB: Table = {
  DRAFT: ['ACTIVE', 'COMPLETED', 'CANCELLED'],
  ACTIVE: ['PAUSED', 'COMPLETED', 'CANCELLED'],
  PAUSED: ['ACTIVE', 'COMPLETED', 'CANCELLED'],
  ARCHIVED: ['CANCELLED'],
  COMPLETED: [],
  CANCELLED: [],
};

/** What only an update can do beside that: archive a goal, and bring it back. */
const BY_UPDATE: Table = {
  DRAFT: ['ARCHIVED'],
  ACTIVE: ['ARCHIVED'],
  PAUSED: ['ARCHIVED'],
  ARCHIVED: ['ACTIVE', 'PAUSED'],
  COMPLETED: ['ARCHIVED'],
  CANCELLED: ['ARCHIVED'],
};

export type StatusChange = Pick<Goal, 'status'> & Partial<Pick<Goal, 'completedAt'>>;

/** The change of activating, pausing or closing. Throws INVALID_STATUS_TRANSITION. */
export function changeByVerb(from: GoalStatus, to: GoalStatus, now: Date): StatusChange {
  if (!BY_VERB[from].includes(to)) throw illegal(from, to);
  return changeTo(to, now);
}

/** The change of an update; the current status changes nothing. Throws INVALID_STATUS_TRANSITION. */
export function changeByUpdate(from: GoalStatus, to: GoalStatus, now: Date): Partial<StatusChange> {
  if (from === to) return {};
  if (!BY_VERB[from].includes(to) && !BY_UPDATE[from].includes(to)) throw illegal(from, to);
  return changeTo(to, now);
}

function changeTo(status: GoalStatus, now: Date): StatusChange {
  if (status === 'COMPLETED') return { status, completedAt: now };
  if (status === 'ACTIVE') return { status, completedAt: null };
  return { status };
}

function illegal(from: GoalStatus, to: GoalStatus): DomainError {
  const [current, next] = [from.toLowerCase(), to.toLowerCase()];
  return new DomainError('INVALID_STATUS_TRANSITION', `A goal that is ${current} cannot become ${next}`, {
    details: { currentStatus: current, attemptedStatus: next },
  });
}
