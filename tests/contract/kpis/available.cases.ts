import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { type KpiJson, linkedKpi, linkKpi, newKpi, sharedKpi } from '../harness/kpis';

interface AvailableJson {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly isShared: boolean;
  readonly usageInfo: { readonly goalCount: number; readonly isUsedByThisGoal: boolean };
}

interface AvailableKpisJson {
  readonly catalogKpis: readonly AvailableJson[];
  readonly tenantCustomKpis: readonly AvailableJson[];
}

contract('kpis/available', (kit) => {
  rowsOfEveryEndpoint(kit, 'getAvailableKpis', 'getKpisForGoals');

  describe('what could be measured for a goal', () => {
    const available = async (tenant: Tenant, goalId: string): Promise<AvailableKpisJson> =>
      expectSuccess(await kit.as(tenant, 'getAvailableKpis', { params: { goalId } }), 'getAvailableKpis');

    kit.it(
      ['getAvailableKpis.200', 'getAvailableKpis.rules.2'],
      "is the catalog, and the tenant's own KPIs, in the envelope",
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        await newKpi(kit, other);
        const { id: goalId } = await newGoal(kit, tenant);
        const own = await newKpi(kit, tenant, { name: 'Score' });
        const { catalogKpis, tenantCustomKpis } = await available(tenant, goalId);
        expect(catalogKpis.length).toBeGreaterThan(0);
        for (const entry of catalogKpis) {
          expect(entry).toMatchObject({
            source: 'Catalog',
            usageInfo: { goalCount: 0, isUsedByThisGoal: false },
          });
        }
        expect(tenantCustomKpis.map(({ id, name }) => [id, name])).toEqual([[own.id, 'Score']]);
      },
    );

    kit.it(
      'getAvailableKpis.rules.1',
      'is marked where the goal uses it, and says how many goals do',
      async () => {
        const tenant = await kit.tenant();
        const { kpi, goalIds } = await sharedKpi(kit, tenant);
        const { id: third } = await newGoal(kit, tenant);
        for (const [goalId, isUsedByThisGoal] of [
          [goalIds[0], true],
          [third, false],
        ] as const) {
          const { tenantCustomKpis } = await available(tenant, goalId);
          expect(tenantCustomKpis).toMatchObject([
            { id: kpi.id, isShared: true, usageInfo: { goalCount: 2, isUsedByThisGoal } },
          ]);
        }
        const [entry] = (await available(tenant, third)).catalogKpis;
        await linkKpi(kit, tenant, third, entry?.id ?? '');
        const { catalogKpis } = await available(tenant, third);
        expect(catalogKpis[0]).toMatchObject({
          id: entry?.id,
          usageInfo: { goalCount: 1, isUsedByThisGoal: true },
        });
      },
    );

    kit.it('getAvailableKpis.404.GOAL_NOT_FOUND', 'is told of a goal that there is', async () => {
      const answer = await kit.as(await kit.tenant(), 'getAvailableKpis', { params: { goalId: 'x' } });
      expectError(answer, 404, 'GOAL_NOT_FOUND');
    });
  });

  describe('the KPIs of several goals', () => {
    type Found = KpiJson & { readonly kpiId: string; readonly goalIds: readonly string[] };

    const found = async (tenant: Tenant, body: object): Promise<readonly Found[]> =>
      expectSuccess(await kit.as(tenant, 'getKpisForGoals', { body }), 'getKpisForGoals');

    kit.it(
      ['getKpisForGoals.200', 'getKpisForGoals.rules.1', 'getKpisForGoals.twin.goalIds'],
      'come once each, with the asked goals that they are linked with; unknown goals are passed over',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const foreign = await linkedKpi(kit, other);
        const { kpi, goalIds } = await sharedKpi(kit, tenant, { name: 'A' });
        const alone = await linkedKpi(kit, tenant, { name: 'B' });
        const asked = [...goalIds, alone.goal.id, 'x', foreign.goal.id];
        const all = await found(tenant, { goalIds: asked });
        expect(all.map(({ id, kpiId, goalIds: ids }) => [id, kpiId, [...ids].sort()])).toEqual([
          [kpi.id, kpi.id, [...goalIds].sort()],
          [alone.kpi.id, alone.kpi.id, [alone.goal.id]],
        ]);
        const one = await found(tenant, { goal_ids: [goalIds[1], goalIds[1]] });
        expect(one.map(({ goalIds: ids }) => ids)).toEqual([[goalIds[1]]]);
        expect(await found(tenant, { goalIds: ['x'] })).toEqual([]);
      },
    );

    kit.it('getKpisForGoals.422.VALIDATION_ERROR', 'are asked for by the ids of goals', async () => {
      const tenant = await kit.tenant();
      const refused = async (body: object, ...members: string[]): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'getKpisForGoals', { body }), ...members);
      await refused({}, 'goalIds');
      await refused({ goalIds: [] }, 'goalIds');
      await refused({ goal_ids: 'x' }, 'goal_ids');
      await refused({ goalIds: ['x', null] }, 'goalIds.1');
    });
  });
});
