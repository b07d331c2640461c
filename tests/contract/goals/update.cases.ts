import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { goalIn, type GoalJson, newGoal, readGoal, recentOf } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';

const text = (length: number): string => 'x'.repeat(length);

const FULL = {
  title: 'Grow revenue',
  intent: 'to expand',
  description: 'context',
  owner_id: 'grace',
  horizon: 'year',
  value_tags: ['growth'],
};

const update = async (kit: Kit, tenant: Tenant, id: string, body: unknown): Promise<GoalJson> =>
  expectSuccess<GoalJson>(await kit.as(tenant, 'updateGoal', { params: { id }, body }), 'updateGoal');

contract('goals/update', (kit) => {
  rowsOfEveryEndpoint(kit, 'updateGoal');

  kit.it(
    ['updateGoal.200', 'updateGoal.rules.1', 'common.formats.partialUpdate'],
    'an update changes what is sent and nothing else',
    async () => {
      const tenant = await kit.tenant();
      const before = await newGoal(kit, tenant, FULL);
      const changes = {
        title: 'Grow faster',
        intent: '',
        description: 'more context',
        owner_id: 'ada',
        horizon: 'month',
        value_tags: [],
      };
      let expected: GoalJson = before;
      for (const [member, value] of Object.entries(changes)) {
        const after = await update(kit, tenant, before.id, { [member]: value });
        expected = { ...expected, [member]: value };
        expect(pick(after)).toEqual(pick(expected));
      }
      expect(pick(await readGoal(kit, tenant, before.id))).toEqual(pick(expected));
    },
  );

  it('an update of nothing is an update', async () => {
    const tenant = await kit.tenant();
    const before = await newGoal(kit, tenant, FULL);
    for (const body of [{}, undefined])
      expect(pick(await update(kit, tenant, before.id, body))).toEqual(pick(before));
  });

  it('a goal can be sent back as it was read; the path says which one is meant', async () => {
    const tenant = await kit.tenant();
    const [goal, other] = [await newGoal(kit, tenant, FULL), await newGoal(kit, tenant)];
    const { strategies: _, ...rest } = goal;
    expect(pick(await update(kit, tenant, goal.id, goal))).toEqual(pick(goal));
    const after = await update(kit, tenant, goal.id, { ...rest, id: other.id, title: 'Grow faster' });
    expect(after).toMatchObject({ id: goal.id, title: 'Grow faster' });
    expect(await readGoal(kit, tenant, other.id)).toEqual(other);
  });

  kit.it('common.formats.nullable', 'a null changes as little as what is absent', async () => {
    const tenant = await kit.tenant();
    const before = await newGoal(kit, tenant, FULL);
    const nothing = { title: null, intent: null, description: null, status: null, owner_id: null };
    const after = await update(kit, tenant, before.id, { ...nothing, horizon: null, value_tags: null });
    expect(pick(after)).toEqual(pick(before));
  });

  kit.it(
    ['updateGoal.twin.owner_id', 'updateGoal.twin.value_tags'],
    'members count in either spelling; the documented one wins where both are sent',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const camel = await update(kit, tenant, id, { ownerId: 'camel', valueTags: ['camel'] });
      expect(camel).toMatchObject({ owner_id: 'camel', value_tags: ['camel'] });
      const both = { owner_id: 'snake', ownerId: 'camel', value_tags: ['snake'], valueTags: ['camel'] };
      expect(await update(kit, tenant, id, both)).toMatchObject({ owner_id: 'snake', value_tags: ['snake'] });
    },
  );

  kit.it(
    'updateGoal.rules.2',
    'the texts have the limits that they have at creation, border included',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const longest = { title: text(200), intent: text(2000), description: text(5000) };
      expect(await update(kit, tenant, id, longest)).toMatchObject(longest);
      const refused = async (body: object, member: string): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'updateGoal', { params: { id }, body }), member);
      await refused({ title: text(201) }, 'title');
      await refused({ title: '' }, 'title');
      await refused({ intent: text(2001) }, 'intent');
      await refused({ description: text(5001) }, 'description');
      expect(await readGoal(kit, tenant, id)).toMatchObject(longest);
    },
  );

  kit.it('updateGoal.rules.3', 'an update is seen in updated_at and in the recent activity', async () => {
    const tenant = await kit.tenant();
    const before = await newGoal(kit, tenant);
    kit.clock.advance(60);
    const after = await update(kit, tenant, before.id, { title: 'Grow faster' });
    expect(Date.parse(after.updated_at) - Date.parse(before.updated_at)).toBe(60_000);
    expect(after.created_at).toBe(before.created_at);
    expect(await recentOf(kit, tenant, before.id)).toEqual(['goal_created', 'goal_updated']);
  });

  kit.it('updateGoal.404.GOAL_NOT_FOUND', 'a deleted goal cannot be updated', async () => {
    const tenant = await kit.tenant();
    const { id } = await newGoal(kit, tenant);
    await kit.as(tenant, 'deleteGoal', { params: { id } });
    const answer = await kit.as(tenant, 'updateGoal', { params: { id }, body: { title: 'T' } });
    expectError(answer, 404, 'GOAL_NOT_FOUND');
  });

  kit.it(
    'updateGoal.400.INVALID_STATUS_TRANSITION',
    'a status that may not follow changes nothing, the other members included',
    async () => {
      const tenant = await kit.tenant();
      const { id, title } = await goalIn(kit, tenant, 'active');
      const body = { status: 'draft', title: 'Something else' };
      const answer = await kit.as(tenant, 'updateGoal', { params: { id }, body });
      expectError(answer, 400, 'INVALID_STATUS_TRANSITION');
      expect(await readGoal(kit, tenant, id)).toMatchObject({ status: 'active', title });
    },
  );

  kit.it(
    'updateGoal.422.VALIDATION_ERROR',
    'members that are not acceptable are named as they were spelled',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const refused = async (body: object, ...members: string[]): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'updateGoal', { params: { id }, body }), ...members);
      await refused({ status: 'done', horizon: 'decade' }, 'status', 'horizon');
      await refused({ title: 1, intent: 2, description: 3 }, 'title', 'intent', 'description');
      await refused({ value_tags: 'growth' }, 'value_tags');
      await refused({ valueTags: [1] }, 'valueTags.0');
    },
  );

  it('the owner may be taken over by anybody, known or not', async () => {
    const tenant = await kit.tenant();
    const { id } = await newGoal(kit, tenant);
    expect(await update(kit, tenant, id, { owner_id: 'nobody' })).toMatchObject({ owner_name: null });
    expect(await update(kit, tenant, id, { owner_id: tenant.userId })).toMatchObject({
      owner_name: 'Ada Lovelace',
    });
  });
});

const pick = ({
  id,
  title,
  intent,
  description,
  status,
  owner_id,
  horizon,
  value_tags,
}: GoalJson): object => ({
  id,
  title,
  intent,
  description,
  status,
  owner_id,
  horizon,
  value_tags,
});
