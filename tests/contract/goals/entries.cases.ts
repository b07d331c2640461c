import type { Answer } from '../harness/call';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { activityOf, type ActivityJson, changesOf, newEntry, newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { signInAgain } from '../harness/people';

const TRIAL_SECONDS = 14 * 24 * 60 * 60;
const STARTER_ATTACHMENTS = 10;
const text = (length: number): string => 'x'.repeat(length);

type Writing = 'createGoalActivity' | 'addGoalNote';

const BODIES: Readonly<Record<Writing, object>> = {
  createGoalActivity: { type: 'note', text: 'T' },
  addGoalNote: { note: 'N' },
};

contract('goals/entries', (kit) => {
  rowsOfEveryEndpoint(kit, 'createGoalActivity', 'addGoalNote');

  const newOne = async (): Promise<{ tenant: Tenant; id: string }> => {
    const tenant = await kit.tenant();
    return { tenant, id: (await newGoal(kit, tenant)).id };
  };

  const post = (tenant: Tenant, endpoint: Writing, id: string, body?: unknown): Promise<Answer> =>
    kit.as(tenant, endpoint, { params: { id }, body });

  const add = async (tenant: Tenant, endpoint: Writing, id: string, body: object): Promise<ActivityJson> =>
    expectSuccess(await post(tenant, endpoint, id, body), endpoint);

  const write = (tenant: Tenant, id: string, body: object): Promise<ActivityJson> =>
    newEntry(kit, tenant, id, body);

  describe('an entry', () => {
    kit.it('createGoalActivity.201', 'has what was sent, and who wrote it when', async () => {
      const { tenant, id } = await newOne();
      const body = {
        type: 'attachment',
        text: 'The plan',
        title: 'plan.pdf',
        url: 'https://files.example.com/plan.pdf',
        metadata: { pages: 3, tags: { some_key: 'kept' } },
      };
      expect(await write(tenant, id, body)).toMatchObject({
        ...body,
        goalId: id,
        content: 'The plan',
        createdBy: tenant.userId,
        createdByName: 'Ada Lovelace',
      });
      expect(await write(tenant, id, {})).toMatchObject({ title: null, url: null, metadata: null });
    });

    kit.it('createGoalActivity.rules.1', 'may be sent as content; text wins', async () => {
      const { tenant, id } = await newOne();
      const content = { type: 'note', content: 'by its other name' };
      expect((await add(tenant, 'createGoalActivity', id, content)).text).toBe('by its other name');
      expect((await write(tenant, id, { ...content, text: 'by its name' })).text).toBe('by its name');
    });

    kit.it(
      ['createGoalActivity.422.VALIDATION_ERROR', 'createGoalActivity.rules.3'],
      'needs a text and a type that is not for the service itself',
      async () => {
        const { tenant, id } = await newOne();
        const refused = async (body: object, ...members: string[]): Promise<void> =>
          expectInvalid(await post(tenant, 'createGoalActivity', id, body), ...members);
        await refused({}, 'type', 'text');
        await refused({ type: 'system', text: 'T' }, 'type');
        await refused({ type: 'diary', text: 'T' }, 'type');
        await refused({ type: 'note', text: text(5001) }, 'text');
        await refused({ type: 'note', content: text(5001) }, 'content');
        await refused({ type: 'note', text: ' ' }, 'text');
        await refused({ type: 'note', text: 'T', metadata: 'free', title: 5 }, 'metadata', 'title');
        expect((await write(tenant, id, { text: text(5000) })).text).toHaveLength(5000);
        expect(await activityOf(kit, tenant, id)).toHaveLength(1);
      },
    );

    kit.it(
      ['createGoalActivity.rules.2', 'addGoalNote.rules.1'],
      "is told to the goal's stream by its type, without its text",
      async () => {
        const { tenant, id } = await newOne();
        const written = new Map<string, string>();
        for (const type of ['weekly_review', 'note', 'decision', 'attachment']) {
          written.set((await write(tenant, id, { type })).id, type);
        }
        written.set((await add(tenant, 'addGoalNote', id, { note: 'N' })).id, 'shorthand');
        const told = (await changesOf(kit, tenant, id)).filter(
          ({ visibleIn, subject }) => visibleIn.includes('stream') && subject.type === 'activity',
        );
        expect(told.map(({ kind, subject }) => [written.get(subject.id), kind])).toEqual([
          ['weekly_review', 'activity_created'],
          ['note', 'activity_created'],
          ['decision', 'decision_created'],
          ['attachment', 'attachment_created'],
          ['shorthand', 'activity_created'],
        ]);
        expect(JSON.stringify(told)).not.toContain('Well done');
      },
    );
  });

  describe('a note', () => {
    kit.it(
      ['addGoalNote.201', 'addGoalNote.rules.1'],
      'is an entry with its files in the metadata',
      async () => {
        const { tenant, id } = await newOne();
        const attachments = [{ name: 'a.pdf', file_size: 5 }, {}];
        expect(
          await add(tenant, 'addGoalNote', id, { note: 'Retention is improving', attachments }),
        ).toMatchObject({
          type: 'note',
          text: 'Retention is improving',
          metadata: { attachments },
        });
        expect(await add(tenant, 'addGoalNote', id, { note: 'N' })).toMatchObject({ metadata: null });
      },
    );

    kit.it('addGoalNote.rules.2', 'may be sent as content; note wins', async () => {
      const { tenant, id } = await newOne();
      expect((await add(tenant, 'addGoalNote', id, { content: 'C' })).text).toBe('C');
      expect((await add(tenant, 'addGoalNote', id, { content: 'C', note: 'N' })).text).toBe('N');
    });

    kit.it('addGoalNote.422.VALIDATION_ERROR', 'has 1 to 5000 characters', async () => {
      const { tenant, id } = await newOne();
      for (const body of [undefined, {}, { note: '' }, { note: '  ' }, { note: text(5001) }]) {
        expectInvalid(await post(tenant, 'addGoalNote', id, body), 'note');
      }
      expectInvalid(await post(tenant, 'addGoalNote', id, { note: 'N', attachments: {} }), 'attachments');
      expectInvalid(
        await post(tenant, 'addGoalNote', id, { note: 'N', attachments: ['a'] }),
        'attachments.0',
      );
      expect((await add(tenant, 'addGoalNote', id, { note: text(5000) })).text).toHaveLength(5000);
    });
  });

  for (const [endpoint, body] of Object.entries(BODIES) as [Writing, object][]) {
    kit.it(`${endpoint}.404.GOAL_NOT_FOUND`, `${endpoint} does not find a deleted goal`, async () => {
      const { tenant, id } = await newOne();
      await kit.as(tenant, 'deleteGoal', { params: { id } });
      expectError(await post(tenant, endpoint, id, body), 404, 'GOAL_NOT_FOUND');
    });
  }

  describe('attachments', () => {
    const attach = (tenant: Tenant, id: string, body: object = {}): Promise<Answer> =>
      kit.as(tenant, 'createGoalActivity', {
        params: { id },
        body: { type: 'attachment', text: 'The plan', ...body },
      });

    const note = (tenant: Tenant, id: string, body: object): Promise<Answer> =>
      kit.as(tenant, 'addGoalNote', { params: { id }, body: { note: 'The plan', ...body } });

    /** A goal of a tenant on Starter with this many attachments. */
    const goalWith = async (attachments: number): Promise<{ tenant: Tenant; id: string }> => {
      const registered = await kit.tenant();
      kit.clock.advance(TRIAL_SECONDS);
      const tenant = await signInAgain(kit, registered);
      const { id } = await newGoal(kit, tenant);
      for (let count = 0; count < attachments; count += 1) {
        expectSuccess(await attach(tenant, id), 'createGoalActivity');
      }
      return { tenant, id };
    };

    kit.it(
      ['createGoalActivity.403.SUBSCRIPTION_LIMIT_REACHED', 'account.limitsSemantics.3'],
      'a goal takes as many attachments as the tier has, and so does every other goal',
      async () => {
        const { tenant, id } = await goalWith(STARTER_ATTACHMENTS);
        expectError(await attach(tenant, id), 403, 'SUBSCRIPTION_LIMIT_REACHED');
        expect(await activityOf(kit, tenant, id)).toHaveLength(STARTER_ATTACHMENTS);
        expectSuccess(await attach(tenant, (await newGoal(kit, tenant)).id), 'createGoalActivity');
      },
    );

    it('whatever brings a file or an address is an attachment, and nothing else', async () => {
      const { tenant, id } = await goalWith(STARTER_ATTACHMENTS - 1);
      expectSuccess(await attach(tenant, id, { type: 'decision' }), 'createGoalActivity');
      expectSuccess(await note(tenant, id, { attachments: [] }), 'addGoalNote');
      expectSuccess(await note(tenant, id, { attachments: [{ name: 'a.pdf' }] }), 'addGoalNote');
      const refused = [
        await attach(tenant, id, { type: 'decision', url: 'https://example.com' }),
        await note(tenant, id, { attachments: [{ name: 'b.pdf' }] }),
      ];
      for (const answer of refused) expectError(answer, 403, 'SUBSCRIPTION_LIMIT_REACHED');
      expectSuccess(await note(tenant, id, {}), 'addGoalNote');
    });

    it('the limit holds when several are added at the same time', async () => {
      const { tenant, id } = await goalWith(STARTER_ATTACHMENTS - 1);
      const answers = await Promise.all([1, 2, 3].map(() => attach(tenant, id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
    });

    it('the limit is looked at after the goal', async () => {
      const { tenant } = await goalWith(STARTER_ATTACHMENTS);
      expectError(await attach(tenant, 'unknown'), 404, 'GOAL_NOT_FOUND');
    });
  });
});
