import { measureOf } from '../../../subgraphs/traction/testing/rows';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract, type Tenant } from '../harness/kit';
import {
  type KpiJson,
  linkedKpi,
  newKpi,
  readKpi,
  recordActual,
  setMilestones,
  sharedKpi,
  targetsOf,
} from '../harness/kpis';

contract('kpis/single', (kit) => {
  rowsOfEveryEndpoint(kit, 'getKpi', 'updateKpi', 'deleteKpi');

  const update = async (tenant: Tenant, id: string, body: object): Promise<KpiJson> =>
    expectSuccess(await kit.as(tenant, 'updateKpi', { params: { id }, body }), 'updateKpi');

  /** A measure in the words of /measures. */
  const measureInWords = async (tenant: Tenant, members: object): Promise<KpiJson> => {
    const { data } = await kit.inside('traction', tenant);
    const { id } = await data.measures.insert(measureOf(members));
    return readKpi(kit, tenant, id);
  };

  describe('one KPI', () => {
    kit.it(
      ['getKpi.200', 'getKpi.rules.1'],
      'is as it was made, with its goals and without its readings',
      async () => {
        const tenant = await kit.tenant();
        const { kpi, goalIds } = await sharedKpi(kit, tenant);
        const read = await readKpi(kit, tenant, kpi.id);
        expect(read).toMatchObject({ name: kpi.name, createdAt: kpi.createdAt, isShared: true });
        expect(read['linkedGoals']).toMatchObject([
          { goalId: goalIds[0], goalName: 'Grow revenue', isPrimary: true },
          { goalId: goalIds[1], goalName: 'Keep customers', isPrimary: true },
        ]);
        expect(read).not.toHaveProperty('readings');
      },
    );

    it.each([
      [
        { aggregationType: 'Sum', aggregationPeriod: 'Month' },
        { aggregationType: 'sum', aggregationPeriod: 'monthly' },
      ],
      [
        { aggregationType: 'Average', dataSource: 'Automated' },
        { aggregationType: 'average', dataSourceType: 'action' },
      ],
      [
        { dataSource: 'Integration', valueType: 'Currency' },
        { dataSourceType: 'integration', valueType: 'snapshot' },
      ],
      [
        { dataSource: 'Stripe', aggregationType: 'Median' },
        { dataSourceType: 'manual', aggregationType: 'latest' },
      ],
      [
        { direction: null, aggregationPeriod: 'Sprint' },
        { direction: 'up', aggregationPeriod: 'monthly' },
      ],
    ])('shows what /measures keeps as %j in the words of KPIs', async (stored, shown) => {
      expect(await measureInWords(await kit.tenant(), stored)).toMatchObject(shown);
    });

    kit.it('getKpi.404.KPI_NOT_FOUND', 'is gone when it was deleted', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      await kit.as(tenant, 'deleteKpi', { params: { id } });
      expectError(await kit.as(tenant, 'getKpi', { params: { id } }), 404, 'KPI_NOT_FOUND');
    });
  });

  describe('changing', () => {
    kit.it(
      [
        'updateKpi.200',
        'updateKpi.twin.calculationMethod',
        'updateKpi.twin.measurementFrequency',
        'updateKpi.twin.ownerId',
      ],
      'touches what was sent and nothing else',
      async () => {
        const tenant = await kit.tenant();
        const kpi = await newKpi(kit, tenant, { category: 'Sales' });
        const changes = {
          name: 'Churn',
          description: 'Who leaves',
          unit: '%',
          direction: 'down',
          calculationMethod: 'a / b',
          measurementFrequency: 'Weekly',
          ownerId: tenant.userId,
        };
        expect(await update(tenant, kpi.id, changes)).toMatchObject({ ...changes, category: 'Sales' });
        const snake = {
          calculation_method: 'b / a',
          measurement_frequency: 'Daily',
          owner_id: tenant.userId,
        };
        expect(await update(tenant, kpi.id, snake)).toMatchObject({
          name: 'Churn',
          calculationMethod: 'b / a',
          measurementFrequency: 'Daily',
        });
        expect(await update(tenant, kpi.id, { category: 'Care' })).toMatchObject({ category: 'Care' });
      },
    );

    kit.it('updateKpi.rules.1', 'leaves what only the series and the catalog can change', async () => {
      const tenant = await kit.tenant();
      const kpi = await newKpi(kit, tenant, { currentValue: 5, aggregationType: 'sum' });
      const ignored = {
        catalogId: 'x',
        currentValue: 7,
        currentValueDate: '2020-01-01',
        aggregationType: 'max',
        aggregationPeriod: 'daily',
        valueType: 'other',
        type: 'binary',
      };
      const changed = await update(tenant, kpi.id, ignored);
      const moments = { updatedAt: kpi.updatedAt, updated_at: kpi.updatedAt };
      expect({ ...changed, ...moments }).toEqual({ ...kpi, ...moments });
    });

    kit.it('updateKpi.404.KPI_NOT_FOUND', 'needs a KPI that is there', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      await kit.as(tenant, 'deleteKpi', { params: { id } });
      const answer = await kit.as(tenant, 'updateKpi', { params: { id }, body: { name: 'N' } });
      expectError(answer, 404, 'KPI_NOT_FOUND');
    });

    kit.it('updateKpi.422.VALIDATION_ERROR', 'names what is not acceptable', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      const refused = async (body: object, ...members: string[]): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'updateKpi', { params: { id }, body }), ...members);
      await refused({ name: '', direction: 'maintain' }, 'name', 'direction');
      await refused({ name: 'x'.repeat(201), description: 'x'.repeat(1001) }, 'name', 'description');
      await refused({ unit: 'x'.repeat(1001), formula: 5 }, 'unit', 'formula');
      const answer = await kit.as(tenant, 'updateKpi', { params: { id }, body: { ownerId: 'nobody' } });
      expect(expectError(answer, 422, 'VALIDATION_ERROR').error).toBe('Owner not found');
    });
  });

  describe('deleting', () => {
    kit.it(['deleteKpi.200', 'deleteKpi.404.KPI_NOT_FOUND'], 'works once, and says when', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      const deleted = expectSuccess(await kit.as(tenant, 'deleteKpi', { params: { id } }), 'deleteKpi');
      const deletedAt = kit.clock
        .now()
        .toISOString()
        .replace(/\.\d+Z/, 'Z');
      expect(deleted).toMatchObject({ id, deletedAt, message: 'KPI deleted' });
      expectError(await kit.as(tenant, 'deleteKpi', { params: { id } }), 404, 'KPI_NOT_FOUND');
    });

    kit.it('deleteKpi.400.KPI_LINKED_TO_GOALS', 'is refused while a goal has the KPI', async () => {
      const tenant = await kit.tenant();
      const { kpi, params } = await linkedKpi(kit, tenant);
      const answer = await kit.as(tenant, 'deleteKpi', { params: { id: kpi.id } });
      expectError(answer, 400, 'KPI_LINKED_TO_GOALS');
      expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({ linkedGoalCount: 1 });
      await kit.as(tenant, 'unlinkKpi', { params, body: { kpiId: kpi.id } });
      expect((await kit.as(tenant, 'deleteKpi', { params: { id: kpi.id } })).status).toBe(200);
    });

    kit.it(
      ['deleteKpi.rules.1', 'traction.cascades.kpiDeleted.1'],
      'hides the KPI and keeps its milestones, values and rule',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 50_000 }));
        await recordActual(kit, tenant, id, ['2026-01-10', 40_000]);
        const params = { sharedKpiId: id };
        await kit.as(tenant, 'updateReplanRule', { params, body: {} });
        await kit.as(tenant, 'deleteKpi', { params: { id } });
        for (const endpointId of ['getMilestones', 'listActuals', 'getKpiPlan', 'getReplanRule']) {
          expectError(await kit.as(tenant, endpointId, { params }), 404, 'KPI_NOT_FOUND');
        }
        const { data } = await kit.inside('traction', tenant);
        const kept = [data.targets, data.actuals, data.replanRules].map((rows) =>
          rows.count({ measureId: id }),
        );
        expect(await Promise.all(kept)).toEqual([1, 1, 1]);
      },
    );
  });
});
