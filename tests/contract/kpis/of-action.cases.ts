import { newAction } from '../harness/actions';
import type { Answer } from '../harness/call';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { changesOf } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import {
  type ActualJson,
  actualsOf,
  newKpi,
  readKpi,
  setMilestones,
  setRule,
  sharedKpi,
  targetsOf,
} from '../harness/kpis';

contract('kpis/of-action', (kit) => {
  rowsOfEveryEndpoint(kit, 'updateActionKpis', 'syncKpiUpdate');

  const update = (tenant: Tenant, actionId: string, body: unknown): Promise<Answer> =>
    kit.as(tenant, 'updateActionKpis', { params: { actionId }, body });

  const sync = (tenant: Tenant, body: object): Promise<Answer> => kit.as(tenant, 'syncKpiUpdate', { body });

  const valuesOf = async (tenant: Tenant, kpiId: string): Promise<number[]> =>
    (await actualsOf(kit, tenant, kpiId)).map(({ actualValue }) => actualValue);

  const timesInRecentActivity = async (tenant: Tenant, kpiId: string): Promise<number> => {
    const { body } = await kit.as(tenant, 'listRecentActivity');
    const { data } = body as { data: readonly { type: string; entityId: string }[] };
    return data.filter(({ type, entityId }) => type === 'kpi_updated' && entityId === kpiId).length;
  };

  describe('the values that an action has brought about', () => {
    kit.it(
      ['updateActionKpis.200', 'updateActionKpis.rules.3'],
      'are actuals of the action, of today where no day is said, and count now',
      async () => {
        const tenant = await kit.tenant();
        const [actionId, kpi, other] = [
          await newAction(kit, tenant),
          await newKpi(kit, tenant),
          await newKpi(kit, tenant, { name: 'Churn' }),
        ];
        const kpiUpdates = [
          { kpiId: kpi.id, newValue: 45_000.5, notes: 'After the campaign' },
          { kpi_id: other.id, new_value: 3, update_date: '2025-12-24' },
        ];
        const actuals: ActualJson[] = expectSuccess(
          await update(tenant, actionId, { kpiUpdates }),
          'updateActionKpis',
        );
        const today = kit.clock.now().toISOString().slice(0, 10);
        const ofAction = { dataSource: 'action', sourceReferenceId: actionId, recordedBy: tenant.userId };
        expect(actuals).toMatchObject([
          { ...ofAction, kpiId: kpi.id, actualValue: 45_000.5, measurementDate: today },
          { ...ofAction, kpiId: other.id, actualValue: 3, measurementDate: '2025-12-24' },
        ]);
        expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({
          currentValue: 45_000.5,
          currentValueDate: today,
        });
        const { data } = await kit.inside('traction', tenant);
        expect(await data.actuals.load(actuals[0]?.id ?? '')).toMatchObject({
          rationale: 'After the campaign',
        });
      },
    );

    it('are told to every goal of the KPI and in the recent activity, and leave its plan as it is', async () => {
      const tenant = await kit.tenant();
      const { kpi, goalIds } = await sharedKpi(kit, tenant, { currentValue: 50_000 });
      await setMilestones(kit, tenant, kpi.id, targetsOf({ '2026-06-30': 50_000 }));
      const byItself = { autoAdjustEnabled: true, requireUserApproval: false };
      await setRule(kit, tenant, kpi.id, { consecutiveMissesRequired: 1, ...byItself });
      const before = await timesInRecentActivity(tenant, kpi.id);
      const answer = await update(tenant, await newAction(kit, tenant), { kpiId: kpi.id, newValue: 10 });
      expect(expectSuccess(answer, 'updateActionKpis')).toMatchObject([
        { triggersReplan: true, autoAdjustmentApplied: false },
      ]);
      for (const goalId of goalIds) {
        const told = (await changesOf(kit, tenant, goalId)).map(({ kind }) => kind);
        expect(told).toContain('value_recorded');
      }
      expect(await timesInRecentActivity(tenant, kpi.id)).toBe(before + 1);
    });

    kit.it('updateActionKpis.rules.1', 'are taken without the prefix as well', async () => {
      const tenant = await kit.tenant();
      const [actionId, kpi] = [await newAction(kit, tenant), await newKpi(kit, tenant)];
      const path = `/traction/api/v1/actions/${actionId}/kpi-updates`;
      const headers = { authorization: `Bearer ${tenant.token}` };
      const answer = await kit.send(path, 'POST', { headers, body: { kpiId: kpi.id, newValue: 7 } });
      expect(answer.status).toBe(200);
      expect(await valuesOf(tenant, kpi.id)).toEqual([7]);
    });

    kit.it(
      ['updateActionKpis.rules.2', 'updateActionKpis.twin.kpiUpdates'],
      'come as an object, as a list or as one of them',
      async () => {
        const tenant = await kit.tenant();
        const [actionId, kpi] = [await newAction(kit, tenant), await newKpi(kit, tenant)];
        const one = (newValue: number): object => ({ kpiId: kpi.id, newValue, updateDate: '2026-01-10' });
        for (const body of [{ kpiUpdates: [one(1)] }, { kpi_updates: [one(2)] }, [one(3), one(4)], one(5)]) {
          expectSuccess(await update(tenant, actionId, body), 'updateActionKpis');
        }
        expect(await valuesOf(tenant, kpi.id)).toEqual([5, 4, 3, 2, 1]);
        expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({ currentValue: 5 });
      },
    );

    kit.it('updateActionKpis.404.ACTION_NOT_FOUND', 'are of an action of the tenant', async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const kpi = await newKpi(kit, tenant);
      for (const actionId of ['x', await newAction(kit, other)]) {
        const answer = await update(tenant, actionId, { kpiId: kpi.id, newValue: 1 });
        expectError(answer, 404, 'ACTION_NOT_FOUND');
      }
      expect(await valuesOf(tenant, kpi.id)).toEqual([]);
    });

    kit.it('updateActionKpis.404.KPI_NOT_FOUND', 'are all recorded, or none of them', async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const [actionId, kpi] = [await newAction(kit, tenant), await newKpi(kit, tenant)];
      for (const kpiId of ['x', (await newKpi(kit, other)).id]) {
        const kpiUpdates = [
          { kpiId: kpi.id, newValue: 1 },
          { kpiId, newValue: 2 },
        ];
        expectError(await update(tenant, actionId, { kpiUpdates }), 404, 'KPI_NOT_FOUND');
      }
      expect(await valuesOf(tenant, kpi.id)).toEqual([]);
      expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({ currentValue: null });
    });

    kit.it('updateActionKpis.422.VALIDATION_ERROR', 'are numbers, and at least one', async () => {
      const tenant = await kit.tenant();
      const [actionId, { id: kpiId }] = [await newAction(kit, tenant), await newKpi(kit, tenant)];
      const refused = async (body: unknown, ...members: string[]): Promise<void> =>
        expectInvalid(await update(tenant, actionId, body), ...members);
      await refused({}, 'kpiUpdates');
      await refused({ kpiUpdates: [] }, 'kpiUpdates');
      await refused([], 'kpiUpdates');
      await refused(
        { kpiUpdates: [{ kpiId, newValue: '7' }, { newValue: 1 }] },
        'kpiUpdates.0.newValue',
        'kpiUpdates.1.kpiId',
      );
      await refused([{ kpiId }], '0.newValue');
      await refused({ kpiId, newValue: true, updateDate: '10.01.2026' }, 'newValue', 'updateDate');
      expect(await valuesOf(tenant, kpiId)).toEqual([]);
    });
  });

  describe('a single value of an action', () => {
    kit.it(
      ['syncKpiUpdate.200', 'syncKpiUpdate.rules.1'],
      'is recorded like the others, with the horizon as it was sent',
      async () => {
        const tenant = await kit.tenant();
        const [actionId, kpi] = [await newAction(kit, tenant), await newKpi(kit, tenant)];
        const body = { actionId, kpiId: kpi.id, horizonId: 'horizon_7', newValue: 12.5, notes: 'Done' };
        const answer = await sync(tenant, { ...body, updateDate: '2026-01-10' });
        expect(answer.body).toEqual({ success: true });
        const [actual] = await actualsOf(kit, tenant, kpi.id);
        expect(actual).toMatchObject({
          actualValue: 12.5,
          measurementDate: '2026-01-10',
          dataSource: 'action',
          sourceReferenceId: actionId,
        });
        const { data } = await kit.inside('traction', tenant);
        expect(await data.actuals.load(actual?.id ?? '')).toMatchObject({
          horizonId: 'horizon_7',
          rationale: 'Done',
        });
      },
    );

    kit.it(
      ['actionId', 'kpiId', 'sharedKpiId', 'horizonId', 'newValue', 'updateDate'].map(
        (member) => `syncKpiUpdate.twin.${member}`,
      ),
      'is taken in snake_case as well',
      async () => {
        const tenant = await kit.tenant();
        const [action_id, kpi, shared] = [
          await newAction(kit, tenant),
          await newKpi(kit, tenant),
          await newKpi(kit, tenant, { name: 'Churn' }),
        ];
        const body = { action_id, kpi_id: kpi.id, horizon_id: 'h', new_value: 4, update_date: '2026-01-10' };
        expectSuccess(await sync(tenant, body), 'syncKpiUpdate');
        expectSuccess(await sync(tenant, { ...body, shared_kpi_id: shared.id }), 'syncKpiUpdate');
        for (const { id } of [kpi, shared]) {
          const [actual] = await actualsOf(kit, tenant, id);
          expect(actual).toMatchObject({ actualValue: 4, measurementDate: '2026-01-10' });
          const { data } = await kit.inside('traction', tenant);
          expect(await data.actuals.load(actual?.id ?? '')).toMatchObject({ horizonId: 'h' });
        }
      },
    );

    kit.it('syncKpiUpdate.rules.2', 'is of the shared KPI where two are named', async () => {
      const tenant = await kit.tenant();
      const [actionId, kpi, shared] = [
        await newAction(kit, tenant),
        await newKpi(kit, tenant),
        await newKpi(kit, tenant, { name: 'Churn' }),
      ];
      const body = { actionId, kpiId: kpi.id, sharedKpiId: shared.id, newValue: 4, updateDate: '2026-01-10' };
      expectSuccess(await sync(tenant, body), 'syncKpiUpdate');
      expect(await valuesOf(tenant, shared.id)).toEqual([4]);
      expect(await valuesOf(tenant, kpi.id)).toEqual([]);
    });

    kit.it(
      [
        'syncKpiUpdate.404.ACTION_NOT_FOUND',
        'syncKpiUpdate.404.KPI_NOT_FOUND',
        'syncKpiUpdate.422.VALIDATION_ERROR',
      ],
      'needs an action, a KPI, a number and a day',
      async () => {
        const tenant = await kit.tenant();
        const [actionId, { id: kpiId }] = [await newAction(kit, tenant), await newKpi(kit, tenant)];
        const good = { actionId, kpiId, newValue: 1, updateDate: '2026-01-10' };
        expectError(await sync(tenant, { ...good, actionId: 'x' }), 404, 'ACTION_NOT_FOUND');
        expectError(await sync(tenant, { ...good, kpiId: 'x' }), 404, 'KPI_NOT_FOUND');
        expectInvalid(await sync(tenant, {}), 'actionId', 'kpiId', 'newValue', 'updateDate');
        expectInvalid(await sync(tenant, { ...good, notes: 'x'.repeat(1001) }), 'notes');
        expectInvalid(
          await sync(tenant, { ...good, update_date: '2026-02-30', updateDate: null }),
          'update_date',
        );
        expect(await valuesOf(tenant, kpiId)).toEqual([]);
      },
    );
  });
});
