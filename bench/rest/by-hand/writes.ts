/** A new goal, with its numbered row in the tenant's change log: both, or neither. */
import { newId } from '../../../common/ids';
import type { ClientSession } from 'mongoose';
import type { Caller } from './identity';
import type { WholeGoal } from './json';
import { goalLimitReached } from './refusals';
import type { NewGoal } from './requests';
import type { Goal, Store } from './store';

const TRANSACTION = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority' },
} as const;

/** Side by side, all writes of a tenant but one would conflict in its counter and be run again. */
const lastOf = new Map<string, Promise<unknown>>();

async function inTurn<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  const turn = (lastOf.get(tenantId) ?? Promise.resolve()).then(work);
  const last = turn.catch(() => undefined);
  lastOf.set(tenantId, last);
  try {
    return await turn;
  } finally {
    if (lastOf.get(tenantId) === last) lastOf.delete(tenantId);
  }
}

export async function createGoal(
  store: Store,
  caller: Caller,
  { ownerId = caller.userId, ...members }: NewGoal,
): Promise<WholeGoal> {
  const { tenantId } = caller;
  const [goal, owner] = await Promise.all([
    inTurn(tenantId, () =>
      store.connection.transaction(
        (session) => insert(store, session, caller, { ...members, ownerId }),
        TRANSACTION,
      ),
    ),
    store.users.findOne({ _id: ownerId, tenantId }).lean(),
  ]);
  // Nothing can belong to it yet.
  return { goal, owner: owner ?? undefined, alignment: undefined, strategies: [], kpis: [] };
}

async function insert(
  { goals, counters, changes }: Store,
  session: ClientSession,
  { tenantId, userId, goalLimit }: Caller,
  members: Omit<NewGoal, 'ownerId'> & Pick<Goal, 'ownerId'>,
): Promise<Goal> {
  if (goalLimit !== null) {
    const count = await goals.countDocuments({ tenantId, deletedAt: null }, { session });
    if (count >= goalLimit) throw goalLimitReached();
  }
  const id = newId();
  const [goal] = await goals.create([{ _id: id, tenantId, ...members }], { session });
  const counter = await counters
    .findOneAndUpdate(
      { _id: tenantId, tenantId },
      { $inc: { last: 1 } },
      { session, upsert: true, returnDocument: 'after' },
    )
    .lean();
  const change = {
    seq: counter.last,
    kind: 'goal_created',
    subject: { type: 'goal', id, title: members.title },
    goalId: id,
    visibleIn: ['recent', 'audit'],
    description: 'Goal created',
  };
  await changes.create([{ tenantId, actorId: userId, ...change }], { session });
  return goal?.toObject() as Goal;
}
