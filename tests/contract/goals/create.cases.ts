import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { goalIn, newGoal, readGoal, recentOf } from '../harness/goals';
import { contract } from '../harness/kit';
import { signInAgain } from '../harness/people';

const TRIAL_SECONDS = 14 * 24 * 60 * 60;
const STARTER_GOALS = 10;
const text = (length: number): string => 'x'.repeat(length);

contract('goals/create', (kit) => {
  rowsOfEveryEndpoint(kit, 'createGoal');

  const expectRefused = async (body: unknown, ...members: string[]): Promise<void> => {
    const tenant = await kit.tenant();
    expectInvalid(await kit.as(tenant, 'createGoal', { body }), ...members);
  };

  describe('a new goal', () => {
    kit.it(
      [
        'createGoal.201',
        'createGoal.rules.4',
        'createGoal.rules.3',
        'traction.conventions.responseCasing.rule',
      ],
      'has every documented member in both spellings, and starts as a draft with nothing in it',
      async () => {
        const tenant = await kit.tenant();
        const goal = await newGoal(kit, tenant, {
          title: 'Grow revenue',
          intent: 'More recurring revenue to pay for expansion',
          description: 'Further context',
        });
        expect(goal).toMatchObject({
          title: 'Grow revenue',
          intent: 'More recurring revenue to pay for expansion',
          description: 'Further context',
          status: 'draft',
          alignment_score: 0,
          alignment_explanation: '',
          alignment_suggestions: [],
          strategies: [],
          kpis: [],
          owner_name: 'Ada Lovelace',
          horizon: null,
          value_tags: [],
          progress: 0,
          metadata: null,
          completed_at: null,
        });
        expect(goal.created_at).toBe(goal.updated_at);
      },
    );

    kit.it(
      'createGoal.rules.2',
      'needs a title only; the texts are empty and the caller owns it',
      async () => {
        const tenant = await kit.tenant();
        const goal = await newGoal(kit, tenant);
        expect(goal).toMatchObject({ intent: '', description: '', owner_id: tenant.userId });
      },
    );

    kit.it('createGoal.rules.5', 'may start active, and in no other status but draft', async () => {
      const tenant = await kit.tenant();
      expect((await newGoal(kit, tenant, { status: 'draft' })).status).toBe('draft');
      expect((await newGoal(kit, tenant, { status: 'active' })).status).toBe('active');
      for (const status of ['paused', 'completed', 'cancelled', 'archived', 'ACTIVE', 'done', '']) {
        await expectRefused({ title: 'Grow revenue', status }, 'status');
      }
    });

    kit.it('createGoal.rules.6', 'is in the recent activity, once', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      expect(await recentOf(kit, tenant, id)).toEqual(['goal_created']);
    });

    it('can be read back as it was answered', async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant, { horizon: 'quarter', value_tags: ['growth', 'money'] });
      expect(await readGoal(kit, tenant, goal.id)).toEqual(goal);
    });

    it('takes every horizon', async () => {
      const tenant = await kit.tenant();
      for (const horizon of ['year', 'quarter', 'month']) {
        expect((await newGoal(kit, tenant, { horizon })).horizon).toBe(horizon);
      }
    });
  });

  describe('the members of the request', () => {
    kit.it(
      ['createGoal.twin.owner_id', 'createGoal.twin.value_tags', 'traction.conventions.requestCasing'],
      'count in either spelling; the documented one wins where both are sent',
      async () => {
        const tenant = await kit.tenant();
        const camel = await newGoal(kit, tenant, { ownerId: 'someone', valueTags: ['a'] });
        expect(camel).toMatchObject({ owner_id: 'someone', value_tags: ['a'] });
        const both = { owner_id: 'snake', ownerId: 'camel', value_tags: ['snake'], valueTags: ['camel'] };
        const documented = await newGoal(kit, tenant, both);
        expect(documented).toMatchObject({ owner_id: 'snake', value_tags: ['snake'] });
      },
    );

    kit.it('traction.conventions.unknownFields', 'are ignored where nobody knows them', async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant, { id: 'mine', progress: 50, colour: 'red', tenantId: 'x' });
      expect(goal).toMatchObject({ progress: 0 });
      expect(goal.id).not.toBe('mine');
    });

    it('may be null where they are optional', async () => {
      const tenant = await kit.tenant();
      const nothing = { intent: null, description: null, owner_id: null, horizon: null, value_tags: null };
      const goal = await newGoal(kit, tenant, { ...nothing, status: null });
      expect(goal).toMatchObject({ intent: '', description: '', owner_id: tenant.userId, value_tags: [] });
    });

    kit.it('createGoal.rules.1', 'are limited as documented, border included', async () => {
      const tenant = await kit.tenant();
      const longest = { title: text(200), intent: text(2000), description: text(5000) };
      expect(await newGoal(kit, tenant, longest)).toMatchObject(longest);
      expect((await newGoal(kit, tenant, { title: 'T' })).title).toBe('T');
      await expectRefused({ title: text(201) }, 'title');
      await expectRefused({ title: 'T', intent: text(2001) }, 'intent');
      await expectRefused({ title: 'T', description: text(5001) }, 'description');
      await expectRefused({ title: '' }, 'title');
      await expectRefused({ title: '   ' }, 'title');
    });

    kit.it(
      ['createGoal.422.VALIDATION_ERROR', 'traction.conventions.responseCasing.not'],
      'are named together when they are not acceptable, as the caller spelled them',
      async () => {
        await expectRefused({}, 'title');
        await expectRefused(undefined, 'title');
        await expectRefused({ title: null }, 'title');
        await expectRefused({ title: 5, intent: {}, description: [] }, 'title', 'intent', 'description');
        await expectRefused({ title: 'T', horizon: 'decade' }, 'horizon');
        await expectRefused({ title: text(201), intent: text(2001) }, 'title', 'intent');
        await expectRefused({ title: 'T', value_tags: 'growth' }, 'value_tags');
        await expectRefused({ title: 'T', valueTags: 'growth' }, 'valueTags');
        await expectRefused({ title: 'T', ownerId: { id: 1 } }, 'ownerId');
        await expectRefused({ title: 'T', value_tags: ['growth', null] }, 'value_tags.1');
      },
    );

    it('are no list and no text', async () => {
      const tenant = await kit.tenant();
      for (const body of [[], 'title', 5]) {
        expectError(await kit.as(tenant, 'createGoal', { body }), 422, 'VALIDATION_ERROR');
      }
    });
  });

  describe('the limit of a subscription', () => {
    kit.it(
      ['createGoal.403.GOAL_LIMIT_REACHED', 'account.limitsSemantics.4', 'account.limitsSemantics.5'],
      'refuses one goal more than the tier has; deleted goals do not count',
      async () => {
        const registered = await kit.tenant();
        kit.clock.advance(TRIAL_SECONDS);
        const tenant = await signInAgain(kit, registered);
        const body = { title: 'Grow revenue' };
        await goalIn(kit, tenant, 'archived');
        const { id } = await goalIn(kit, tenant, 'completed');
        for (let count = 2; count < STARTER_GOALS; count += 1) await newGoal(kit, tenant);
        expectError(await kit.as(tenant, 'createGoal', { body }), 403, 'GOAL_LIMIT_REACHED');
        await kit.as(tenant, 'deleteGoal', { params: { id } });
        await newGoal(kit, tenant);
        expectError(await kit.as(tenant, 'createGoal', { body }), 403, 'GOAL_LIMIT_REACHED');
      },
    );

    it('holds when several are created at the same time', async () => {
      const registered = await kit.tenant();
      kit.clock.advance(TRIAL_SECONDS);
      const tenant = await signInAgain(kit, registered);
      for (let count = 0; count < STARTER_GOALS - 1; count += 1) await newGoal(kit, tenant);
      const body = { title: 'Grow revenue' };
      const answers = await Promise.all([1, 2, 3].map(() => kit.as(tenant, 'createGoal', { body })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
    });

    it('is looked at after the form of the request', async () => {
      const registered = await kit.tenant();
      kit.clock.advance(TRIAL_SECONDS);
      const tenant = await signInAgain(kit, registered);
      for (let count = 0; count < STARTER_GOALS; count += 1) await newGoal(kit, tenant);
      expectInvalid(await kit.as(tenant, 'createGoal', { body: {} }), 'title');
    });
  });
});
