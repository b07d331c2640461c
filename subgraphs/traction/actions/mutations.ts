/** Writing actions. Source: traction.yaml, endpoints createAction to deleteAction. */
import { invalid, notFound } from '../../../common/errors';
import type { TractionWork } from '../context';
import type { Records } from '../../common/records';
import { given } from '../given';
import { ensureRoom } from '../limits';
import type { MutationResolvers, UpdateActionInput } from '../schema.generated';
import { actionChanged, actionCompleted } from './activity';
import type { Action } from './model';
import { requireAction } from './require';

const DONE = 100;

const createAction: MutationResolvers['createAction'] = async (_root, { input }, context) => {
  const status = input.status ?? 'NOT_STARTED';
  refuseEarlyEnd(input);
  const action = await context.write(async (work) => {
    await ensureRoom(context.viewer, 'actions', () => work.data.actions.count({}));
    const created = await work.data.actions.insert({
      title: input.title,
      description: input.description ?? null,
      dateEntered: input.dateEntered ?? context.clock.now(),
      startDate: input.startDate,
      dueDate: input.dueDate,
      priority: input.priority,
      status,
      progress: status === 'COMPLETED' ? DONE : (input.progress ?? 0),
      assigneeId: input.assigneeId ?? null,
      goalIds: await known(work.data.goals, input.goalIds ?? []),
      strategyIds: await known(work.data.strategies, input.strategyIds ?? []),
    });
    for (const change of actionChanged(created, 'created')) work.record(change);
    return created;
  });
  return { action };
};

const updateAction: MutationResolvers['updateAction'] = async (_root, { input }, context) => {
  const action = await context.write(async (work) => {
    const before = await requireAction(work, input.id);
    const members = { ...givenMembers(input), ...(await givenLinks(work, input)) };
    refuseEarlyEnd({ ...before, ...members });
    const wasDone = before.status === 'COMPLETED';
    const isDone = members.status === undefined ? wasDone : members.status === 'COMPLETED';
    const change = { ...members, ...(isDone ? { progress: DONE } : {}) };
    const after = await work.data.actions.update({ _id: before.id }, { $set: change });
    if (!after) throw notFound('ACTION_NOT_FOUND', 'action', input.id);
    for (const told of actionChanged(after, 'updated', before.goalIds)) work.record(told);
    if (isDone && !wasDone) work.record(actionCompleted(after));
    return after;
  });
  return { action };
};

/** What the input gives: null leaves a member as it is, but for those that may be absent. */
function givenMembers({
  id: _id,
  goalIds: _goals,
  strategyIds: _strategies,
  ...input
}: UpdateActionInput): Partial<Action> {
  const { description, assigneeId, ...others } = input;
  return {
    ...given(others),
    ...(description === undefined ? {} : { description }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
  };
}

/** The goals and strategies that it names in place of those it has, where it names any. */
async function givenLinks(
  { data }: TractionWork,
  { goalIds, strategyIds }: UpdateActionInput,
): Promise<Partial<Pick<Action, 'goalIds' | 'strategyIds'>>> {
  return {
    ...(goalIds ? { goalIds: await known(data.goals, goalIds) } : {}),
    ...(strategyIds ? { strategyIds: await known(data.strategies, strategyIds) } : {}),
  };
}

/** Of these ids those that there are, each once, in the order in which they were given. */
async function known<T>(records: Records<T>, ids: readonly string[]): Promise<string[]> {
  const rows = await records.find({ _id: { $in: [...ids] } });
  const found = new Set(rows.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => found.has(id));
}

type Span = Partial<Pick<Action, 'startDate' | 'dueDate'>>;

/** Throws VALIDATION_ERROR for an action that is due before it starts; both at one moment are accepted. */
function refuseEarlyEnd({ startDate, dueDate }: Span): void {
  if (startDate && dueDate && dueDate < startDate) {
    throw invalid({ dueDate: 'must not be before startDate' }, { dueDate: 'RANGE' });
  }
}

const deleteAction: MutationResolvers['deleteAction'] = async (_root, { input: { id } }, context) => {
  await context.write(async (work) => {
    const action = await requireAction(work, id);
    await work.data.actions.remove({ _id: id }, context.clock.now());
    for (const change of actionChanged(action, 'deleted')) work.record(change);
  });
  return { deletedId: id };
};

export const actionMutations = { createAction, updateAction, deleteAction } satisfies MutationResolvers;
