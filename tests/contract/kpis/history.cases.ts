import type { CallOptions } from '../harness/call';
import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract, type Tenant } from '../harness/kit';
import { actualsOf, newKpi, recordActual } from '../harness/kpis';

contract('kpis/history', (kit) => {
  rowsOfEveryEndpoint(kit, 'listActuals');

  const filled = async (tenant: Tenant): Promise<string> => {
    const kpi = await newKpi(kit, tenant);
    for (const date of ['2026-01-09', '2026-01-11', '2026-01-10']) {
      await recordActual(kit, tenant, kpi.id, [date, 1]);
    }
    return kpi.id;
  };

  const days = async (tenant: Tenant, id: string, query?: CallOptions['query']): Promise<string[]> =>
    (await actualsOf(kit, tenant, id, query)).map(({ measurementDate }) => measurementDate);

  kit.it(
    [
      ...['listActuals.200', 'listActuals.rules.1', 'listActuals.query.startDate'],
      ...['listActuals.query.endDate', 'listActuals.twin.startDate', 'listActuals.twin.endDate'],
    ],
    'has the newest date first, between days or moments that are included',
    async () => {
      const tenant = await kit.tenant();
      const id = await filled(tenant);
      expect(await days(tenant, id)).toEqual(['2026-01-11', '2026-01-10', '2026-01-09']);
      expect(await days(tenant, id, { startDate: '2026-01-10' })).toEqual(['2026-01-11', '2026-01-10']);
      expect(await days(tenant, id, { end_date: '2026-01-10' })).toEqual(['2026-01-10', '2026-01-09']);
      const moments = { start_date: '2026-01-09T12:00:00Z', endDate: '2026-01-10T00:00:00Z' };
      expect(await days(tenant, id, moments)).toEqual(['2026-01-10']);
    },
  );

  kit.it(
    ['listActuals.404.KPI_NOT_FOUND', 'listActuals.422.VALIDATION_ERROR'],
    'needs a KPI, and bounds that make sense',
    async () => {
      const tenant = await kit.tenant();
      const id = await filled(tenant);
      const list = (sharedKpiId: string, query: Record<string, string>) =>
        kit.as(tenant, 'listActuals', { params: { sharedKpiId }, query });
      expectError(await list('x', {}), 404, 'KPI_NOT_FOUND');
      expectInvalid(await list(id, { startDate: 'x', end_date: '2026-02-30' }), 'startDate', 'end_date');
    },
  );
});
