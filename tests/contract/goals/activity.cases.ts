import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { activityOf, type ActivityJson, newEntry, newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';

const PAGED = { success: true, data: '[ActivityItem]', pagination: 'Pagination' };

contract('goals/activity', (kit) => {
  rowsOfEveryEndpoint(kit, 'listGoalActivity');

  const newOne = async (): Promise<{ tenant: Tenant; id: string }> => {
    const tenant = await kit.tenant();
    return { tenant, id: (await newGoal(kit, tenant)).id };
  };

  const write = (tenant: Tenant, id: string, body: object): Promise<ActivityJson> =>
    newEntry(kit, tenant, id, body);

  const texts = async (tenant: Tenant, id: string, query?: { type: string }): Promise<readonly string[]> =>
    (await activityOf(kit, tenant, id, query)).map((entry) => entry.text);

  kit.it(
    ['listGoalActivity.200', 'listGoalActivity.rules.1', 'listGoalActivity.rules.2'],
    'has its entries newest first, those of the service included, and nothing of other goals',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const other = await newGoal(kit, tenant);
      await write(tenant, other.id, { text: 'elsewhere' });
      const first = await write(tenant, id, { text: 'first' });
      kit.clock.advance(1);
      await kit.as(tenant, 'activateGoal', { params: { id }, body: { reason: 'ready' } });
      kit.clock.advance(1);
      const last = await write(tenant, id, { text: 'last' });
      const [newest, system, oldest] = await activityOf(kit, tenant, id);
      expect([newest, oldest]).toEqual([last, first]);
      expect(system).toMatchObject({
        type: 'system',
        title: 'Goal Started',
        text: 'Goal started: ready',
        content: 'Goal started: ready',
        createdBy: tenant.userId,
        createdByName: 'Ada Lovelace',
      });
    },
  );

  it('keeps the order of entries of one moment', async () => {
    const { tenant, id } = await newOne();
    for (const word of ['one', 'two', 'three']) await write(tenant, id, { text: word });
    expect(await texts(tenant, id)).toEqual(['three', 'two', 'one']);
  });

  kit.it('listGoalActivity.query.type', 'can be that of one type', async () => {
    const { tenant, id } = await newOne();
    for (const type of ['weekly_review', 'note', 'decision', 'attachment', 'note']) {
      await write(tenant, id, { type, text: type });
    }
    expect(await texts(tenant, id, { type: 'note' })).toEqual(['note', 'note']);
    expect(await texts(tenant, id, { type: 'weekly_review' })).toEqual(['weekly_review']);
    expect(await texts(tenant, id, { type: 'system' })).toEqual([]);
  });

  kit.it('listGoalActivity.422.VALIDATION_ERROR', 'has no other types and no odd pages', async () => {
    const { tenant, id } = await newOne();
    for (const [name, value] of [
      ['type', 'diary'],
      ['type', 'NOTE'],
      ['page', 0],
      ['size', 'all'],
    ] as const) {
      expectInvalid(
        await kit.as(tenant, 'listGoalActivity', { params: { id }, query: { [name]: value } }),
        name,
      );
    }
  });

  kit.it(
    ['listGoalActivity.query.page', 'listGoalActivity.query.size'],
    'comes in pages of 20, or of the length that is asked for',
    async () => {
      const { tenant, id } = await newOne();
      for (let number = 1; number <= 21; number += 1) await write(tenant, id, { text: String(number) });
      expect(await texts(tenant, id)).toHaveLength(20);
      const paged = async (query: Record<string, number>): Promise<[string[], unknown]> => {
        const answer = await kit.as(tenant, 'listGoalActivity', { params: { id }, query });
        const entries = expectSuccess<ActivityJson[]>(answer, 'listGoalActivity', PAGED);
        return [entries.map((entry) => entry.text), (answer.body as { pagination: unknown }).pagination];
      };
      const [second, pagination] = await paged({ page: 2 });
      expect(second).toEqual(['1']);
      expect(pagination).toMatchObject({ page: 2, size: 20, total: 21, totalPages: 2, hasMore: false });
      expect((await paged({ page: 2, size: 3 }))[0]).toEqual(['18', '17', '16']);
    },
  );

  it('tells who wrote it by id alone while Account cannot be reached', async () => {
    await kit.elsewhere({}, async (other) => {
      const tenant = await other.tenant();
      const { id } = await newGoal(other, tenant);
      await newEntry(other, tenant, id);
      await other.house.house.stopSubgraph('account');
      const [entry] = await activityOf(other, tenant, id);
      expect(entry).toMatchObject({ createdBy: tenant.userId, createdByName: null });
      const { status, body } = await other.as(tenant, 'listRecentActivity');
      const told = { userId: tenant.userId, userName: null };
      expect({ status, body }).toMatchObject({ status: 200, body: { data: [told] } });
    });
  });

  kit.it('listGoalActivity.404.GOAL_NOT_FOUND', 'is gone with the goal', async () => {
    const { tenant, id } = await newOne();
    await write(tenant, id, {});
    await kit.as(tenant, 'deleteGoal', { params: { id } });
    expectError(await kit.as(tenant, 'listGoalActivity', { params: { id } }), 404, 'GOAL_NOT_FOUND');
  });
});
