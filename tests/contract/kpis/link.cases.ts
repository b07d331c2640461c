import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { linkedKpi, linkKpi, milestonesOf, NEW_KPI, newKpi, readKpi } from '../harness/kpis';
import { signInAgain } from '../harness/people';

const TRIAL_SECONDS = 14 * 24 * 60 * 60;
const STARTER_KPIS = 50;

contract('kpis/link', (kit) => {
  rowsOfEveryEndpoint(kit, 'linkKpi');

  const aCatalogId = async (tenant: Tenant, goalId: string): Promise<string> => {
    const { body } = await kit.as(tenant, 'getAvailableKpis', { params: { goalId } });
    const [entry] = (body as { data: { catalogKpis: { id: string }[] } }).data.catalogKpis;
    return entry?.id ?? '';
  };

  kit.it(
    ['linkKpi.201', 'linkKpi.rules.3'],
    'linking answers the link, on track from 80 percent unless another share is sent',
    async () => {
      const tenant = await kit.tenant();
      const [goal, kpi] = [await newGoal(kit, tenant), await newKpi(kit, tenant)];
      expect(await linkKpi(kit, tenant, goal.id, kpi.id)).toMatchObject({
        goalId: goal.id,
        kpiId: kpi.id,
        isPrimary: true,
        thresholdPct: 80,
        order: 1,
      });
      const thresholds = [{ thresholdPct: 85 }, { threshold_pct: 12.5 }, { threshold: 0 }];
      for (const [index, body] of thresholds.entries()) {
        const { id } = await newKpi(kit, tenant);
        const link = await linkKpi(kit, tenant, goal.id, id, body);
        expect(link).toMatchObject({ thresholdPct: Object.values(body)[0], order: index + 2 });
      }
    },
  );

  kit.it('linkKpi.rules.1', 'the first KPI is the primary one until another is to be', async () => {
    const tenant = await kit.tenant();
    const { goal, link } = await linkedKpi(kit, tenant);
    expect(link.isPrimary).toBe(true);
    const second = await linkKpi(kit, tenant, goal.id, (await newKpi(kit, tenant)).id);
    expect(second.isPrimary).toBe(false);
    const third = await linkKpi(kit, tenant, goal.id, (await newKpi(kit, tenant)).id, { isPrimary: true });
    expect(third.isPrimary).toBe(true);
    const { body } = await kit.as(tenant, 'listGoalKpis', { params: { goalId: goal.id } });
    const { kpis } = (body as { data: { kpis: { linkId: string; isPrimary: boolean }[] } }).data;
    expect(kpis.filter(({ isPrimary }) => isPrimary).map(({ linkId }) => linkId)).toEqual([third.id]);
  });

  kit.it('linkKpi.rules.2', 'a KPI of two goals is shared', async () => {
    const tenant = await kit.tenant();
    const { kpi } = await linkedKpi(kit, tenant);
    expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({ isShared: false, linkedGoalCount: 1 });
    await linkKpi(kit, tenant, (await newGoal(kit, tenant)).id, kpi.id);
    expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({ isShared: true, linkedGoalCount: 2 });
  });

  kit.it(
    'linkKpi.rules.4',
    'an entry of the catalog becomes a KPI of the tenant, and is linked',
    async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant);
      const catalogId = await aCatalogId(tenant, goal.id);
      const { kpiId } = await linkKpi(kit, tenant, goal.id, catalogId);
      expect(kpiId).not.toBe(catalogId);
      expect(await readKpi(kit, tenant, kpiId)).toMatchObject({ catalogId, linkedGoalCount: 1 });
    },
  );

  kit.it('linkKpi.rules.5', 'the id of a KPI is that of its milestones', async () => {
    const tenant = await kit.tenant();
    const { link } = await linkedKpi(kit, tenant);
    expect(await milestonesOf(kit, tenant, link.kpiId)).toEqual([]);
  });

  kit.it(
    ['linkKpi.twin.kpiId', 'linkKpi.twin.thresholdPct', 'linkKpi.twin.isPrimary'],
    'members count in either spelling; the documented one wins where both are sent',
    async () => {
      const tenant = await kit.tenant();
      const { goal } = await linkedKpi(kit, tenant);
      const { id } = await newKpi(kit, tenant);
      const body = { kpi_id: id, threshold_pct: 60, thresholdPct: 70, threshold: 50, is_primary: true };
      const answer = await kit.as(tenant, 'linkKpi', { params: { goalId: goal.id }, body });
      expect(answer.body).toMatchObject({ data: { kpi_id: id, thresholdPct: 70, is_primary: true } });
    },
  );

  kit.it(
    ['linkKpi.404.GOAL_NOT_FOUND', 'linkKpi.404.KPI_NOT_FOUND'],
    'the goal is looked for first, then the KPI, in the tenant and in the catalog',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const { goal, kpi, params } = await linkedKpi(kit, tenant);
      const body = { kpiId: 'x' };
      expectError(await kit.as(tenant, 'linkKpi', { params: { goalId: 'x' }, body }), 404, 'GOAL_NOT_FOUND');
      const foreign = (await newKpi(kit, other)).id;
      for (const kpiId of ['x', foreign, goal.id]) {
        expectError(await kit.as(tenant, 'linkKpi', { params, body: { kpiId } }), 404, 'KPI_NOT_FOUND');
      }
      await kit.as(tenant, 'unlinkKpi', { params, body: { kpiId: kpi.id } });
      await kit.as(tenant, 'deleteKpi', { params: { id: kpi.id } });
      expectError(await kit.as(tenant, 'linkKpi', { params, body: { kpiId: kpi.id } }), 404, 'KPI_NOT_FOUND');
    },
  );

  kit.it('linkKpi.400.BUSINESS_RULE_VIOLATION', 'a KPI can be linked with a goal once', async () => {
    const tenant = await kit.tenant();
    const { params } = await linkedKpi(kit, tenant);
    const answer = await kit.as(tenant, 'linkKpi', { params, body: { kpiId: params.kpiId } });
    const { error } = expectError(answer, 400, 'BUSINESS_RULE_VIOLATION');
    expect(error).toBe('Measure link already exists');
  });

  kit.it(
    'linkKpi.403.SUBSCRIPTION_LIMIT_REACHED',
    'an entry of the catalog counts for the limit, a KPI that is there does not',
    async () => {
      const registered = await kit.tenant();
      kit.clock.advance(TRIAL_SECONDS);
      const tenant = await signInAgain(kit, registered);
      const goal = await newGoal(kit, tenant);
      const { id } = await newKpi(kit, tenant);
      const rest = Array.from({ length: STARTER_KPIS - 1 }, () => NEW_KPI);
      await Promise.all(rest.map((body) => kit.as(tenant, 'createKpi', { body })));
      const params = { goalId: goal.id };
      const body = { kpiId: await aCatalogId(tenant, goal.id) };
      expectError(await kit.as(tenant, 'linkKpi', { params, body }), 403, 'SUBSCRIPTION_LIMIT_REACHED');
      expect((await linkKpi(kit, tenant, goal.id, id)).order).toBe(1);
    },
  );

  kit.it('linkKpi.422.VALIDATION_ERROR', 'members that are not acceptable are named', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const refused = async (body: unknown, ...members: string[]): Promise<void> =>
      expectInvalid(await kit.as(tenant, 'linkKpi', { params: { goalId }, body }), ...members);
    await refused({}, 'kpiId');
    await refused({ kpi_id: '' }, 'kpi_id');
    await refused({ kpiId: 'x', thresholdPct: 100.1 }, 'thresholdPct');
    await refused({ kpiId: 'x', threshold_pct: -1 }, 'threshold_pct');
    await refused({ kpiId: 'x', threshold: 'high', isPrimary: 'yes' }, 'threshold', 'isPrimary');
  });
});
