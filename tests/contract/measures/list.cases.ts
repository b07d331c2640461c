import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData } from '../harness/expect';
import { newGoal, newStrategy } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import { colleague, listed, MALFORMED, newLink, newMeasure, NO_ID } from '../harness/measures';

const names = async (kit: Kit, tenant: Tenant, query: Record<string, string | number>): Promise<string[]> =>
  (await listed(kit, tenant, query)).data.map(({ name }) => name);

contract('measures/list', (kit) => {
  rowsOfEveryEndpoint(kit, 'listMeasures');

  kit.it(
    [
      'listMeasures.200',
      'listMeasures.rules.4',
      'listMeasures.rules.7',
      'measures.open.defaultList',
      'measures.open.envelope',
    ],
    'shows all measures of the caller by name, in one page within the data',
    async () => {
      const tenant = await kit.tenant();
      const ownerId = await colleague(kit, tenant);
      await newMeasure(kit, tenant, { name: 'Churn' });
      await newMeasure(kit, tenant, { name: 'Bookings' });
      await newMeasure(kit, tenant, { name: 'Of somebody else', ownerId });
      const { body } = await kit.as(tenant, 'listMeasures');
      expect(body).toMatchObject({
        success: true,
        data: {
          data: [{ name: 'Bookings' }, { name: 'Churn' }],
          pagination: { totalCount: 2, page: 1, pageSize: 2 },
        },
        error: null,
      });
    },
  );

  kit.it('listMeasures.query.ownerId', 'shows those of an owner', async () => {
    const tenant = await kit.tenant();
    const ownerId = await colleague(kit, tenant);
    await newMeasure(kit, tenant, { name: 'Mine' });
    await newMeasure(kit, tenant, { name: 'Theirs', ownerId });
    expect(await names(kit, tenant, { ownerId })).toEqual(['Theirs']);
  });

  kit.it(
    [
      'listMeasures.query.goalId',
      'listMeasures.query.strategyId',
      'listMeasures.rules.2',
      'measures.open.filters',
    ],
    'shows those linked with a goal in any way, and those that serve a strategy or are linked with it',
    async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant);
      const { id: strategyId } = await newStrategy(kit, tenant, goal.id);
      const ofGoal = await newMeasure(kit, tenant, { name: 'Of the goal' });
      const linked = await newMeasure(kit, tenant, { name: 'Linked with the strategy' });
      await newMeasure(kit, tenant, { name: 'Serves the strategy', strategyId });
      await newMeasure(kit, tenant, { name: 'Of nothing' });
      await newLink(kit, tenant, ofGoal.id, { goalId: goal.id });
      await newLink(kit, tenant, linked.id, { goalId: goal.id, strategyId });
      expect(await names(kit, tenant, { goalId: goal.id })).toEqual([
        'Linked with the strategy',
        'Of the goal',
      ]);
      const serving = ['Linked with the strategy', 'Serves the strategy'];
      expect(await names(kit, tenant, { strategyId })).toEqual(serving);
      for (const filter of ['ownerId', 'goalId', 'strategyId']) {
        expect(await listed(kit, tenant, { [filter]: NO_ID })).toMatchObject({
          data: [],
          pagination: { totalCount: 0, page: 1, pageSize: 0 },
        });
      }
    },
  );

  kit.it(
    ['listMeasures.rules.3', 'listMeasures.400.1'],
    'reads the first filter alone: the others may have any form',
    async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant);
      const { id } = await newMeasure(kit, tenant, { name: 'Mine' });
      await newLink(kit, tenant, id, { goalId: goal.id });
      const { userId: ownerId } = tenant;
      const [bad] = MALFORMED;
      expect(await names(kit, tenant, { ownerId, goalId: bad, strategyId: bad })).toEqual(['Mine']);
      expect(await names(kit, tenant, { goalId: goal.id, strategyId: bad })).toEqual(['Mine']);
      for (const malformed of MALFORMED) {
        for (const [filter, text] of Object.entries({
          ownerId: 'Invalid owner ID format',
          goalId: 'Invalid goal ID format',
          strategyId: 'Invalid strategy ID format',
        })) {
          const answer = await kit.as(tenant, 'listMeasures', { query: { [filter]: malformed } });
          expectNullData(answer, 400, text);
        }
      }
    },
  );

  kit.it(
    [
      'listMeasures.query.page',
      'listMeasures.query.pageSize',
      'listMeasures.rules.8',
      'listMeasures.400.2',
      'measures.open.paging',
    ],
    'is cut only where a page is asked for',
    async () => {
      const tenant = await kit.tenant();
      for (const name of ['A', 'B', 'C']) await newMeasure(kit, tenant, { name });
      const second = await listed(kit, tenant, { page: 2, pageSize: 2 });
      expect(second.data.map(({ name }) => name)).toEqual(['C']);
      expect(second.pagination).toEqual({ totalCount: 3, page: 2, pageSize: 2 });
      expect((await listed(kit, tenant, { page: 1 })).pagination).toEqual({
        totalCount: 3,
        page: 1,
        pageSize: 50,
      });
      const most = await listed(kit, tenant, { pageSize: 5000 });
      expect(most.pagination).toEqual({ totalCount: 3, page: 1, pageSize: 1000 });
      for (const bad of ['0', '-1', '1.5', 'x']) {
        const ask = (query: Record<string, string>) => kit.as(tenant, 'listMeasures', { query });
        expectNullData(await ask({ page: bad }), 400, 'Invalid page');
        expectNullData(await ask({ pageSize: bad }), 400, 'Invalid page size');
      }
    },
  );

  kit.it(
    ['listMeasures.rules.5', 'listMeasures.rules.6'],
    'never shows measures of another tenant, nor deleted ones',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const { id } = await newMeasure(kit, tenant);
      expect(await names(kit, other, { ownerId: tenant.userId })).toEqual([]);
      await kit.as(tenant, 'deleteMeasure', { params: { id } });
      expect(await names(kit, tenant, {})).toEqual([]);
    },
  );

  kit.it(
    [
      'listMeasures.rules.1',
      'measures.commonErrors.unauthorized',
      'measures.commonErrors.forbidden',
      'measures.commonErrors.form',
      'measures.open.tenantHeader',
    ],
    'refuses without a token, or with the tenant of another, in the form of measures',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      expectNullData(await kit.anonymous('listMeasures'), 401, 'Unauthorized');
      const headers = { 'x-tenant-id': other.tenantId };
      expectNullData(await kit.as(tenant, 'listMeasures', { headers }), 403, 'Access denied to this Measure');
    },
  );

  kit.it('measures.open.naming', 'spells members in camelCase alone', async () => {
    const tenant = await kit.tenant();
    const measure = await newMeasure(kit, tenant, { currentValue: 1 });
    expect(Object.keys(measure).filter((name) => name.includes('_'))).toEqual([]);
  });
});
