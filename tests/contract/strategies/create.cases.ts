import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { changesOf, newGoal, newStrategy, readGoal, recentOf } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import { signInAgain } from '../harness/people';

const TRIAL_SECONDS = 14 * 24 * 60 * 60;
const STARTER_STRATEGIES = 20;

/** The strategies of a goal, as `description@order`. */
const places = async (kit: Kit, tenant: Tenant, goalId: string): Promise<readonly string[]> =>
  (await readGoal(kit, tenant, goalId)).strategies.map(({ description, order }) => `${description}@${order}`);

contract('strategies/create', (kit) => {
  rowsOfEveryEndpoint(kit, 'createStrategy');

  describe('a new strategy', () => {
    kit.it('createStrategy.201', 'has every documented member in both spellings', async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant);
      const description = 'Run a focused campaign in the first quarter';
      const strategy = await newStrategy(kit, tenant, goal.id, { description, order: 1, aiGenerated: false });
      expect(strategy).toMatchObject({
        goalId: goal.id,
        description,
        order: 1,
        aiGenerated: false,
        status: 'draft',
        validationScore: null,
        validationFeedback: null,
      });
      expect(strategy.createdAt).toBe(strategy.updatedAt);
      expect((await readGoal(kit, tenant, goal.id)).strategies).toEqual([strategy]);
    });

    kit.it('createStrategy.rules.2', 'starts as a draft unless another status is sent', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      expect((await newStrategy(kit, tenant, id)).status).toBe('draft');
      for (const status of ['draft', 'validated', 'adopted']) {
        expect((await newStrategy(kit, tenant, id, { status })).status).toBe(status);
      }
    });

    kit.it('createStrategy.twin.aiGenerated', 'may come from Coaching, in either spelling', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      expect((await newStrategy(kit, tenant, id, { aiGenerated: true })).aiGenerated).toBe(true);
      expect((await newStrategy(kit, tenant, id, { ai_generated: true })).aiGenerated).toBe(true);
      const both = { aiGenerated: false, ai_generated: true };
      expect((await newStrategy(kit, tenant, id, both)).aiGenerated).toBe(false);
    });

    kit.it('createStrategy.rules.4', 'is in the recent activity, once', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const strategy = await newStrategy(kit, tenant, id);
      expect(await recentOf(kit, tenant, id)).toEqual(['goal_created', 'strategy_added']);
      const added = (await changesOf(kit, tenant, id)).at(-1);
      expect(added?.subject).toMatchObject({ type: 'strategy', id: strategy.id });
    });

    kit.it(
      'createStrategy.rules.3',
      'takes a title and the goal, which must be that of the path',
      async () => {
        const tenant = await kit.tenant();
        const [goal, other] = [await newGoal(kit, tenant), await newGoal(kit, tenant)];
        const strategy = await newStrategy(kit, tenant, goal.id, { title: 'Campaign', goalId: goal.id });
        expect(strategy).not.toHaveProperty('title');
        await newStrategy(kit, tenant, goal.id, { goal_id: goal.id });
        for (const member of ['goalId', 'goal_id']) {
          const body = { description: 'D', [member]: other.id };
          expectInvalid(
            await kit.as(tenant, 'createStrategy', { params: { goalId: goal.id }, body }),
            member,
          );
        }
      },
    );

    it('may name the goal with the prefix in the body and without it in the path, and the other way round', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      await newStrategy(kit, tenant, id, { goalId: `goal_${id}` });
      await newStrategy(kit, tenant, `goal_${id}`, { goalId: id });
    });
  });

  describe('the place of a new strategy', () => {
    kit.it(
      'createStrategy.rules.1',
      'is the last one, or the one asked for; whoever stands there or later moves up by one',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newGoal(kit, tenant);
        const add = (description: string, order?: number): Promise<unknown> =>
          newStrategy(kit, tenant, id, { description, ...(order === undefined ? {} : { order }) });
        for (const description of ['A', 'B', 'C']) await add(description);
        expect(await places(kit, tenant, id)).toEqual(['A@1', 'B@2', 'C@3']);
        await add('D', 2);
        expect(await places(kit, tenant, id)).toEqual(['A@1', 'D@2', 'B@3', 'C@4']);
        await add('E', 9);
        expect(await places(kit, tenant, id)).toEqual(['A@1', 'D@2', 'B@3', 'C@4', 'E@9']);
        await add('F', 7);
        expect(await places(kit, tenant, id)).toEqual(['A@1', 'D@2', 'B@3', 'C@4', 'F@7', 'E@9']);
        await add('G');
        expect(await places(kit, tenant, id)).toEqual(['A@1', 'D@2', 'B@3', 'C@4', 'F@7', 'E@9', 'G@10']);
      },
    );

    it('is unique also when several are created at the same time', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      await Promise.all(
        ['A', 'B', 'C', 'D'].map((description) => newStrategy(kit, tenant, id, { description })),
      );
      const { strategies } = await readGoal(kit, tenant, id);
      expect(strategies.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
    });
  });

  describe('refusing', () => {
    kit.it('createStrategy.422.VALIDATION_ERROR', 'names the members that are not acceptable', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const refused = async (body: unknown, ...members: string[]): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'createStrategy', { params: { goalId: id }, body }), ...members);
      await refused({}, 'description');
      await refused(undefined, 'description');
      await refused({ description: '' }, 'description');
      await refused({ description: ' ' }, 'description');
      await refused({ description: 'x'.repeat(5001) }, 'description');
      for (const order of [0, -1, 1.5, '1']) await refused({ description: 'D', order }, 'order');
      await refused({ description: 'D', status: 'done', aiGenerated: 'yes' }, 'status', 'aiGenerated');
      await refused({ description: 'D', ai_generated: 1 }, 'ai_generated');
      expect((await readGoal(kit, tenant, id)).strategies).toEqual([]);
      const longest = 'x'.repeat(5000);
      expect((await newStrategy(kit, tenant, id, { description: longest })).description).toBe(longest);
    });

    kit.it('createStrategy.404.GOAL_NOT_FOUND', 'says that the goal was deleted', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      await kit.as(tenant, 'deleteGoal', { params: { id } });
      const answer = await kit.as(tenant, 'createStrategy', {
        params: { goalId: id },
        body: { description: 'D' },
      });
      expectError(answer, 404, 'GOAL_NOT_FOUND');
    });

    kit.it(
      'createStrategy.403.SUBSCRIPTION_LIMIT_REACHED',
      'counts the strategies of all goals of the tenant; deleted ones do not count',
      async () => {
        const registered = await kit.tenant();
        kit.clock.advance(TRIAL_SECONDS);
        const tenant = await signInAgain(kit, registered);
        const [one, two] = [await newGoal(kit, tenant), await newGoal(kit, tenant)];
        const first = await newStrategy(kit, tenant, one.id);
        for (let count = 1; count < STARTER_STRATEGIES; count += 1) await newStrategy(kit, tenant, two.id);
        const params = { goalId: one.id };
        const more = { params, body: { description: 'D' } };
        const refused = (): ReturnType<Kit['as']> => kit.as(tenant, 'createStrategy', more);
        expectError(await refused(), 403, 'SUBSCRIPTION_LIMIT_REACHED');
        await kit.as(tenant, 'deleteStrategy', { params: { ...params, strategyId: first.id } });
        await newStrategy(kit, tenant, one.id);
        expectError(await refused(), 403, 'SUBSCRIPTION_LIMIT_REACHED');
        await kit.as(tenant, 'deleteGoal', { params: { id: two.id } });
        await newStrategy(kit, tenant, one.id);
      },
    );
  });
});
