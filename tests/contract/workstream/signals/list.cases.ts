import type { Answer } from '../../harness/call';
import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import { bare, newSignal, type SignalJson } from '../../harness/workstream';

const LIST = 'listSignals';

type Query = Readonly<Record<string, string | number>>;

interface Page {
  readonly data: readonly SignalJson[];
  readonly pagination: { readonly page: number; readonly limit: number; readonly total: number };
}

const list = (kit: Kit, tenant: Tenant, query: Query = {}): Promise<Answer> =>
  kit.as(tenant, LIST, { query: { org_id: tenant.orgId, ...query } });

const page = async (kit: Kit, tenant: Tenant, query?: Query): Promise<Page> =>
  bare(await list(kit, tenant, query), LIST, { data: '[Signal]', pagination: 'Pagination' });

const ids = async (kit: Kit, tenant: Tenant, query?: Query): Promise<readonly number[]> =>
  (await page(kit, tenant, query)).data.map(({ signal_id }) => signal_id);

/** Signals, each a second younger than the one before. */
async function signalsOf(kit: Kit, tenant: Tenant, ...bodies: readonly object[]): Promise<void> {
  for (const body of bodies) {
    kit.clock.advance(1);
    await newSignal(kit, tenant, body);
  }
}

contract('workstream/signals/list', (kit) => {
  rowsOfEveryEndpoint(kit, LIST);

  kit.it(
    [`${LIST}.200`, `${LIST}.rules.1`, `${LIST}.rules.4`],
    'has all signals of the organisation as they were sent, newest first',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const sent = { contact_email: ' A@X.com ', contact_phone: '+1-555-0123', company_domain: 'WWW.x.com' };
      await signalsOf(kit, tenant, sent, {}, {});
      await newSignal(kit, other);
      expect(await ids(kit, tenant)).toEqual([3, 2, 1]);
      expect((await page(kit, tenant)).data[2]).toMatchObject(sent);
    },
  );

  describe('a filter', () => {
    kit.it([`${LIST}.rules.2`, `${LIST}.query.source_type`], 'by source type is exact', async () => {
      const tenant = await kit.tenant();
      await signalsOf(
        kit,
        tenant,
        { source_type: 'email' },
        { source_type: 'call' },
        { source_type: 'emails' },
      );
      expect(await ids(kit, tenant, { source_type: 'email' })).toEqual([1]);
      expect(await page(kit, tenant, { source_type: 'Email' })).toMatchObject({
        data: [],
        pagination: { total: 0 },
      });
    });

    kit.it(
      [`${LIST}.rules.3`, `${LIST}.query.resolved`],
      'by resolution looks for contact or client, and counts what it leaves',
      async () => {
        const tenant = await kit.tenant();
        await signalsOf(
          kit,
          tenant,
          { contact_id: 1 },
          { client_id: 1 },
          {},
          { contact_id: 2, client_id: 2 },
        );
        expect(await ids(kit, tenant, { resolved: 'true' })).toEqual([4, 2, 1]);
        expect(await ids(kit, tenant, { resolved: 'false' })).toEqual([3]);
        expect((await page(kit, tenant, { resolved: 'true', limit: 1 })).pagination.total).toBe(3);
      },
    );

    kit.it(`${LIST}.400`, 'that is neither true nor false is refused', async () => {
      const tenant = await kit.tenant();
      const complaint = expect.stringMatching(/^resolved /) as string;
      expectFlat(await list(kit, tenant, { resolved: 'maybe' }), 400, complaint);
      expectFlat(await list(kit, tenant, { resolved: '1' }), 400, complaint);
    });
  });

  describe('a page', () => {
    const PAGING = 'workstream.conventions.pagination.rules';

    kit.it(
      [`${LIST}.query.page`, `${LIST}.query.limit`, `${PAGING}.1`, `${PAGING}.4`],
      'is sliced from all that match, and tells their number, also past the end',
      async () => {
        const tenant = await kit.tenant();
        await signalsOf(kit, tenant, {}, {}, {}, {}, {});
        expect(await ids(kit, tenant, { page: 2, limit: 2 })).toEqual([3, 2]);
        const past = await page(kit, tenant, { page: 9, limit: 2 });
        expect(past).toEqual({ data: [], pagination: { page: 9, limit: 2, total: 5 } });
      },
    );

    kit.it(
      [
        `${PAGING}.2`,
        `${PAGING}.3`,
        'workstream.conventions.pagination.query.page',
        'workstream.conventions.pagination.query.limit',
      ],
      'that makes no sense is taken for the nearest one that does, and told as it is in effect',
      async () => {
        const tenant = await kit.tenant();
        await signalsOf(kit, tenant, {}, {});
        const inEffect = async (query: Query): Promise<readonly number[]> => {
          const { pagination } = await page(kit, tenant, query);
          return [pagination.page, pagination.limit];
        };
        expect(await inEffect({})).toEqual([1, 50]);
        expect(await inEffect({ page: 0, limit: 0 })).toEqual([1, 1]);
        expect(await inEffect({ page: -3, limit: -3 })).toEqual([1, 1]);
        expect(await inEffect({ page: 'two', limit: 'many' })).toEqual([1, 50]);
        expect(await inEffect({ limit: 1000 })).toEqual([1, 1000]);
        expect(await inEffect({ limit: 1001 })).toEqual([1, 1000]);
      },
    );

    kit.it(
      [
        `${PAGING}.5`,
        ...['page', 'limit', 'total'].map((name) => `workstream.conventions.pagination.response.${name}`),
      ],
      'is told by page, limit and total, and nothing else',
      async () => {
        const tenant = await kit.tenant();
        const { pagination } = await page(kit, tenant);
        expect(pagination).toEqual({ page: 1, limit: 50, total: 0 });
      },
    );
  });
});
