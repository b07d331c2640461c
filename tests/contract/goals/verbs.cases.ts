import type { Answer } from '../harness/call';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import {
  feedOf,
  goalIn,
  type GoalJson,
  type GoalStatus,
  newGoal,
  readGoal,
  recentOf,
} from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';

const VERBS = ['activateGoal', 'pauseGoal', 'closeGoal'] as const;
type Verb = (typeof VERBS)[number];

/** From where each verb works, and what its body needs. */
const FROM: Readonly<Record<Verb, GoalStatus>> = {
  activateGoal: 'draft',
  pauseGoal: 'active',
  closeGoal: 'active',
};
const NEEDED: Readonly<Record<Verb, object>> = {
  activateGoal: {},
  pauseGoal: {},
  closeGoal: { finalStatus: 'cancelled' },
};

contract('goals/verbs', (kit) => {
  rowsOfEveryEndpoint(kit, ...VERBS);

  const run = (tenant: Tenant, verb: Verb, id: string, body?: unknown): Promise<Answer> =>
    kit.as(tenant, verb, { params: { id }, body });

  /** Runs a verb on a new goal and answers the goal with its feed. */
  const after = async (
    verb: Verb,
    body: object,
    from = FROM[verb],
  ): Promise<{ goal: GoalJson; feed: unknown }> => {
    const tenant = await kit.tenant();
    const { id } = await goalIn(kit, tenant, from);
    const goal = expectSuccess<GoalJson>(await run(tenant, verb, id, { ...NEEDED[verb], ...body }), verb);
    return { goal, feed: await feedOf(kit, tenant, id) };
  };

  describe('activating', () => {
    kit.it(
      ['activateGoal.200', 'activateGoal.rules.1'],
      'starts a draft and resumes a paused goal',
      async () => {
        expect((await after('activateGoal', {}, 'draft')).goal.status).toBe('active');
        expect((await after('activateGoal', {}, 'paused')).goal.status).toBe('active');
      },
    );

    kit.it(
      'activateGoal.rules.3',
      'leaves an entry with the reason, which tells a start from a resumption',
      async () => {
        const reason = 'Ready for Q1';
        const started = { type: 'system', title: 'Goal Started', text: 'Goal started: Ready for Q1' };
        const resumed = { type: 'system', title: 'Goal Resumed', text: 'Goal resumed: Ready for Q1' };
        expect((await after('activateGoal', { reason }, 'draft')).feed).toEqual([started]);
        expect((await after('activateGoal', { reason }, 'paused')).feed).toEqual([resumed]);
      },
    );
  });

  describe('pausing', () => {
    kit.it(['pauseGoal.200', 'pauseGoal.rules.1'], 'pauses an active goal', async () => {
      expect((await after('pauseGoal', {})).goal.status).toBe('paused');
    });

    kit.it('pauseGoal.rules.3', 'leaves an entry with the reason', async () => {
      const { feed } = await after('pauseGoal', { reason: 'budget' });
      expect(feed).toEqual([{ type: 'system', title: 'Goal Paused', text: 'Goal paused: budget' }]);
    });
  });

  describe('closing', () => {
    kit.it('closeGoal.200', 'completes or cancels, as asked', async () => {
      for (const finalStatus of ['completed', 'cancelled']) {
        expect((await after('closeGoal', { finalStatus })).goal.status).toBe(finalStatus);
      }
    });

    kit.it(
      ['closeGoal.rules.1', 'traction.formulas.goal.progress'],
      'as completed sets the moment and full progress; as cancelled sets neither',
      async () => {
        const { goal: completed } = await after('closeGoal', { finalStatus: 'completed' });
        expect(completed).toMatchObject({ completed_at: completed.updated_at, progress: 100 });
        const { goal: cancelled } = await after('closeGoal', { finalStatus: 'cancelled' });
        expect(cancelled).toMatchObject({ completed_at: null, progress: 0 });
      },
    );

    kit.it(
      ['closeGoal.rules.2', 'closeGoal.rules.3'],
      'leaves an entry with the reason, also called notes',
      async () => {
        for (const [finalStatus, word] of [
          ['completed', 'completed'],
          ['cancelled', 'cancelled'],
        ] as const) {
          for (const member of ['reason', 'notes']) {
            const { feed } = await after('closeGoal', { finalStatus, [member]: 'targets met' });
            const title = `Goal ${word.charAt(0).toUpperCase()}${word.slice(1)}`;
            expect(feed).toEqual([{ type: 'system', title, text: `Goal ${word}: targets met` }]);
          }
        }
      },
    );

    kit.it(
      'closeGoal.twin.finalStatus',
      'takes the final status in either spelling; the documented one wins',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newGoal(kit, tenant);
        const both = { finalStatus: 'cancelled', final_status: 'completed' };
        expect((await run(tenant, 'closeGoal', id, both)).body).toMatchObject({
          data: { status: 'cancelled' },
        });
        const other = await newGoal(kit, tenant);
        const snake = await run(tenant, 'closeGoal', other.id, { final_status: 'completed' });
        expect(snake.body).toMatchObject({ data: { status: 'completed' } });
      },
    );

    kit.it('closeGoal.422.VALIDATION_ERROR', 'names a final status that is missing or is none', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      expectInvalid(await run(tenant, 'closeGoal', id, {}), 'finalStatus');
      expectInvalid(await run(tenant, 'closeGoal', id), 'finalStatus');
      for (const finalStatus of ['active', 'archived', 'COMPLETED', '', 1]) {
        expectInvalid(await run(tenant, 'closeGoal', id, { finalStatus }), 'finalStatus');
      }
      expectInvalid(await run(tenant, 'closeGoal', id, { final_status: 'done' }), 'final_status');
    });
  });

  describe.each(VERBS)('%s', (verb) => {
    const reasonRows: Record<Verb, string> = {
      activateGoal: 'activateGoal.rules.2',
      pauseGoal: 'pauseGoal.rules.2',
      closeGoal: 'closeGoal.rules.2',
    };

    kit.it(reasonRows[verb], 'takes a reason of 500 characters and refuses one of 501', async () => {
      expect((await after(verb, { reason: 'r'.repeat(500) })).feed).toHaveLength(1);
      const tenant = await kit.tenant();
      const { id } = await goalIn(kit, tenant, FROM[verb]);
      const refused = await run(tenant, verb, id, { ...NEEDED[verb], reason: 'r'.repeat(501) });
      expectInvalid(refused, 'reason');
      expectInvalid(await run(tenant, verb, id, { ...NEEDED[verb], reason: 5 }), 'reason');
    });

    kit.it(
      'traction.stateMachines.goal.activityEntry',
      'leaves no entry without a reason, or with a blank one, but shows in the recent activity',
      async () => {
        for (const body of [{}, { reason: '' }, { reason: '  ' }, { reason: null }]) {
          expect((await after(verb, body)).feed).toEqual([]);
        }
        const tenant = await kit.tenant();
        const { id } = await newGoal(kit, tenant, { status: verb === 'activateGoal' ? 'draft' : 'active' });
        await run(tenant, verb, id, NEEDED[verb]);
        expect(await recentOf(kit, tenant, id)).toEqual(['goal_created', 'goal_updated']);
      },
    );

    it('acts on the goal of the path, whatever the body names', async () => {
      const tenant = await kit.tenant();
      const [{ id }, other] = [await goalIn(kit, tenant, FROM[verb]), await goalIn(kit, tenant, FROM[verb])];
      const body = { ...NEEDED[verb], id: other.id };
      expect(expectSuccess<GoalJson>(await run(tenant, verb, id, body), verb).id).toBe(id);
      expect(await readGoal(kit, tenant, other.id)).toEqual(other);
    });

    it('works once when several ask at the same time', async () => {
      const tenant = await kit.tenant();
      const { id } = await goalIn(kit, tenant, FROM[verb]);
      const answers = await Promise.all([1, 2, 3].map(() => run(tenant, verb, id, NEEDED[verb])));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    });

    kit.it(`${verb}.404.GOAL_NOT_FOUND`, 'does not find a deleted goal', async () => {
      const tenant = await kit.tenant();
      const { id } = await goalIn(kit, tenant, FROM[verb]);
      await kit.as(tenant, 'deleteGoal', { params: { id } });
      expectError(await run(tenant, verb, id, NEEDED[verb]), 404, 'GOAL_NOT_FOUND');
    });
  });

  describe.each(['activateGoal', 'pauseGoal'] as const)('%s', (verb) => {
    kit.it(
      [`${verb}.rules.2`, `${verb}.422.VALIDATION_ERROR`],
      'takes a missing, an empty and an unused body',
      async () => {
        const tenant = await kit.tenant();
        for (const options of [{}, { raw: '' }, { body: {} }, { body: { colour: 'red' } }]) {
          const { id } = await goalIn(kit, tenant, FROM[verb]);
          expectSuccess(await kit.as(tenant, verb, { params: { id }, ...options }), verb);
        }
        const { id } = await goalIn(kit, tenant, FROM[verb]);
        expectInvalid(await run(tenant, verb, id, { reason: ['no text'] }), 'reason');
      },
    );
  });

  for (const [verb, status, body] of [
    ['activateGoal', 'active', {}],
    ['pauseGoal', 'draft', {}],
    ['closeGoal', 'completed', { finalStatus: 'completed' }],
    ['closeGoal', 'archived', { finalStatus: 'completed' }],
  ] as const) {
    kit.it(`${verb}.400.INVALID_STATUS_TRANSITION`, `${verb} refuses a goal that is ${status}`, async () => {
      const tenant = await kit.tenant();
      const { id } = await goalIn(kit, tenant, status);
      expectError(await run(tenant, verb, id, { ...body, reason: 'why' }), 400, 'INVALID_STATUS_TRANSITION');
      expect(await feedOf(kit, tenant, id)).toEqual([]);
    });
  }
});
