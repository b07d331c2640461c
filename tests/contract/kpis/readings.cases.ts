import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { changesOf } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { actualsOf, linkedKpi, newKpi, readKpi, recordActual } from '../harness/kpis';

interface ReadingJson {
  readonly id: string;
  readonly kpiId: string;
  readonly period: string;
  readonly value: number;
  readonly adjustedValue: number | null;
  readonly reason: string | null;
  readonly recordedBy: string;
}

const PAGED = { success: true, data: '[KpiReading]', pagination: 'Pagination' };

contract('kpis/readings', (kit) => {
  rowsOfEveryEndpoint(kit, 'listKpiReadings', 'createKpiReading');

  const record = async (tenant: Tenant, id: string, body: object): Promise<ReadingJson> =>
    expectSuccess(await kit.as(tenant, 'createKpiReading', { params: { id }, body }), 'createKpiReading');

  const periods = async (tenant: Tenant, id: string, query?: Record<string, string>): Promise<string[]> => {
    const answer = await kit.as(tenant, 'listKpiReadings', { params: { id }, query });
    return expectSuccess<ReadingJson[]>(answer, 'listKpiReadings').map(({ period }) => period);
  };

  describe('a reading', () => {
    kit.it(
      ['createKpiReading.201', 'createKpiReading.twin.adjustedValue'],
      'has what was sent, and who recorded it',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        expect(await record(tenant, id, { period: '2025-12', value: 45_000 })).toMatchObject({
          kpiId: id,
          period: '2025-12',
          value: 45_000,
          adjustedValue: null,
          reason: null,
          recordedBy: tenant.userId,
        });
        const adjusted = { period: '2025-11', value: 44_000, adjusted_value: 43_500.5, reason: 'Refunds' };
        expect(await record(tenant, id, adjusted)).toMatchObject({
          adjustedValue: 43_500.5,
          reason: 'Refunds',
        });
      },
    );

    kit.it(
      'createKpiReading.rules.1',
      'is one of its month: a second one takes its place under its id',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const first = await record(tenant, id, { period: '2025-12', value: 45_000 });
        await recordActual(kit, tenant, id, ['2025-12-31', 48_000]);
        const second = await record(tenant, id, { period: '2025-12', value: 46_000 });
        expect(second).toMatchObject({ id: first.id, value: 46_000 });
        expect(await periods(tenant, id)).toEqual(['2025-12']);
        expect(await readKpi(kit, tenant, id)).toMatchObject({ currentValue: 48_000 });
        const { data } = await kit.inside('traction', tenant);
        expect(await data.revisions.find({ entryId: first.id })).toMatchObject([{ value: 45_000 }]);
      },
    );

    kit.it(
      'createKpiReading.rules.2',
      'is an actual of the last day of its month, with the adjusted value where there is one',
      async () => {
        const tenant = await kit.tenant();
        const { goal, kpi } = await linkedKpi(kit, tenant);
        await record(tenant, kpi.id, { period: '2025-11', value: 44_000, adjustedValue: 43_000 });
        expect(await actualsOf(kit, tenant, kpi.id)).toMatchObject([
          { measurementDate: '2025-11-30', actualValue: 43_000 },
        ]);
        expect(await readKpi(kit, tenant, kpi.id)).toMatchObject({
          currentValue: 43_000,
          currentValueDate: '2025-11-30',
        });
        const told = (await changesOf(kit, tenant, goal.id)).filter(({ kind }) => kind === 'value_recorded');
        expect(told.map(({ visibleIn }) => visibleIn)).toEqual([['stream']]);
      },
    );

    kit.it('createKpiReading.404.KPI_NOT_FOUND', 'is of a KPI that there is', async () => {
      const body = { period: '2025-12', value: 1 };
      const answer = await kit.as(await kit.tenant(), 'createKpiReading', { params: { id: 'x' }, body });
      expectError(answer, 404, 'KPI_NOT_FOUND');
    });

    kit.it('createKpiReading.422.VALIDATION_ERROR', 'has a month and a number', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      const refused = async (body: object, ...members: string[]): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'createKpiReading', { params: { id }, body }), ...members);
      await refused({}, 'period', 'value');
      for (const period of ['2025-13', '2025-1', '2025-12-01', 'December', 202512]) {
        await refused({ period, value: 1 }, 'period');
      }
      await refused({ period: '2025-12', value: '1', adjusted_value: {} }, 'value', 'adjusted_value');
    });
  });

  describe('the readings of a KPI', () => {
    kit.it(
      ['listKpiReadings.200', 'listKpiReadings.rules.1'],
      'come with the newest month first, between bounds that are included',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        for (const period of ['2025-10', '2025-12', '2025-11'])
          await record(tenant, id, { period, value: 1 });
        await recordActual(kit, tenant, id, ['2025-09-30', 7]);
        expect(await periods(tenant, id)).toEqual(['2025-12', '2025-11', '2025-10']);
      },
    );

    kit.it(
      [
        ...['listKpiReadings.query.startDate', 'listKpiReadings.query.endDate'],
        ...['listKpiReadings.twin.startDate', 'listKpiReadings.twin.endDate'],
      ],
      'are compared with days or moments by their month',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        for (const period of ['2025-10', '2025-11', '2025-12'])
          await record(tenant, id, { period, value: 1 });
        expect(await periods(tenant, id, { startDate: '2025-11-01' })).toEqual(['2025-12', '2025-11']);
        expect(await periods(tenant, id, { end_date: '2025-11-01' })).toEqual(['2025-11', '2025-10']);
        const moments = { start_date: '2025-10-31T00:00:00Z', endDate: '2025-11-30T23:00:00Z' };
        expect(await periods(tenant, id, moments)).toEqual(['2025-11']);
      },
    );

    kit.it(
      ['listKpiReadings.query.page', 'listKpiReadings.query.size'],
      'come in pages when a page is asked for',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        for (const period of ['2025-10', '2025-11', '2025-12'])
          await record(tenant, id, { period, value: 1 });
        const query = { page: 2, size: 2 };
        const answer = await kit.as(tenant, 'listKpiReadings', { params: { id }, query });
        expect(expectSuccess(answer, 'listKpiReadings', PAGED)).toMatchObject([{ period: '2025-10' }]);
        expect(answer.body).toMatchObject({ pagination: { page: 2, size: 2, total: 3, totalPages: 2 } });
      },
    );

    kit.it('listKpiReadings.404.KPI_NOT_FOUND', 'are those of a KPI that there is', async () => {
      const answer = await kit.as(await kit.tenant(), 'listKpiReadings', { params: { id: 'x' } });
      expectError(answer, 404, 'KPI_NOT_FOUND');
    });

    kit.it('listKpiReadings.422.VALIDATION_ERROR', 'have bounds and pages that make sense', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      const query = { startDate: 'yesterday', end_date: '2025-02-30', page: 0 };
      const answer = await kit.as(tenant, 'listKpiReadings', { params: { id }, query });
      expectInvalid(answer, 'startDate', 'end_date', 'page');
    });
  });
});
