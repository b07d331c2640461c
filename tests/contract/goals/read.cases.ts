import { linkOf, measureOf } from '../../../subgraphs/traction/testing/rows';
import { expectError, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal, newStrategy, readGoal } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';

/** Links a measure with a goal: nothing that is served yet does. */
async function link(kit: Kit, tenant: Tenant, goalId: string, name: string, order: number): Promise<string> {
  const context = await kit.inside('traction', tenant);
  return context.write(async ({ data }) => {
    const measure = measureOf({
      name,
      category: 'Financial',
      unit: 'USD',
      currentValue: 25,
      targetValue: 100,
    });
    const { id: measureId } = await data.measures.insert(measure);
    await data.measureLinks.insert(linkOf({ goalId, measureId, isPrimary: order === 1, order }));
    return measureId;
  });
}

contract('goals/read', (kit) => {
  rowsOfEveryEndpoint(kit, 'getGoal');

  kit.it(
    ['getGoal.200', 'getGoal.rules.1'],
    'a goal comes with its strategies and KPIs, each in order',
    async () => {
      const tenant = await kit.tenant();
      const created = await newGoal(kit, tenant);
      const second = await newStrategy(kit, tenant, created.id, { description: 'second', order: 2 });
      const first = await newStrategy(kit, tenant, created.id, { description: 'first', order: 1 });
      const later = await link(kit, tenant, created.id, 'Retention', 2);
      const sooner = await link(kit, tenant, created.id, 'Recurring revenue', 1);
      const goal = await readGoal(kit, tenant, created.id);
      expect(goal).toMatchObject({ id: created.id, title: created.title, created_at: created.created_at });
      expect(goal.strategies).toEqual([first, second]);
      expect(goal.kpis.map(({ kpi_id }) => kpi_id)).toEqual([sooner, later]);
      expect(goal.kpis[0]).toMatchObject({
        goal_id: created.id,
        kpi_id: sooner,
        shared_kpi_id: sooner,
        name: 'Recurring revenue',
        description: null,
        category: 'Financial',
        unit: 'USD',
        direction: 'up',
        is_primary: true,
        threshold_pct: 80,
        current_value: 25,
        target_value: 100,
        progress: 25,
        order: 1,
      });
    },
  );

  kit.it(
    'getGoal.404.GOAL_NOT_FOUND',
    'a goal that never was and one that was deleted look alike',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      await kit.as(tenant, 'deleteGoal', { params: { id } });
      const deleted = expectError(await kit.as(tenant, 'getGoal', { params: { id } }), 404, 'GOAL_NOT_FOUND');
      const unknown = await kit.as(tenant, 'getGoal', { params: { id: 'nothing' } });
      expect(expectError(unknown, 404, 'GOAL_NOT_FOUND').error).toBe(deleted.error);
    },
  );

  kit.it(
    'traction.conventions.personIds',
    "the owner's name is Account's, and null for whom it does not know",
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      expect((await newGoal(kit, tenant)).owner_name).toBe('Ada Lovelace');
      for (const owner_id of ['nobody', other.userId]) {
        const goal = await newGoal(kit, tenant, { owner_id });
        expect(goal).toMatchObject({ owner_id, owner_name: null });
        expect((await readGoal(kit, tenant, goal.id)).owner_name).toBeNull();
      }
    },
  );

  it('the name of the owner is null while Account gives no answer', () =>
    kit.elsewhere({}, async (there) => {
      const tenant = await there.tenant();
      const { id } = await newGoal(there, tenant);
      await there.house.house.stopSubgraph('account');
      expect(await readGoal(there, tenant, id)).toMatchObject({ owner_id: tenant.userId, owner_name: null });
    }));

  kit.it('common.formats.datetime', 'moments are in UTC and have no fraction', async () => {
    const tenant = await kit.tenant();
    kit.clock.advance(0.789);
    const goal = await newGoal(kit, tenant);
    const moment = kit.clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    expect(goal).toMatchObject({ created_at: moment, updated_at: moment });
  });

  it('a request may carry headers that are of no use to it', async () => {
    const tenant = await kit.tenant();
    const { id } = await newGoal(kit, tenant);
    const headers = {
      'x-frontend-base-url': 'https://somewhere.example',
      'content-type': 'application/json',
    };
    expectSuccess(await kit.as(tenant, 'getGoal', { params: { id }, headers }), 'getGoal');
  });
});
