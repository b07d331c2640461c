import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import {
  asTargets,
  linkedKpi,
  linkKpi,
  milestonesOf,
  newKpi,
  readKpi,
  recordActual,
  setMilestones,
  setRule,
  targetsOf,
} from '../harness/kpis';

interface Unlinked {
  readonly goalId: string;
  readonly unlinkedKpiId: string;
  readonly newPrimaryKpiId: string | null;
  readonly remainingKpiCount: number;
}

contract('kpis/unlink', (kit) => {
  rowsOfEveryEndpoint(kit, 'unlinkKpi');

  const unlink = async (tenant: Tenant, goalId: string, body: object): Promise<Unlinked> =>
    expectSuccess(await kit.as(tenant, 'unlinkKpi', { params: { goalId }, body }), 'unlinkKpi');

  /** A goal with three KPIs, the first of which is the primary one. */
  const goalWithThree = async (tenant: Tenant): Promise<{ goalId: string; ids: string[] }> => {
    const { id: goalId } = await newGoal(kit, tenant);
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { id } = await newKpi(kit, tenant);
      await linkKpi(kit, tenant, goalId, id);
      ids.push(id);
    }
    return { goalId, ids };
  };

  kit.it(
    ['unlinkKpi.200', 'unlinkKpi.rules.2', 'unlinkKpi.rules.1'],
    'without the primary KPI the next one in order is, and the KPI itself stays',
    async () => {
      const tenant = await kit.tenant();
      const { goalId, ids } = await goalWithThree(tenant);
      const [first = '', second = ''] = ids;
      const answer = await unlink(tenant, goalId, { kpiId: first });
      expect(answer).toMatchObject({
        goalId,
        unlinkedKpiId: first,
        newPrimaryKpiId: second,
        remainingKpiCount: 2,
      });
      expect(await readKpi(kit, tenant, first)).toMatchObject({ linkedGoalCount: 0 });
    },
  );

  kit.it(
    ['unlinkKpi.rules.3', 'unlinkKpi.twin.kpiId', 'unlinkKpi.twin.newPrimaryKpiId'],
    'the caller may choose the next primary one; none is told where none changed or none is left',
    async () => {
      const tenant = await kit.tenant();
      const { goalId, ids } = await goalWithThree(tenant);
      const [first = '', second = '', third = ''] = ids;
      const chosen = await unlink(tenant, goalId, { kpi_id: first, new_primary_kpi_id: third });
      expect(chosen).toMatchObject({ newPrimaryKpiId: third, remainingKpiCount: 2 });
      const unchanged = await unlink(tenant, goalId, { kpiId: second });
      expect(unchanged).toMatchObject({ newPrimaryKpiId: null, remainingKpiCount: 1 });
      const last = await unlink(tenant, goalId, { kpiId: third });
      expect(last).toMatchObject({ newPrimaryKpiId: null, remainingKpiCount: 0 });
    },
  );

  kit.it(
    ['unlinkKpi.404.GOAL_NOT_FOUND', 'unlinkKpi.404.KPI_LINK_NOT_FOUND'],
    'the goal is looked for first, then its link with the KPI',
    async () => {
      const tenant = await kit.tenant();
      const { params } = await linkedKpi(kit, tenant);
      const { id } = await newKpi(kit, tenant);
      const unknown = { params: { goalId: 'x' }, body: { kpiId: params.kpiId } };
      expectError(await kit.as(tenant, 'unlinkKpi', unknown), 404, 'GOAL_NOT_FOUND');
      for (const kpiId of ['x', id]) {
        const answer = await kit.as(tenant, 'unlinkKpi', { params, body: { kpiId } });
        expectError(answer, 404, 'KPI_LINK_NOT_FOUND');
      }
    },
  );

  kit.it(
    'unlinkKpi.400.BUSINESS_RULE_VIOLATION',
    'the next primary one is another KPI of the goal, or nothing is done',
    async () => {
      const tenant = await kit.tenant();
      const { params } = await linkedKpi(kit, tenant);
      const stranger = await newKpi(kit, tenant);
      for (const newPrimaryKpiId of [stranger.id, 'x', params.kpiId]) {
        const body = { kpiId: params.kpiId, newPrimaryKpiId };
        expectError(await kit.as(tenant, 'unlinkKpi', { params, body }), 400, 'BUSINESS_RULE_VIOLATION');
      }
      expect(await readKpi(kit, tenant, params.kpiId)).toMatchObject({ linkedGoalCount: 1 });
    },
  );

  kit.it('unlinkKpi.422.VALIDATION_ERROR', 'the KPI must be named', async () => {
    const tenant = await kit.tenant();
    const { params } = await linkedKpi(kit, tenant);
    const refused = async (body: unknown, ...members: string[]): Promise<void> =>
      expectInvalid(await kit.as(tenant, 'unlinkKpi', { params, body }), ...members);
    await refused({}, 'kpiId');
    await refused({ kpiId: {}, new_primary_kpi_id: [] }, 'kpiId', 'new_primary_kpi_id');
  });

  kit.it(
    'traction.cascades.kpiUnlinked.1',
    'what is known of a KPI stays when its last goal loses it',
    async () => {
      const tenant = await kit.tenant();
      const { goal, kpi } = await linkedKpi(kit, tenant);
      const path = { params: { sharedKpiId: kpi.id } };
      await setMilestones(kit, tenant, kpi.id, targetsOf({ '2026-03-31': 50_000 }));
      await recordActual(kit, tenant, kpi.id, ['2026-01-10', 40_000]);
      await setRule(kit, tenant, kpi.id, { consecutiveMissesRequired: 3 });
      await unlink(tenant, goal.id, { kpiId: kpi.id });
      expect(asTargets(await milestonesOf(kit, tenant, kpi.id))).toEqual({ '2026-03-31': 50_000 });
      const actuals = await kit.as(tenant, 'listActuals', path);
      expect(actuals.body).toMatchObject({ data: [{ actualValue: 40_000 }] });
      const rule = await kit.as(tenant, 'getReplanRule', path);
      expect(rule.body).toMatchObject({ data: { consecutiveMissesRequired: 3 } });
    },
  );
});
