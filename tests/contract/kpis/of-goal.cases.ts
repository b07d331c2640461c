import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { linkedKpi, linkKpi, newKpi } from '../harness/kpis';

interface GoalKpisJson {
  readonly goalId: string;
  readonly goalName: string;
  readonly kpis: readonly { kpiId: string; isPrimary: boolean; order: number; sharedGoalCount: number }[];
  readonly totalKpis: number;
  readonly hasPrimary: boolean;
  readonly primaryKpi: { kpiId: string; name: string } | null;
}

contract('kpis/of-goal', (kit) => {
  rowsOfEveryEndpoint(kit, 'setKpiThreshold', 'getKpiLink', 'listGoalKpis', 'setPrimaryKpi');

  type Params = Readonly<Record<string, string>>;

  const thresholdOf = async (tenant: Tenant, params: Params): Promise<object> =>
    expectSuccess(await kit.as(tenant, 'getKpiLink', { params }), 'getKpiLink');

  const kpisOf = async (tenant: Tenant, goalId: string): Promise<GoalKpisJson> =>
    expectSuccess(await kit.as(tenant, 'listGoalKpis', { params: { goalId } }), 'listGoalKpis');

  const missing = async (tenant: Tenant, id: string, body?: object): Promise<void> => {
    const { params } = await linkedKpi(kit, tenant);
    const other = await linkedKpi(kit, tenant);
    const ask = (more: Params) => kit.as(tenant, id, { params: { ...params, ...more }, body });
    expectError(await ask({ goalId: 'x' }), 404, 'GOAL_NOT_FOUND');
    expectError(await ask({ kpiId: 'x' }), 404, 'KPI_LINK_NOT_FOUND');
    expectError(await ask({ kpiId: other.kpi.id }), 404, 'KPI_LINK_NOT_FOUND');
  };

  describe('the threshold of a link', () => {
    kit.it(
      ['setKpiThreshold.200', 'setKpiThreshold.rules.1', 'setKpiThreshold.twin.thresholdPct'],
      'is set for this goal alone, in either spelling, and answered with success',
      async () => {
        const tenant = await kit.tenant();
        const { params, kpi } = await linkedKpi(kit, tenant);
        const other = { goalId: (await newGoal(kit, tenant)).id, kpiId: kpi.id };
        await linkKpi(kit, tenant, other.goalId, kpi.id);
        for (const body of [{ thresholdPct: 85 }, { threshold_pct: 0 }, { thresholdPct: 100 }]) {
          const answer = await kit.as(tenant, 'setKpiThreshold', { params, body });
          expect({ status: answer.status, body: answer.body }).toEqual({
            status: 200,
            body: { success: true },
          });
          expect(await thresholdOf(tenant, params)).toMatchObject({ thresholdPct: Object.values(body)[0] });
        }
        expect(await thresholdOf(tenant, other)).toMatchObject({ thresholdPct: 80 });
      },
    );

    kit.it(
      ['setKpiThreshold.404.GOAL_NOT_FOUND', 'setKpiThreshold.404.KPI_LINK_NOT_FOUND'],
      'needs a goal, and its link with the KPI',
      async () => missing(await kit.tenant(), 'setKpiThreshold', { thresholdPct: 85 }),
    );

    kit.it('setKpiThreshold.422.VALIDATION_ERROR', 'is a share from 0 to 100', async () => {
      const tenant = await kit.tenant();
      const { params } = await linkedKpi(kit, tenant);
      for (const thresholdPct of [undefined, null, -0.1, 100.1, '85']) {
        const answer = await kit.as(tenant, 'setKpiThreshold', { params, body: { thresholdPct } });
        expectInvalid(answer, 'thresholdPct');
      }
      expect(await thresholdOf(tenant, params)).toMatchObject({ thresholdPct: 80 });
    });

    kit.it(['getKpiLink.200', 'getKpiLink.rules.1'], 'is 80 unless somebody has said otherwise', async () => {
      const tenant = await kit.tenant();
      const { params } = await linkedKpi(kit, tenant);
      expect(await thresholdOf(tenant, params)).toMatchObject({ thresholdPct: 80 });
    });

    kit.it(
      ['getKpiLink.404.GOAL_NOT_FOUND', 'getKpiLink.404.KPI_LINK_NOT_FOUND'],
      'is not found without the goal, or without the link',
      async () => missing(await kit.tenant(), 'getKpiLink'),
    );
  });

  describe('the KPIs of a goal', () => {
    kit.it('listGoalKpis.200', 'stand in their order, with the primary one beside', async () => {
      const tenant = await kit.tenant();
      const { goal, kpi } = await linkedKpi(kit, tenant, { currentValue: 5, currentValueDate: '2026-01-02' });
      const second = await newKpi(kit, tenant, { name: 'Churn', direction: 'down', type: 'binary' });
      await linkKpi(kit, tenant, goal.id, second.id, { thresholdPct: 60 });
      const list = await kpisOf(tenant, goal.id);
      expect(list).toMatchObject({
        goalId: goal.id,
        goalName: 'Grow revenue',
        totalKpis: 2,
        hasPrimary: true,
        primaryKpi: { kpiId: kpi.id, name: 'Monthly Recurring Revenue' },
      });
      const shared = { isShared: false, sharedGoalCount: 1 };
      expect(list.kpis).toMatchObject([
        {
          kpiId: kpi.id,
          isPrimary: true,
          order: 1,
          currentValue: 5,
          currentValueDate: '2026-01-02',
          ...shared,
        },
        {
          kpiId: second.id,
          direction: 'down',
          type: 'binary',
          thresholdPct: 60,
          order: 2,
          currentValue: null,
        },
      ]);
    });

    kit.it('listGoalKpis.rules.1', 'have no primary one where there are none', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      expect(await kpisOf(tenant, id)).toMatchObject({
        kpis: [],
        totalKpis: 0,
        hasPrimary: false,
        primaryKpi: null,
      });
    });

    kit.it('listGoalKpis.404.GOAL_NOT_FOUND', 'are those of a goal that there is', async () => {
      const tenant = await kit.tenant();
      const { goal } = await linkedKpi(kit, tenant);
      await kit.as(tenant, 'deleteGoal', { params: { id: goal.id } });
      const answer = await kit.as(tenant, 'listGoalKpis', { params: { goalId: goal.id } });
      expectError(answer, 404, 'GOAL_NOT_FOUND');
    });
  });

  describe('the primary KPI', () => {
    kit.it(['setPrimaryKpi.200', 'setPrimaryKpi.rules.1'], 'takes the place of the former one', async () => {
      const tenant = await kit.tenant();
      const { goal, kpi } = await linkedKpi(kit, tenant);
      const second = await newKpi(kit, tenant);
      await linkKpi(kit, tenant, goal.id, second.id);
      const params = { goalId: goal.id, kpiId: second.id };
      const answer = expectSuccess(await kit.as(tenant, 'setPrimaryKpi', { params }), 'setPrimaryKpi');
      expect(answer).toMatchObject({
        goalId: goal.id,
        previousPrimaryKpiId: kpi.id,
        newPrimaryKpiId: second.id,
      });
      const { kpis } = await kpisOf(tenant, goal.id);
      expect(kpis.map(({ isPrimary }) => isPrimary)).toEqual([false, true]);
    });

    kit.it(
      [
        'setPrimaryKpi.404.GOAL_NOT_FOUND',
        'setPrimaryKpi.404.KPI_NOT_FOUND',
        'setPrimaryKpi.400.BUSINESS_RULE_VIOLATION',
      ],
      'is a KPI of the tenant that is linked with the goal',
      async () => {
        const tenant = await kit.tenant();
        const { goal, kpi } = await linkedKpi(kit, tenant);
        const stranger = await newKpi(kit, tenant);
        const set = (goalId: string, kpiId: string) =>
          kit.as(tenant, 'setPrimaryKpi', { params: { goalId, kpiId } });
        expectError(await set('x', kpi.id), 404, 'GOAL_NOT_FOUND');
        expectError(await set(goal.id, 'x'), 404, 'KPI_NOT_FOUND');
        expectError(await set(goal.id, stranger.id), 400, 'BUSINESS_RULE_VIOLATION');
        expect((await kpisOf(tenant, goal.id)).primaryKpi?.kpiId).toBe(kpi.id);
      },
    );
  });
});
