import type { CallOptions } from '../harness/call';
import { type Json } from '../harness/data';
import { expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { goalIn, type GoalJson, newGoal, newStrategy } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';

type Query = NonNullable<CallOptions['query']>;

const PAGED: Json = { success: true, data: '[Goal]', pagination: 'Pagination' };

const list = async (kit: Kit, tenant: Tenant, query?: Query): Promise<readonly GoalJson[]> =>
  expectSuccess<readonly GoalJson[]>(await kit.as(tenant, 'listGoals', { query }), 'listGoals');

const titles = async (kit: Kit, tenant: Tenant, query?: Query): Promise<readonly string[]> =>
  (await list(kit, tenant, query)).map(({ title }) => title);

interface Paged {
  readonly titles: readonly string[];
  readonly pagination: Readonly<Record<string, unknown>>;
}

async function page(kit: Kit, tenant: Tenant, query: Query): Promise<Paged> {
  const answer = await kit.as(tenant, 'listGoals', { query });
  const goals = expectSuccess<readonly GoalJson[]>(answer, 'listGoals', PAGED);
  const { pagination } = answer.body as { pagination: Record<string, unknown> };
  return { titles: goals.map(({ title }) => title), pagination };
}

/** Goals of these titles, each a second younger than the one before. */
async function goalsOf(kit: Kit, tenant: Tenant, ...bodies: readonly (string | object)[]): Promise<void> {
  for (const body of bodies) {
    kit.clock.advance(1);
    await newGoal(kit, tenant, typeof body === 'string' ? { title: body } : body);
  }
}

const PLAIN_MEMBERS = [
  'title',
  'status',
  'horizon',
  'created_at',
  'updated_at',
  'completed_at',
  'id',
  'intent',
  'description',
  'owner_id',
];

contract('goals/list', (kit) => {
  rowsOfEveryEndpoint(kit, 'listGoals');

  describe('the list of goals', () => {
    kit.it(
      ['listGoals.200', 'listGoals.rules.1', 'listGoals.query.ownerId', 'listGoals.twin.ownerId'],
      'has all goals of the tenant, newest first, or those of one owner',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        await goalsOf(kit, tenant, 'A', { title: 'B', owner_id: 'grace' }, 'C');
        await newGoal(kit, other, { title: 'not ours' });
        expect(await titles(kit, tenant)).toEqual(['C', 'B', 'A']);
        expect(await titles(kit, tenant, { ownerId: 'grace' })).toEqual(['B']);
        expect(await titles(kit, tenant, { owner_id: tenant.userId })).toEqual(['C', 'A']);
        expect(await titles(kit, tenant, { ownerId: 'nobody' })).toEqual([]);
        expect(await titles(kit, tenant, { ownerId: 'grace', owner_id: tenant.userId })).toEqual(['B']);
      },
    );

    kit.it('listGoals.rules.2', 'is a bare array of whole goals, strategies included', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const strategy = await newStrategy(kit, tenant, id);
      const answer = await kit.as(tenant, 'listGoals');
      expect(Object.keys(answer.body as object).sort()).toEqual(['data', 'success']);
      const [goal] = await list(kit, tenant);
      expect(goal?.strategies).toEqual([strategy]);
      expect(goal).toEqual(expectSuccess(await kit.as(tenant, 'getGoal', { params: { id } }), 'getGoal'));
    });

    it('is empty for a tenant that has none', async () => {
      expect(await list(kit, await kit.tenant())).toEqual([]);
    });
  });

  describe('a filter', () => {
    kit.it('listGoals.query.status', 'by status finds the goals of that status', async () => {
      const tenant = await kit.tenant();
      const active = await goalIn(kit, tenant, 'active');
      await goalIn(kit, tenant, 'draft');
      const archived = await goalIn(kit, tenant, 'archived');
      expect((await list(kit, tenant, { status: 'active' })).map(({ id }) => id)).toEqual([active.id]);
      expect((await list(kit, tenant, { status: 'archived' })).map(({ id }) => id)).toEqual([archived.id]);
      expect(await list(kit, tenant, { status: 'paused' })).toEqual([]);
    });

    kit.it(
      ['listGoals.query.valueTag', 'listGoals.twin.valueTag', 'listGoals.query.horizon'],
      'by value tag or horizon finds the goals that have it',
      async () => {
        const tenant = await kit.tenant();
        await goalsOf(kit, tenant, { title: 'A', value_tags: ['growth', 'people'], horizon: 'year' });
        await goalsOf(kit, tenant, { title: 'B', value_tags: ['growth'], horizon: 'month' }, 'C');
        expect(await titles(kit, tenant, { valueTag: 'growth' })).toEqual(['B', 'A']);
        expect(await titles(kit, tenant, { value_tag: 'people' })).toEqual(['A']);
        expect(await titles(kit, tenant, { horizon: 'month' })).toEqual(['B']);
        expect(await titles(kit, tenant, { horizon: 'quarter' })).toEqual([]);
      },
    );

    kit.it(
      ['listGoals.rules.3', 'listGoals.query.search'],
      'by text looks into title, intent and description without case; all filters must match',
      async () => {
        const tenant = await kit.tenant();
        await goalsOf(kit, tenant, { title: 'Grow REVENUE', horizon: 'year' });
        await goalsOf(kit, tenant, { title: 'B', intent: 'more revenue', horizon: 'year', status: 'active' });
        await goalsOf(kit, tenant, { title: 'C', description: 'Revenue!', value_tags: ['money'] });
        await goalsOf(kit, tenant, { title: 'D', value_tags: ['revenue'] });
        expect(await titles(kit, tenant, { search: 'rEvEnUe' })).toEqual(['C', 'B', 'Grow REVENUE']);
        expect(await titles(kit, tenant, { search: 'revenue', horizon: 'year' })).toEqual([
          'B',
          'Grow REVENUE',
        ]);
        expect(await titles(kit, tenant, { search: 'revenue', horizon: 'year', status: 'draft' })).toEqual([
          'Grow REVENUE',
        ]);
        expect(await titles(kit, tenant, { search: 'revenue', valueTag: 'growth' })).toEqual([]);
      },
    );

    it('by text takes every character for itself', async () => {
      const tenant = await kit.tenant();
      await goalsOf(kit, tenant, 'grow 20% (net)', 'grow 20 net', 'a.c', 'abc');
      expect(await titles(kit, tenant, { search: '20% (' })).toEqual(['grow 20% (net)']);
      expect(await titles(kit, tenant, { search: 'a.c' })).toEqual(['a.c']);
      expect(await titles(kit, tenant, { search: '[' })).toEqual([]);
    });
  });

  describe('sorting', () => {
    kit.it(
      ['listGoals.rules.4', 'listGoals.query.sort'],
      'goes by a member of the goal, descending with a minus in front',
      async () => {
        const tenant = await kit.tenant();
        await goalsOf(kit, tenant, 'B', 'A', 'C');
        expect(await titles(kit, tenant, { sort: 'title' })).toEqual(['A', 'B', 'C']);
        expect(await titles(kit, tenant, { sort: '-title' })).toEqual(['C', 'B', 'A']);
        for (const member of ['created_at', 'createdAt', 'updated_at', 'updatedAt']) {
          expect(await titles(kit, tenant, { sort: member })).toEqual(['B', 'A', 'C']);
          expect(await titles(kit, tenant, { sort: `-${member}` })).toEqual(['C', 'A', 'B']);
        }
      },
    );
  });

  kit.it('listGoals.rules.4', 'any plain member of a goal can be sorted by', async () => {
    const tenant = await kit.tenant();
    for (const sort of PLAIN_MEMBERS) {
      const { status } = await kit.as(tenant, 'listGoals', { query: { sort } });
      expect({ sort, status }).toEqual({ sort, status: 200 });
    }
  });

  describe('a page', () => {
    kit.it(
      ['traction.conventions.pagination', 'listGoals.query.page', 'listGoals.query.size'],
      'is sliced when the caller asks for one, with what there is beside the data',
      async () => {
        const tenant = await kit.tenant();
        await goalsOf(kit, tenant, 'A', 'B', 'C', 'D', 'E');
        const first = { page: 1, size: 2, limit: 2, total: 5, totalPages: 3, hasMore: true };
        const asked = { page: 1, size: 2 };
        expect(await page(kit, tenant, asked)).toMatchObject({ titles: ['E', 'D'], pagination: first });
        expect(await page(kit, tenant, { page: 3, size: 2 })).toMatchObject({
          titles: ['A'],
          pagination: { ...first, page: 3, hasMore: false },
        });
        expect(await page(kit, tenant, { page: 4, size: 2 })).toMatchObject({
          titles: [],
          pagination: { ...first, page: 4, hasMore: false },
        });
      },
    );

    it('has a length of any of the known names, also with an offset', async () => {
      const tenant = await kit.tenant();
      await goalsOf(kit, tenant, 'A', 'B', 'C');
      for (const name of ['size', 'limit', 'pageSize', 'page_size']) {
        expect((await page(kit, tenant, { page: 2, [name]: 2 })).titles).toEqual(['A']);
        expect((await page(kit, tenant, { [name]: 1 })).titles).toEqual(['C']);
      }
      const shifted = await page(kit, tenant, { limit: 1, offset: 1 });
      expect(shifted).toMatchObject({ titles: ['B'], pagination: { limit: 1, total: 3, hasMore: true } });
    });

    it('counts what the filters leave, in the order that is asked for', async () => {
      const tenant = await kit.tenant();
      await goalsOf(kit, tenant, 'A1', 'B1', 'A2', 'B2', 'A3');
      const paged = await page(kit, tenant, { search: 'a', sort: 'title', page: 2, size: 2 });
      expect(paged).toMatchObject({ titles: ['A3'], pagination: { total: 3, totalPages: 2 } });
    });
  });

  kit.it(
    'listGoals.422.VALIDATION_ERROR',
    'a parameter that cannot be read is named as it was spelled',
    async () => {
      const tenant = await kit.tenant();
      const refused = async (query: Query, ...members: string[]): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'listGoals', { query }), ...members);
      await refused({ status: 'done' }, 'status');
      await refused({ horizon: 'decade' }, 'horizon');
      await refused({ page: 'one' }, 'page');
      await refused({ size: 'many' }, 'size');
      await refused({ page_size: 'many' }, 'page_size');
      await refused({ sort: 'colour' }, 'sort');
      await refused({ status: 'done', horizon: 'decade', page: 'one' }, 'status', 'horizon', 'page');
    },
  );
});
