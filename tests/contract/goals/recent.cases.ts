import { expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal, newStrategy } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';

interface RecentJson {
  readonly id: string;
  readonly type: string;
  readonly userId: string;
  readonly userName: string | null;
  readonly entityId: string;
  readonly entityType: string;
  readonly entityTitle: string;
  readonly description: string;
  readonly timestamp: string;
}

contract('goals/recent', (kit) => {
  rowsOfEveryEndpoint(kit, 'listRecentActivity');

  const recent = async (tenant: Tenant, size?: number): Promise<readonly RecentJson[]> => {
    const query = size === undefined ? undefined : { size };
    const response =
      size === undefined
        ? undefined
        : { success: true, data: '[RecentActivityItem]', pagination: 'Pagination' };
    return expectSuccess(
      await kit.as(tenant, 'listRecentActivity', { query }),
      'listRecentActivity',
      response,
    );
  };

  const told = async (tenant: Tenant): Promise<readonly [type: string, title: string][]> =>
    (await recent(tenant)).map(({ type, entityTitle }) => [type, entityTitle]);

  kit.it(
    ['listRecentActivity.200', 'listRecentActivity.rules.2'],
    'tells who did what to which goal or strategy, newest first, and nothing of other tenants',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      await newGoal(kit, other);
      const goal = await newGoal(kit, tenant);
      const params = { id: goal.id };
      kit.clock.advance(1);
      const strategy = await newStrategy(kit, tenant, goal.id);
      await kit.as(tenant, 'updateGoal', { params, body: { title: 'Grow it faster' } });
      await kit.as(tenant, 'activateGoal', { params, body: { reason: 'ready' } });
      await kit.as(tenant, 'addGoalNote', { params, body: { note: 'not told here' } });
      const items = await recent(tenant);
      expect(await told(tenant)).toEqual([
        ['goal_updated', 'Grow it faster'],
        ['goal_updated', 'Grow it faster'],
        ['strategy_added', 'Run a campaign'],
        ['goal_created', 'Grow revenue'],
      ]);
      const by = { userId: tenant.userId, userName: 'Ada Lovelace' };
      expect(items.at(-1)).toMatchObject({
        ...by,
        entityId: goal.id,
        entityType: 'goal',
        description: 'Goal created',
        timestamp: goal.created_at,
      });
      expect(items.at(-2)).toMatchObject({
        ...by,
        entityId: strategy.id,
        entityType: 'strategy',
        description: 'Strategy added',
        timestamp: strategy.createdAt,
      });
    },
  );

  it('a deleted goal takes what was told of it and its strategies along', async () => {
    const tenant = await kit.tenant();
    const goal = await newGoal(kit, tenant);
    await newStrategy(kit, tenant, goal.id);
    await newGoal(kit, tenant, { title: 'Another goal' });
    await kit.as(tenant, 'deleteGoal', { params: { id: goal.id } });
    expect(await told(tenant)).toEqual([['goal_created', 'Another goal']]);
  });

  it('a long strategy is told by its beginning', async () => {
    const tenant = await kit.tenant();
    const { id } = await newGoal(kit, tenant);
    await newStrategy(kit, tenant, id, { description: 'x'.repeat(5000) });
    const [added] = await recent(tenant);
    expect(added?.entityTitle).toBe(`${'x'.repeat(199)}…`);
  });

  kit.it(
    ['listRecentActivity.query.size', 'listRecentActivity.rules.1'],
    'has the latest 10 items, or as many as are asked for, and at most 50',
    async () => {
      const tenant = await kit.tenant();
      for (let number = 1; number <= 51; number += 1) await newGoal(kit, tenant, { title: `G${number}` });
      const titles = async (size?: number): Promise<string[]> =>
        (await recent(tenant, size)).map(({ entityTitle }) => entityTitle);
      expect(await titles()).toEqual([51, 50, 49, 48, 47, 46, 45, 44, 43, 42].map((number) => `G${number}`));
      expect(await titles(2)).toEqual(['G51', 'G50']);
      expect(await titles(50)).toHaveLength(50);
      expect(await titles(1000)).toEqual(await titles(50));
    },
  );

  kit.it('listRecentActivity.422.VALIDATION_ERROR', 'takes whole sizes from 1', async () => {
    const tenant = await kit.tenant();
    for (const size of [0, -1, 'all', '2.5']) {
      expectInvalid(await kit.as(tenant, 'listRecentActivity', { query: { size } }), 'size');
    }
  });
});
