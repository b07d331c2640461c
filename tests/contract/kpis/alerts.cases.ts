import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import {
  type AlertJson,
  alertsOf,
  linkedKpi,
  recordActual,
  setMilestones,
  setRule,
  sharedKpi,
  targetsOf,
} from '../harness/kpis';

contract('kpis/alerts', (kit) => {
  rowsOfEveryEndpoint(kit, 'listCrossGoalAlerts', 'listGoalCrossGoalAlerts', 'acknowledgeCrossGoalAlert');

  /** A shared KPI with an alert for each of these targets of March. */
  const alerted = async (
    tenant: Tenant,
    ...targets: number[]
  ): Promise<{ ids: string[]; kpiId: string; goalIds: readonly [string, string] }> => {
    const { kpi, goalIds } = await sharedKpi(kit, tenant);
    const ids: string[] = [];
    for (const target of targets) {
      kit.clock.advance(1);
      const set = await setMilestones(kit, tenant, kpi.id, targetsOf({ '2026-03-31': target }));
      ids.push(set.impactAnalysis.crossGoalAlert?.id ?? '');
    }
    return { ids, kpiId: kpi.id, goalIds };
  };

  const acknowledge = async (tenant: Tenant, alertId: string, body: object): Promise<AlertJson> => {
    const answer = await kit.as(tenant, 'acknowledgeCrossGoalAlert', { params: { alertId }, body });
    return expectSuccess(answer, 'acknowledgeCrossGoalAlert');
  };

  const idsOf = (alerts: readonly AlertJson[]): string[] => alerts.map(({ id }) => id);

  describe('the alerts of a tenant', () => {
    kit.it(
      ['listCrossGoalAlerts.200', 'listCrossGoalAlerts.rules.1', 'listCrossGoalAlerts.rules.3'],
      'come newest first, whatever their status, and nobody else sees them',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        await alerted(other, 1);
        const { ids, kpiId, goalIds } = await alerted(tenant, 1, 2);
        await acknowledge(tenant, ids[0] ?? '', { decision: 'accepted' });
        const alerts = await alertsOf(kit, tenant);
        expect(idsOf(alerts)).toEqual([...ids].reverse());
        expect(alerts[0]).toMatchObject({
          kpiId,
          kpiName: 'Monthly Recurring Revenue',
          sourceGoalId: null,
          adjustmentId: null,
          affectedGoals: goalIds.map((goalId) => ({ goalId, impactLevel: 'high' })),
          message: expect.stringContaining('Monthly Recurring Revenue') as string,
          status: 'pending',
          decision: null,
          notes: null,
          createdBy: tenant.userId,
          acknowledgedBy: null,
          acknowledgedAt: null,
        });
      },
    );

    kit.it(
      'listCrossGoalAlerts.rules.2',
      'are raised by each change of a plan on which two goals depend, and by no other',
      async () => {
        const tenant = await kit.tenant();
        const single = await linkedKpi(kit, tenant);
        await setMilestones(kit, tenant, single.kpi.id, targetsOf({ '2026-03-31': 1 }));
        expect(await alertsOf(kit, tenant)).toEqual([]);
        const { kpi } = await sharedKpi(kit, tenant, { currentValue: 100, currentValueDate: '2025-12-31' });
        await setMilestones(kit, tenant, kpi.id, targetsOf({ '2026-03-31': 100, '2026-06-30': 100 }));
        kit.clock.advance(1);
        const adjusted = await kit.as(tenant, 'adjustKpiPlan', {
          params: { sharedKpiId: kpi.id },
          body: {
            strategy: 'custom',
            customMilestones: targetsOf({ '2026-04-30': 100, '2026-05-31': 100 }),
            rationale: 'R',
          },
        });
        expect(adjusted.status).toBe(200);
        kit.clock.advance(1);
        await setRule(kit, tenant, kpi.id, { autoAdjustEnabled: true, requireUserApproval: false });
        const recorded = await recordActual(kit, tenant, kpi.id, ['2026-01-10', 50], {
          adjustmentStrategy: 'auto',
        });
        const alerts = await alertsOf(kit, tenant);
        const manual = (adjusted.body as { data: { adjustment: { id: string } } }).data.adjustment.id;
        expect(alerts.map((alert) => alert['adjustmentId'])).toEqual([recorded.adjustment?.id, manual, null]);
      },
    );

    kit.it(
      [
        'listCrossGoalAlerts.query.status',
        'listCrossGoalAlerts.query.goalId',
        'listCrossGoalAlerts.twin.goalId',
        'listCrossGoalAlerts.422.VALIDATION_ERROR',
      ],
      'are narrowed by status and goal',
      async () => {
        const tenant = await kit.tenant();
        const [first, second] = [await alerted(tenant, 1), await alerted(tenant, 1)];
        await acknowledge(tenant, first.ids[0] ?? '', { decision: 'accepted' });
        const found = async (query: Record<string, string>) => idsOf(await alertsOf(kit, tenant, query));
        expect(await found({ status: 'pending' })).toEqual(second.ids);
        expect(await found({ status: 'acknowledged' })).toEqual(first.ids);
        expect(await found({ goalId: second.goalIds[1] })).toEqual(second.ids);
        expect(await found({ goal_id: second.goalIds[1], status: 'acknowledged' })).toEqual([]);
        expect(await found({ goalId: 'x' })).toEqual([]);
        const query = { status: 'open' };
        expectInvalid(await kit.as(tenant, 'listCrossGoalAlerts', { query }), 'status');
      },
    );
  });

  describe('the alerts of a goal', () => {
    const ofGoal = async (tenant: Tenant, goalId: string, query = {}): Promise<readonly AlertJson[]> => {
      const answer = await kit.as(tenant, 'listGoalCrossGoalAlerts', { params: { goalId }, query });
      return expectSuccess(answer, 'listGoalCrossGoalAlerts');
    };

    kit.it(
      [
        'listGoalCrossGoalAlerts.200',
        'listGoalCrossGoalAlerts.rules.1',
        'listGoalCrossGoalAlerts.query.status',
        'listGoalCrossGoalAlerts.422.VALIDATION_ERROR',
      ],
      'are those that name it, in the status that is asked for',
      async () => {
        const tenant = await kit.tenant();
        await alerted(tenant, 1);
        const { ids, goalIds } = await alerted(tenant, 1, 2);
        await acknowledge(tenant, ids[0] ?? '', { decision: 'modified' });
        for (const goalId of goalIds) {
          expect(idsOf(await ofGoal(tenant, goalId))).toEqual([...ids].reverse());
        }
        expect(idsOf(await ofGoal(tenant, goalIds[0], { status: 'pending' }))).toEqual([ids[1]]);
        expect(await ofGoal(tenant, (await newGoal(kit, tenant)).id)).toEqual([]);
        const wrong = { params: { goalId: goalIds[0] }, query: { status: 'open' } };
        expectInvalid(await kit.as(tenant, 'listGoalCrossGoalAlerts', wrong), 'status');
      },
    );

    kit.it('listGoalCrossGoalAlerts.404.GOAL_NOT_FOUND', 'are those of a goal that is there', async () => {
      const answer = await kit.as(await kit.tenant(), 'listGoalCrossGoalAlerts', { params: { goalId: 'x' } });
      expectError(answer, 404, 'GOAL_NOT_FOUND');
    });
  });

  describe('acknowledging', () => {
    kit.it(
      ['acknowledgeCrossGoalAlert.200', 'acknowledgeCrossGoalAlert.rules.1'],
      'notes what was decided, by whom and when',
      async () => {
        const tenant = await kit.tenant();
        const { ids } = await alerted(tenant, 1);
        const body = { decision: 'rejected', notes: 'We keep the plan' };
        expect(await acknowledge(tenant, ids[0] ?? '', body)).toMatchObject({
          ...body,
          status: 'acknowledged',
          acknowledgedBy: tenant.userId,
          acknowledgedAt: kit.clock
            .now()
            .toISOString()
            .replace(/\.\d+Z/, 'Z'),
        });
        expect(await alertsOf(kit, tenant, { status: 'pending' })).toEqual([]);
      },
    );

    kit.it(
      'acknowledgeCrossGoalAlert.rules.2',
      'takes the last decision, and none changes the plan',
      async () => {
        const tenant = await kit.tenant();
        const { ids, kpiId } = await alerted(tenant, 7);
        const path = { params: { sharedKpiId: kpiId } };
        const before = await kit.as(tenant, 'getMilestones', path);
        for (const decision of ['accepted', 'modified', 'rejected']) {
          const decided = await acknowledge(tenant, ids[0] ?? '', { decision });
          expect(decided).toMatchObject({ decision, status: 'acknowledged', notes: null });
        }
        expect((await kit.as(tenant, 'getMilestones', path)).body).toEqual(before.body);
      },
    );

    kit.it(
      ['acknowledgeCrossGoalAlert.404.ALERT_NOT_FOUND', 'acknowledgeCrossGoalAlert.422.VALIDATION_ERROR'],
      'needs an alert, and a decision that is known',
      async () => {
        const tenant = await kit.tenant();
        const { ids } = await alerted(tenant, 1);
        const patch = (alertId: string, body: object) =>
          kit.as(tenant, 'acknowledgeCrossGoalAlert', { params: { alertId }, body });
        expectError(await patch('x', { decision: 'accepted' }), 404, 'ALERT_NOT_FOUND');
        expectInvalid(await patch(ids[0] ?? '', {}), 'decision');
        expectInvalid(await patch(ids[0] ?? '', { decision: 'maybe', notes: 5 }), 'decision', 'notes');
      },
    );
  });
});
