import { linkOf, measureOf } from '../../../subgraphs/traction/testing/rows';
import { newAction } from '../harness/actions';
import { expectError, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import {
  changesOf,
  GOAL_STATUSES,
  goalIn,
  type GoalJson,
  newEntry,
  newGoal,
  newStrategy,
} from '../harness/goals';
import { contract, type Kit, signedIn, type Tenant } from '../harness/kit';
import { Streams } from '../harness/streams';

const remove = async (kit: Kit, tenant: Tenant, id: string): Promise<void> => {
  expectSuccess(await kit.as(tenant, 'deleteGoal', { params: { id } }), 'deleteGoal');
};

const NEEDS_GOAL: readonly [endpointId: string, body?: object][] = [
  ['getGoal'],
  ['updateGoal', { title: 'T' }],
  ['deleteGoal'],
  ['activateGoal'],
  ['pauseGoal'],
  ['closeGoal', { finalStatus: 'completed' }],
  ['createStrategy', { description: 'D' }],
  ['listGoalActivity'],
  ['createGoalActivity', { type: 'note', text: 'T' }],
  ['addGoalNote', { note: 'N' }],
];

contract('goals/delete', (kit) => {
  rowsOfEveryEndpoint(kit, 'deleteGoal');

  kit.it('deleteGoal.200', 'deleting answers success and nothing else', async () => {
    const tenant = await kit.tenant();
    const { id } = await newGoal(kit, tenant);
    const { status, body } = await kit.as(tenant, 'deleteGoal', { params: { id } });
    expect({ status, body }).toEqual({ status: 200, body: { success: true } });
  });

  for (const status of GOAL_STATUSES) {
    kit.it('deleteGoal.rules.1', `a goal that is ${status} can be deleted`, async () => {
      const tenant = await kit.tenant();
      const { id } = await goalIn(kit, tenant, status);
      await remove(kit, tenant, id);
      expectError(await kit.as(tenant, 'getGoal', { params: { id } }), 404, 'GOAL_NOT_FOUND');
    });
  }

  kit.it('deleteGoal.404.GOAL_NOT_FOUND', 'a goal can be deleted once', async () => {
    const tenant = await kit.tenant();
    const { id } = await newGoal(kit, tenant);
    await remove(kit, tenant, id);
    expectError(await kit.as(tenant, 'deleteGoal', { params: { id } }), 404, 'GOAL_NOT_FOUND');
  });

  kit.it(
    ['traction.cascades.softDelete', 'traction.cascades.goalDeleted.4'],
    'a deleted goal is gone for every endpoint and every count, and kept',
    async () => {
      const tenant = await kit.tenant();
      const [{ id }, kept] = [await newGoal(kit, tenant), await newGoal(kit, tenant)];
      await remove(kit, tenant, id);
      for (const [endpointId, body] of NEEDS_GOAL) {
        const answer = await kit.as(tenant, endpointId, { params: { id, goalId: id }, body });
        expectError(answer, 404, 'GOAL_NOT_FOUND');
      }
      const { body } = await kit.as(tenant, 'listGoals', { query: { page: 1 } });
      const list = body as { data: GoalJson[]; pagination: { total: number } };
      expect(list.data.map((goal) => goal.id)).toEqual([kept.id]);
      expect(list.pagination.total).toBe(1);
      expect(await changesOf(kit, tenant, id)).not.toEqual([]);
    },
  );

  kit.it('traction.cascades.goalDeleted.1', 'the strategies of a deleted goal go with it', async () => {
    const tenant = await kit.tenant();
    const { id } = await newGoal(kit, tenant);
    const strategy = await newStrategy(kit, tenant, id);
    await remove(kit, tenant, id);
    const params = { goalId: id, strategyId: strategy.id };
    const updated = await kit.as(tenant, 'updateStrategy', { params, body: { description: 'D' } });
    expectError(updated, 404, 'GOAL_NOT_FOUND');
    expectError(await kit.as(tenant, 'deleteStrategy', { params }), 404, 'GOAL_NOT_FOUND');
    const { data } = await kit.inside('traction', tenant);
    expect(await data.strategies.count({ goalId: id })).toBe(0);
  });

  kit.it('traction.cascades.goalDeleted.2', 'the links of a deleted goal end, the KPIs stay', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const context = await kit.inside('traction', tenant);
    const measureId = await context.write(async ({ data }) => {
      const { id } = await data.measures.insert(measureOf({ name: 'Revenue' }));
      await data.measureLinks.insert(linkOf({ goalId, measureId: id, isPrimary: true }));
      return id;
    });
    await remove(kit, tenant, goalId);
    const { data } = await kit.inside('traction', tenant);
    expect(await data.measureLinks.count({ goalId })).toBe(0);
    expect(await data.measures.load(measureId)).toMatchObject({ name: 'Revenue' });
  });

  kit.it(
    'traction.cascades.goalDeleted.3',
    'the actions of a deleted goal stay, and no longer name it',
    async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant);
      const strategy = await newStrategy(kit, tenant, goal.id);
      const id = await newAction(kit, tenant, { goalIds: [goal.id], strategyIds: [strategy.id] });
      await remove(kit, tenant, goal.id);
      const { data } = await kit.inside('traction', tenant);
      expect(await data.actions.load(id)).toMatchObject({ goalIds: [], strategyIds: [] });
    },
  );

  kit.it('traction.cascades.goalDeleted.5', 'the streams of a deleted goal end', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const streams = new Streams(kit);
    const options = { params: { goalId }, headers: signedIn(tenant) };
    const stream = await streams.begin('subscribeGoalActivity', options);
    await newEntry(kit, tenant, goalId);
    await remove(kit, tenant, goalId);
    expect((await stream.event())?.event).toBe('activity.created');
    expect(await stream.event()).toBeUndefined();
    streams.leave();
  });
});
