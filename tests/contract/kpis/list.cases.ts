import { expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { linkKpi, newKpi, sharedKpi } from '../harness/kpis';

interface ListJson {
  readonly kpis: readonly { id: string; name: string; catalogId: string | null; isShared: boolean }[];
  readonly pagination: Readonly<Record<'page' | 'pageSize' | 'totalCount' | 'totalPages', number>>;
}

type Query = Record<string, string | number>;

contract('kpis/list', (kit) => {
  rowsOfEveryEndpoint(kit, 'listKpis');

  const list = async (tenant: Tenant, query: Query = {}): Promise<ListJson> =>
    expectSuccess(await kit.as(tenant, 'listKpis', { query }), 'listKpis');

  const names = async (tenant: Tenant, query: Query = {}): Promise<string[]> =>
    (await list(tenant, query)).kpis.map(({ name }) => name);

  /** Three of the tenant's own, one of them shared by two goals, and one made from the catalog, called Z. */
  const four = async (tenant: Tenant): Promise<void> => {
    await newKpi(kit, tenant, { name: 'A', category: 'Sales', ownerId: tenant.userId });
    await newKpi(kit, tenant, { name: 'B', description: 'Churn of customers' });
    const { goalIds } = await sharedKpi(kit, tenant, { name: 'C', category: 'Finance' });
    const { body } = await kit.as(tenant, 'getAvailableKpis', { params: { goalId: goalIds[0] } });
    const [entry] = (body as { data: { catalogKpis: { id: string }[] } }).data.catalogKpis;
    await kit.as(tenant, 'createKpi', { body: { catalogId: entry?.id, name: 'Z' } });
  };

  kit.it(
    ['listKpis.200', 'listKpis.rules.1'],
    'has the KPIs of the tenant by name, and the page that they are',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      await newKpi(kit, other);
      await four(tenant);
      const { kpis, pagination } = await list(tenant);
      expect(kpis.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'Z']);
      expect(kpis[2]).toMatchObject({ isShared: true, linkedGoalCount: 2 });
      expect(pagination).toMatchObject({ page: 1, pageSize: 20, totalCount: 4, totalPages: 1 });
    },
  );

  kit.it(
    ['listKpis.query.search', 'listKpis.query.category', 'listKpis.query.ownerId', 'listKpis.twin.ownerId'],
    'is narrowed by text, category and owner, all of which must match',
    async () => {
      const tenant = await kit.tenant();
      await four(tenant);
      expect(await names(tenant, { search: 'cHURn' })).toEqual(['B']);
      expect(await names(tenant, { category: 'Sales' })).toEqual(['A']);
      expect(await names(tenant, { category: 'Sales', search: 'churn' })).toEqual([]);
      expect(await names(tenant, { ownerId: tenant.userId })).toEqual(['A', 'B', 'C', 'Z']);
      expect(await names(tenant, { owner_id: 'nobody' })).toEqual([]);
    },
  );

  kit.it(
    [
      ...['listKpis.query.catalogOnly', 'listKpis.query.customOnly', 'listKpis.query.includeShared'],
      ...['listKpis.twin.catalogOnly', 'listKpis.twin.customOnly', 'listKpis.twin.includeShared'],
    ],
    'may leave out those of the catalog, the own ones, or the shared ones',
    async () => {
      const tenant = await kit.tenant();
      await four(tenant);
      expect(await names(tenant, { catalogOnly: 'true' })).toEqual(['Z']);
      expect(await names(tenant, { custom_only: 'true' })).toEqual(['A', 'B', 'C']);
      expect(await names(tenant, { includeShared: 'false' })).toEqual(['A', 'B', 'Z']);
      expect(await names(tenant, { catalog_only: 'true', customOnly: 'true' })).toEqual([]);
      const everything = { catalogOnly: 'false', customOnly: 'false', include_shared: 'true' };
      expect(await names(tenant, everything)).toEqual(['A', 'B', 'C', 'Z']);
    },
  );

  kit.it(
    [
      ...['listKpis.query.page', 'listKpis.query.size', 'listKpis.query.pageSize', 'listKpis.twin.pageSize'],
      ...['listKpis.rules.2', 'listKpis.rules.3'],
    ],
    'comes in pages of any spelling, of 100 at most',
    async () => {
      const tenant = await kit.tenant();
      await four(tenant);
      const pages: readonly Query[] = [{ size: 3 }, { pageSize: 3 }, { page_size: 3 }];
      for (const query of pages) {
        const { kpis, pagination } = await list(tenant, { ...query, page: 2 });
        expect(kpis.map(({ name }) => name)).toEqual(['Z']);
        expect(pagination).toMatchObject({ page: 2, pageSize: 3, totalCount: 4, totalPages: 2 });
      }
      expect((await list(tenant, { pageSize: 101 })).pagination.pageSize).toBe(100);
    },
  );

  kit.it('listKpis.422.VALIDATION_ERROR', 'names what makes no sense', async () => {
    const tenant = await kit.tenant();
    const refused = async (query: Query, ...members: string[]): Promise<void> =>
      expectInvalid(await kit.as(tenant, 'listKpis', { query }), ...members);
    await refused({ page: 0, pageSize: 'all' }, 'page', 'pageSize');
    await refused({ catalog_only: 'yes', includeShared: 1 }, 'catalog_only', 'includeShared');
  });

  it('counts each goal of a KPI once', async () => {
    const tenant = await kit.tenant();
    const { kpi } = await sharedKpi(kit, tenant);
    await linkKpi(kit, tenant, (await newGoal(kit, tenant)).id, kpi.id);
    expect((await list(tenant)).kpis).toMatchObject([{ id: kpi.id, linkedGoalCount: 3 }]);
  });
});
