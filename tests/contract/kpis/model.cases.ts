/** KPIs and measures are one: what both doors show of it. Source: measures.yaml, open, KPI model. */
import { expectError, expectInvalid, expectNullData, expectSuccess } from '../harness/expect';
import { newGoal, newStrategy, readGoal } from '../harness/goals';
import { contract, signedIn, type Tenant } from '../harness/kit';
import {
  actualsOf,
  asTargets,
  linkedKpi,
  linkKpi,
  milestonesOf,
  NEW_KPI,
  newKpi,
  planOf,
  readKpi,
  recordActual,
  setMilestones,
  sharedKpi,
  targetsOf,
} from '../harness/kpis';
import { linksOf, newLink, newMeasure, newTarget, readMeasure } from '../harness/measures';
import { Streams } from '../harness/streams';

const ROW = (name: string): string => `measures.open.kpiModel.${name}`;

contract('kpis/model', (kit) => {
  const streams = new Streams(kit);
  afterEach(() => streams.leave());

  const thresholdOf = async (tenant: Tenant, goalId: string, kpiId: string): Promise<unknown> =>
    expectSuccess(await kit.as(tenant, 'getKpiLink', { params: { goalId, kpiId } }), 'getKpiLink');

  kit.it(ROW('entity'), 'a text that KPIs have no word for shows as their default, and is kept', async () => {
    const tenant = await kit.tenant();
    const told = { dataSource: 'CRM', aggregationType: 'weighted', calculationMethod: 'Sum of all plans' };
    const { id } = await newMeasure(kit, tenant, told);
    expect(await readKpi(kit, tenant, id)).toMatchObject({
      unit: null,
      description: null,
      dataSourceType: 'manual',
      aggregationType: 'latest',
      calculationMethod: 'Sum of all plans',
    });
    expect(await readMeasure(kit, tenant, id)).toMatchObject({ dataSource: 'CRM' });
    const description = 'x'.repeat(1001);
    const tooLong = await kit.as(tenant, 'createMeasure', { body: { name: 'M', description } });
    expect(tooLong.status).toBe(422);
    expectInvalid(await kit.as(tenant, 'createKpi', { body: { ...NEW_KPI, description } }), 'description');
  });

  kit.it(ROW('ids'), 'a KPI has the id of its measure, and that of a link is none', async () => {
    const tenant = await kit.tenant();
    const { goal, kpi, link } = await linkedKpi(kit, tenant);
    expect(await readMeasure(kit, tenant, kpi.id)).toMatchObject({ id: kpi.id });
    expect((await planOf(kit, tenant, kpi.id)).kpi).toMatchObject({ id: kpi.id });
    expect(link.id).not.toBe(kpi.id);
    expectError(await kit.as(tenant, 'getKpi', { params: { id: link.id } }), 404, 'KPI_NOT_FOUND');
    const params = { goalId: goal.id, kpiId: link.id };
    expectError(await kit.as(tenant, 'getKpiLink', { params }), 404, 'KPI_LINK_NOT_FOUND');
  });

  kit.it(ROW('shared'), 'shared is what serves several goals, however often each', async () => {
    const tenant = await kit.tenant();
    const { goal, kpi } = await linkedKpi(kit, tenant);
    const strategy = await newStrategy(kit, tenant, goal.id);
    await newLink(kit, tenant, kpi.id, { goalId: goal.id, strategyId: strategy.id });
    expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({ isShared: false, linkedGoalCount: 1 });
    await linkKpi(kit, tenant, (await newGoal(kit, tenant)).id, kpi.id);
    expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({ isShared: true, linkedGoalCount: 2 });
    const alone = await newMeasure(kit, tenant);
    expect((await planOf(kit, tenant, alone.id)).kpi).toMatchObject({ id: alone.id });
  });

  kit.it(ROW('direction'), 'one direction has the words of each door', async () => {
    const tenant = await kit.tenant();
    for (const [sent, kpiWord, measureWord] of [
      ['up', 'up', 'Increase'],
      ['down', 'down', 'Decrease'],
      ['increase', 'up', 'Increase'],
      ['decrease', 'down', 'Decrease'],
    ]) {
      const { id, direction } = await newKpi(kit, tenant, { direction: sent });
      expect(direction).toBe(kpiWord);
      expect(await readMeasure(kit, tenant, id)).toMatchObject({ direction: measureWord });
    }
    const maintain = { ...NEW_KPI, direction: 'maintain' };
    expectInvalid(await kit.as(tenant, 'createKpi', { body: maintain }), 'direction');
    for (const direction of ['up', 'increase', 'INCREASE', 'maintain']) {
      const answer = await kit.as(tenant, 'createMeasure', { body: { name: 'M', direction } });
      expect(answer.status).toBe(400);
    }
    const undirected = await newMeasure(kit, tenant, { currentValue: 50, targetValue: 200 });
    const goal = await newGoal(kit, tenant);
    await linkKpi(kit, tenant, goal.id, undirected.id);
    expect((await readGoal(kit, tenant, goal.id)).kpis).toMatchObject([{ direction: 'up', progress: 25 }]);
  });

  kit.it(
    ROW('threshold'),
    'a threshold belongs to the link, from 0 to 100, and is 80 unless told',
    async () => {
      const tenant = await kit.tenant();
      const { kpi, goalIds } = await sharedKpi(kit, tenant);
      const [goalId, other] = goalIds;
      const set = (body: object) =>
        kit.as(tenant, 'setKpiThreshold', { params: { goalId: other, kpiId: kpi.id }, body });
      expectSuccess(await set({ threshold_pct: 85 }), 'setKpiThreshold');
      expect(await thresholdOf(tenant, goalId, kpi.id)).toMatchObject({ thresholdPct: 80 });
      expect(await thresholdOf(tenant, other, kpi.id)).toMatchObject({ thresholdPct: 85 });
      const text = 'Threshold percentage must be between 0 and 100';
      for (const thresholdPct of [-1, 100.5]) {
        const refused = await set({ thresholdPct });
        expectInvalid(refused, 'thresholdPct');
        expect(refused.body).toMatchObject({ error: text });
        const body = { kpiId: kpi.id, thresholdPct };
        const unlinked = await newGoal(kit, tenant);
        const linking = await kit.as(tenant, 'linkKpi', { params: { goalId: unlinked.id }, body });
        expect(linking).toMatchObject({ status: 422, body: { error: text } });
      }
    },
  );

  kit.it(ROW('linking'), 'linking makes a link of the owner; the first of a goal is primary', async () => {
    const tenant = await kit.tenant();
    const { goal, kpi, link } = await linkedKpi(kit, tenant);
    expect(link).toMatchObject({
      goalId: goal.id,
      kpiId: kpi.id,
      isPrimary: true,
      thresholdPct: 80,
      order: 1,
    });
    expect(await linksOf(kit, tenant, { goalId: goal.id })).toMatchObject([
      { id: link.id, personId: tenant.userId, strategyId: null, linkType: 'goal', displayOrder: 1 },
    ]);
    const other = await newGoal(kit, tenant);
    const plain = await newLink(kit, tenant, kpi.id, { goalId: other.id });
    expect(plain).toMatchObject({ isPrimary: false });
    const body = { kpiId: kpi.id };
    const again = await kit.as(tenant, 'linkKpi', { params: { goalId: goal.id }, body });
    expect(expectError(again, 400, 'BUSINESS_RULE_VIOLATION').error).toBe('Measure link already exists');
  });

  kit.it(
    ROW('unlinking'),
    'unlinking ends all links with the goal, and the next KPI is primary',
    async () => {
      const tenant = await kit.tenant();
      const { goal, kpi } = await linkedKpi(kit, tenant);
      const strategy = await newStrategy(kit, tenant, goal.id);
      await newLink(kit, tenant, kpi.id, { goalId: goal.id, strategyId: strategy.id });
      const next = await newKpi(kit, tenant, { name: 'Churn' });
      await linkKpi(kit, tenant, goal.id, next.id);
      const unlink = () =>
        kit.as(tenant, 'unlinkKpi', { params: { goalId: goal.id }, body: { kpiId: kpi.id } });
      expect(expectSuccess(await unlink(), 'unlinkKpi')).toMatchObject({ newPrimaryKpiId: next.id });
      expect(await linksOf(kit, tenant, { measureId: kpi.id, includeAll: 'true' })).toEqual([]);
      expectError(await unlink(), 404, 'KPI_LINK_NOT_FOUND');
      expect(await readMeasure(kit, tenant, kpi.id)).toMatchObject({ id: kpi.id });
    },
  );

  kit.it(
    ROW('planningWords'),
    'milestones are targets, and actuals are entries, in other words',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      const target = await newTarget(kit, tenant, id, { targetDate: '2030-01-31T00:00:00Z' });
      expect(await milestonesOf(kit, tenant, id)).toMatchObject([
        { id: target.id, milestoneDate: '2030-01-31', targetValue: 100 },
      ]);
      await setMilestones(kit, tenant, id, targetsOf({ '2030-06-30': 200 }), false);
      await setMilestones(kit, tenant, id, targetsOf({ '2030-01-31': 150 }), false);
      expect(asTargets(await milestonesOf(kit, tenant, id))).toEqual({
        '2030-01-31': 150,
        '2030-06-30': 200,
      });
      await setMilestones(kit, tenant, id, targetsOf({ '2031-01-31': 300 }), true);
      expect(asTargets(await milestonesOf(kit, tenant, id))).toEqual({ '2031-01-31': 300 });
      for (const source of ['manual', 'action', 'integration']) {
        await recordActual(kit, tenant, id, ['2026-01-10', 5], { source });
      }
      const listed = await kit.as(tenant, 'listMeasureActuals', { params: { measureId: id } });
      const { actuals } = expectSuccess<{ actuals: readonly object[] }>(listed, 'listMeasureActuals');
      expect(actuals).toMatchObject([
        { dataSource: 'Integration', postValue: 5, postDate: '2026-01-10T00:00:00Z' },
        { dataSource: 'Automated' },
        { dataSource: 'Manual' },
      ]);
      const sources = (await actualsOf(kit, tenant, id)).map(({ dataSource }) => dataSource);
      expect(sources).toEqual(['integration', 'action', 'manual']);
    },
  );

  kit.it(ROW('confidence'), 'a level of a milestone is a fifth of the percentage of a target', async () => {
    const tenant = await kit.tenant();
    const { id } = await newKpi(kit, tenant);
    const confidenceOf = async (confidenceLevel: number): Promise<unknown> => {
      await setMilestones(kit, tenant, id, [
        { milestoneDate: '2030-01-31', targetValue: 1, confidenceLevel },
      ]);
      const answer = await kit.as(tenant, 'listMeasureTargets', { params: { measureId: id } });
      return expectSuccess<{ targets: readonly { confidenceLevel: unknown }[] }>(answer, 'listMeasureTargets')
        .targets[0]?.confidenceLevel;
    };
    expect(await confidenceOf(4)).toBe(80);
    expect(await confidenceOf(0.85)).toBe(85);
    const other = await newKpi(kit, tenant);
    await newTarget(kit, tenant, other.id, { confidenceLevel: 60 });
    expect(await milestonesOf(kit, tenant, other.id)).toMatchObject([{ confidenceLevel: 3 }]);
  });

  kit.it(ROW('views'), 'a goal shows one item for each KPI, and what else could be measured', async () => {
    const tenant = await kit.tenant();
    const { goal, kpi, link } = await linkedKpi(kit, tenant, { currentValue: 5 });
    expect((await readGoal(kit, tenant, goal.id)).kpis).toMatchObject([
      {
        ...{ id: link.id, kpi_id: kpi.id, shared_kpi_id: kpi.id, direction: 'up', threshold_pct: 80 },
        ...{ current_value: 5, target_value: null, is_primary: true },
      },
    ]);
    const available = await kit.as(tenant, 'getAvailableKpis', { params: { goalId: goal.id } });
    expect(expectSuccess(available, 'getAvailableKpis')).toMatchObject({
      tenantCustomKpis: [
        { id: kpi.id, direction: 'up', usageInfo: { goalCount: 1, isUsedByThisGoal: true } },
      ],
    });
    const impact = await kit.as(tenant, 'getCrossGoalImpact', { params: { kpiId: kpi.id } });
    expect(expectSuccess(impact, 'getCrossGoalImpact')).toMatchObject({
      affectedGoals: [{ goalId: goal.id, threshold: 80 }],
    });
  });

  kit.it(ROW('catalog'), 'a measure notes the entry of a catalog, known or not, and has a name', async () => {
    const tenant = await kit.tenant();
    const made = await newMeasure(kit, tenant, { catalogId: 'anybody-s-catalog-7' });
    expect(await readMeasure(kit, tenant, made.id)).toMatchObject({ catalogId: 'anybody-s-catalog-7' });
    const nameless = { catalogId: 'catalog_monthly_recurring_revenue' };
    expectNullData(await kit.as(tenant, 'createMeasure', { body: nameless }), 400, 'Name is required');
  });

  kit.it(ROW('coachingBridge'), 'a recommendation becomes a measure in the words of measures', async () => {
    const tenant = await kit.tenant();
    const recommended = {
      ...{ name: 'Churn', direction: 'Decrease', type: 'Leading', measurementFrequency: 'Monthly' },
      ...{ calculationMethod: 'Lost / all', dataSource: 'Billing' },
      ...{ rationale: 'It shows early', benchmark: '3 %', difficulty: 'easy' },
    };
    const { id } = await newMeasure(kit, tenant, recommended);
    const { rationale: _why, benchmark: _mark, difficulty: _hard, calculationMethod, ...kept } = recommended;
    expect(await readMeasure(kit, tenant, id)).toMatchObject(kept);
    expect(await readKpi(kit, tenant, id)).toMatchObject({ direction: 'down', calculationMethod });
  });

  kit.it(
    ROW('events'),
    'a value is told as kpi.reading.created, through whichever door it came',
    async () => {
      const tenant = await kit.tenant();
      const { kpi, goalIds } = await sharedKpi(kit, tenant);
      const watched = await Promise.all(
        goalIds.map((goalId) =>
          streams.begin('subscribeGoalActivity', { params: { goalId }, headers: signedIn(tenant) }),
        ),
      );
      await kit.as(tenant, 'updateMeasureValue', { params: { id: kpi.id }, body: { value: 7.5 } });
      for (const stream of watched) {
        expect(await stream.event()).toMatchObject({
          event: 'kpi.reading.created',
          data: { reading: { kpiId: kpi.id, value: 7.5 } },
        });
      }
    },
  );
});
