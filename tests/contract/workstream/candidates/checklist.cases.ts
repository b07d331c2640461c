import type { Answer } from '../../harness/call';
import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import {
  bare,
  checklistOf,
  type ChecklistItemJson,
  complete,
  configure,
  inOrg,
  newCandidate,
} from '../../harness/workstream';

const LIST = 'listCandidateChecklist';
const SET = 'setCandidateChecklistItem';

const PINK = ['budget_confirmed', 'technical_scope_defined', 'decision_makers_identified', 'timeline_agreed'];

const set = (kit: Kit, tenant: Tenant, name: string, body?: unknown): Promise<Answer> =>
  kit.as(tenant, SET, { ...inOrg(tenant), params: { id: '1', name }, body });

contract('workstream/candidates/checklist', (kit) => {
  rowsOfEveryEndpoint(kit, LIST, SET);

  const names = async (tenant: Tenant, number = 1): Promise<readonly string[]> =>
    (await checklistOf(kit, tenant, number)).map(({ name, is_required }) => `${name} ${is_required}`);

  describe('the checklist of a candidate', () => {
    kit.it(`${LIST}.200`, 'holds what is asked for, none of it done at first', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      expect(await checklistOf(kit, tenant, 1)).toEqual(
        PINK.map((name, index) => ({
          checklist_id: index + 1,
          item_type: 'candidate',
          item_id: 1,
          name,
          is_required: true,
          is_done: false,
          done_at: null,
        })),
      );
      expect(await checklistOf(kit, tenant, 1)).toEqual(await checklistOf(kit, tenant, 1));
    });

    kit.it(
      `${LIST}.rules.1`,
      'has the items of the pink list, those of a configured gate, then those set by hand',
      async () => {
        const tenant = await kit.tenant();
        await newCandidate(kit, tenant);
        await complete(kit, tenant, 1, 'second_by_hand', 'first_by_hand');
        const pink = PINK.map((name) => `${name} true`);
        expect(await names(tenant)).toEqual([...pink, 'second_by_hand false', 'first_by_hand false']);
        const configured = ['budget_confirmed', 'risk_assessed', 'first_by_hand'];
        await configure(kit, tenant, 'GATE_RULE', 'promote_requirements', configured);
        const required = [...pink, 'risk_assessed true', 'first_by_hand true'];
        expect(await names(tenant)).toEqual([...required, 'second_by_hand false']);
      },
    );

    it('forgets what a gate no longer asks for, unless somebody has set it', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      await checklistOf(kit, tenant, 1);
      await complete(kit, tenant, 1, 'timeline_agreed');
      await configure(kit, tenant, 'GATE_RULE', 'pink_to_red_requirements', ['budget_confirmed']);
      expect(await names(tenant)).toEqual(['budget_confirmed true', 'timeline_agreed false']);
    });
  });

  describe('setting an item', () => {
    kit.it(`${SET}.200`, 'marks it as done and says when, or as not done', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      const done = bare<ChecklistItemJson>(await set(kit, tenant, 'budget_confirmed'), SET);
      expect(done).toMatchObject({ item_type: 'candidate', item_id: 1, is_required: true, is_done: true });
      expect(done.done_at).not.toBeNull();
      expect((await checklistOf(kit, tenant, 1))[0]).toEqual(done);
      kit.clock.advance(60);
      expect((await set(kit, tenant, 'budget_confirmed', { is_done: true })).body).toEqual(done);
      const undone = await set(kit, tenant, 'budget_confirmed', { is_done: false });
      expect(undone.body).toEqual({ ...done, is_done: false, done_at: null });
    });

    kit.it(`${SET}.400`, 'wants true or false, and a name of at most 120 characters', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      for (const is_done of ['yes', 1]) {
        const complaint = expect.stringMatching(/^is_done /) as string;
        expectFlat(await set(kit, tenant, 'budget_confirmed', { is_done }), 400, complaint);
      }
      const tooLong = expect.stringMatching(/^name /) as string;
      expectFlat(await set(kit, tenant, 'x'.repeat(121)), 400, tooLong);
      expect((await set(kit, tenant, 'x'.repeat(120))).status).toBe(200);
    });

    kit.it(`${SET}.rules.1`, 'counts for the pursuit that the candidate is promoted to', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant, { status: 'triaged' });
      await complete(kit, tenant, 1, 'budget_confirmed', 'lunch_ordered');
      await set(kit, tenant, 'timeline_agreed', { is_done: false });
      await kit.as(tenant, 'promoteCandidate', { ...inOrg(tenant), params: { id: '1' } });
      const { data } = await kit.inside('workstream', tenant);
      const items = await data.checklistItems.find({ itemType: 'PURSUIT' }, { sort: { number: 1 } });
      expect(items.map(({ name, isDone, doneAt }) => [name, isDone, doneAt])).toEqual([
        ['budget_confirmed', true, kit.clock.now()],
        ['lunch_ordered', true, kit.clock.now()],
      ]);
    });

    it('belongs to one candidate', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      await newCandidate(kit, tenant);
      await complete(kit, tenant, 1, 'budget_confirmed');
      const [first] = await checklistOf(kit, tenant, 2);
      expect(first).toMatchObject({ name: 'budget_confirmed', is_done: false });
    });
  });
});
