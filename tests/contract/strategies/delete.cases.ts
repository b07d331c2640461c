import { expectError, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal, newStrategy, readGoal, recentOf, type StrategyJson } from '../harness/goals';
import { contract } from '../harness/kit';

contract('strategies/delete', (kit) => {
  rowsOfEveryEndpoint(kit, 'deleteStrategy');

  kit.it('deleteStrategy.200', 'deleting answers success and nothing else', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const { id: strategyId } = await newStrategy(kit, tenant, goalId);
    const { status, body } = await kit.as(tenant, 'deleteStrategy', { params: { goalId, strategyId } });
    expect({ status, body }).toEqual({ status: 200, body: { success: true } });
    expect((await readGoal(kit, tenant, goalId)).strategies).toEqual([]);
  });

  kit.it(
    ['deleteStrategy.rules.1', 'traction.cascades.strategyDeleted.1'],
    'the other strategies keep their places; a new one goes behind the last',
    async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      const strategies: StrategyJson[] = [];
      for (const description of ['A', 'B', 'C']) {
        strategies.push(await newStrategy(kit, tenant, goalId, { description }));
      }
      const [first, second, third] = strategies;
      const params = { goalId, strategyId: second?.id ?? '' };
      expectSuccess(await kit.as(tenant, 'deleteStrategy', { params }), 'deleteStrategy');
      expect((await readGoal(kit, tenant, goalId)).strategies).toEqual([first, third]);
      expect((await newStrategy(kit, tenant, goalId)).order).toBe(4);
    },
  );

  it('a deletion is not in the recent activity', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const { id: strategyId } = await newStrategy(kit, tenant, goalId);
    await kit.as(tenant, 'deleteStrategy', { params: { goalId, strategyId } });
    expect(await recentOf(kit, tenant, goalId)).toEqual(['goal_created', 'strategy_added']);
  });

  kit.it(
    'deleteStrategy.404.STRATEGY_NOT_FOUND',
    'a strategy is found once, and in its own goal only',
    async () => {
      const tenant = await kit.tenant();
      const [goal, other] = [await newGoal(kit, tenant), await newGoal(kit, tenant)];
      const { id: strategyId } = await newStrategy(kit, tenant, goal.id);
      const remove = (goalId: string): ReturnType<typeof kit.as> =>
        kit.as(tenant, 'deleteStrategy', { params: { goalId, strategyId } });
      expectError(await remove(other.id), 404, 'STRATEGY_NOT_FOUND');
      expectSuccess(await remove(goal.id), 'deleteStrategy');
      expectError(await remove(goal.id), 404, 'STRATEGY_NOT_FOUND');
    },
  );

  kit.it('deleteStrategy.404.GOAL_NOT_FOUND', 'the goal is looked for before the strategy', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const { id: strategyId } = await newStrategy(kit, tenant, goalId);
    for (const unknown of [
      { goalId: 'x', strategyId },
      { goalId: 'x', strategyId: 'y' },
    ]) {
      expectError(await kit.as(tenant, 'deleteStrategy', { params: unknown }), 404, 'GOAL_NOT_FOUND');
    }
    expect((await readGoal(kit, tenant, goalId)).strategies).toHaveLength(1);
  });
});
