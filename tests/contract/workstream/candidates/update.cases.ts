import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract } from '../../harness/kit';
import {
  bare,
  candidateIn,
  type CandidateJson,
  type CandidateStatus,
  changeCandidate,
  complete,
  configure,
  newCandidate,
  newSignal,
  readCandidate,
} from '../../harness/workstream';

const UPDATE = 'updateCandidate';
const MACHINE = 'workstream.stateMachines.candidate';

const STATUSES: readonly CandidateStatus[] = ['new', 'triaged', 'nurture', 'on_hold', 'promoted', 'archived'];

const ALLOWED: Readonly<Record<CandidateStatus, readonly CandidateStatus[]>> = {
  new: ['triaged', 'archived'],
  triaged: ['nurture', 'on_hold', 'promoted', 'archived'],
  nurture: ['on_hold', 'promoted', 'archived'],
  on_hold: ['nurture', 'promoted', 'archived'],
  promoted: ['archived'],
  archived: [],
};

contract('workstream/candidates/update', (kit) => {
  rowsOfEveryEndpoint(kit, UPDATE);

  describe('an update', () => {
    kit.it([`${UPDATE}.200`, `${UPDATE}.rules.1`], 'changes what is sent, and the rest stays', async () => {
      const tenant = await kit.tenant();
      const before = await newCandidate(kit, tenant, { title: 'old', next_step: 'Call', owner_user_id: 5 });
      const changes = { title: 'new', value_band: 'low', confidence: 0.25, client_id: 3 };
      const answer = await changeCandidate(kit, tenant, 1, { ...changes, next_step: null, colour: 'red' });
      expect(bare<CandidateJson>(answer, UPDATE)).toEqual({ ...before, ...changes });
    });

    kit.it(`${UPDATE}.rules.5`, 'touches the candidate now, unless it says when', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      kit.clock.advance(60);
      const touched = bare<CandidateJson>(await changeCandidate(kit, tenant, 1, { title: 'T' }), UPDATE);
      expect(touched.last_touch_at).toBe(touched.updated_at);
      const last_touch_at = '2026-01-02T03:04:05Z';
      const told = await changeCandidate(kit, tenant, 1, { last_touch_at });
      expect(told.body).toMatchObject({ last_touch_at });
    });

    kit.it(
      `${UPDATE}.400`,
      'of nothing that is known, or to what is not acceptable, is refused',
      async () => {
        const tenant = await kit.tenant();
        const before = await newCandidate(kit, tenant);
        for (const body of [{}, { colour: 'red' }, { signal_id: 1 }, { title: null }]) {
          const nothing = 'Nothing that is known is to be changed';
          expectFlat(await changeCandidate(kit, tenant, 1, body), 400, nothing);
        }
        const refused = {
          title: 'x'.repeat(1001),
          one_liner_scope: 'x'.repeat(1001),
          next_step: 'x'.repeat(1001),
          confidence: 1.5,
          value_band: 'huge',
          status: 'sold',
          owner_user_id: '5',
          last_touch_at: 'yesterday',
        };
        for (const [member, value] of Object.entries(refused)) {
          const complaint = expect.stringMatching(new RegExp(`^${member} `)) as string;
          expectFlat(await changeCandidate(kit, tenant, 1, { [member]: value }), 400, complaint);
        }
        expect(await readCandidate(kit, tenant, 1)).toEqual(before);
      },
    );

    it('scores the candidate again', async () => {
      const tenant = await kit.tenant();
      await newSignal(kit, tenant, { urgency_score: 0.5 });
      await newCandidate(kit, tenant, { signal_id: 1 });
      kit.clock.advance(60);
      await changeCandidate(kit, tenant, 1, { title: 'T' });
      const { data } = await kit.inside('workstream', tenant);
      expect((await data.spotlightScores.find({})).map(({ scoredAt }) => scoredAt)).toEqual([
        kit.clock.now(),
      ]);
    });
  });

  describe('a status', () => {
    for (const from of STATUSES) {
      kit.it(
        [
          `${UPDATE}.rules.2`,
          `${UPDATE}.422`,
          `${MACHINE}.default.${from}`,
          'workstream.errorBodies.invalidTransition',
        ],
        `follows ${from} only where the machine says so; the refusal tells what would be allowed`,
        async () => {
          const tenant = await kit.tenant();
          for (const to of STATUSES.filter((status) => status !== from)) {
            const { candidate_id } = await candidateIn(kit, tenant, from);
            const { status, body } = await changeCandidate(kit, tenant, candidate_id, { status: to });
            if (ALLOWED[from].includes(to)) {
              expect({ status, body }).toMatchObject({ status: 200, body: { status: to } });
              continue;
            }
            expect({ status, body }).toEqual({
              status: 422,
              body: {
                error: `Invalid candidate transition ${from}→${to}`,
                status: 422,
                current_state: from,
                attempted_state: to,
                allowed_transitions: ALLOWED[from],
                state_machine: 'candidate',
              },
            });
            expect(await readCandidate(kit, tenant, candidate_id)).toMatchObject({ status: from });
          }
        },
      );
    }

    kit.it(
      [`${MACHINE}.field`, `${MACHINE}.initial`, `${UPDATE}.rules.3`],
      'is new at first; the present one sent again changes nothing and is no error',
      async () => {
        const tenant = await kit.tenant();
        expect((await newCandidate(kit, tenant)).status).toBe('new');
        for (const status of STATUSES) {
          const { candidate_id } = await candidateIn(kit, tenant, status);
          const answer = await changeCandidate(kit, tenant, candidate_id, { status });
          expect(bare<CandidateJson>(answer, UPDATE).status).toBe(status);
        }
      },
    );

    kit.it(
      [`${UPDATE}.rules.4`, `${MACHINE}.changedBy`],
      'promoted does all that promoting does: there is a pursuit, and what is done is done there',
      async () => {
        const tenant = await kit.tenant();
        await newCandidate(kit, tenant, { status: 'triaged', owner_user_id: 5 });
        await complete(kit, tenant, 1, 'budget_confirmed');
        const answer = await changeCandidate(kit, tenant, 1, { status: 'promoted', title: 'CRM' });
        expect(answer).toMatchObject({ status: 200, body: { status: 'promoted', title: 'CRM' } });
        const { data } = await kit.inside('workstream', tenant);
        const [pursuit] = await data.pursuits.find({});
        expect(pursuit).toMatchObject({ number: 1, stage: 'QUAL', captureLeadNumber: 5 });
        const items = await data.checklistItems.find({ itemType: 'PURSUIT' });
        expect(items.map(({ name, isDone }) => [name, isDone])).toEqual([['budget_confirmed', true]]);
      },
    );

    kit.it(`${UPDATE}.409`, 'promoted is refused while the gate of promotion asks for more', async () => {
      const tenant = await kit.tenant();
      await configure(kit, tenant, 'GATE_RULE', 'promote_requirements', ['budget_confirmed']);
      const { candidate_id } = await newCandidate(kit, tenant, { status: 'triaged' });
      const answer = await changeCandidate(kit, tenant, candidate_id, { status: 'promoted', title: 'CRM' });
      expect(answer).toMatchObject({ status: 409, body: { missing_items: ['budget_confirmed'] } });
      expect(await readCandidate(kit, tenant, candidate_id)).toMatchObject({
        status: 'triaged',
        title: null,
      });
    });

    it('follows the table that the organisation has set', async () => {
      const tenant = await kit.tenant();
      await configure(kit, tenant, 'STATE_MACHINE', 'candidate_transitions', { new: ['on_hold'] });
      const { candidate_id } = await newCandidate(kit, tenant);
      const refused = await changeCandidate(kit, tenant, candidate_id, { status: 'triaged' });
      expect(refused).toMatchObject({ status: 422, body: { allowed_transitions: ['on_hold'] } });
      const answer = await changeCandidate(kit, tenant, candidate_id, { status: 'on_hold' });
      expect(answer.status).toBe(200);
    });

    kit.it(`${UPDATE}.rules.6`, 'that changes is remembered, one that stays is not', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant);
      await changeCandidate(kit, tenant, 1, { status: 'new' });
      await changeCandidate(kit, tenant, 1, { status: 'triaged' });
      const { data } = await kit.inside('workstream', tenant);
      const atoms = await data.atoms.find({}, { sort: { number: 1 } });
      expect(atoms.map(({ content }) => content)).toEqual([
        'Candidate created',
        'Status changed: new to triaged',
      ]);
    });
  });
});
