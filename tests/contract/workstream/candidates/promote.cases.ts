import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import {
  bare,
  candidateIn,
  changeCandidate,
  complete,
  configure,
  inOrg,
  newCandidate,
  promote,
  readCandidate,
} from '../../harness/workstream';

const PROMOTE = 'promoteCandidate';
const GATE = 'workstream.qualityGates.promote';

const PINK = ['budget_confirmed', 'technical_scope_defined', 'decision_makers_identified', 'timeline_agreed'];

const PROMOTED = {
  pursuit_id: 'int',
  quality_gates_passed: { pink_checklist: '[string]', configured_requirements: '[string]' },
};

/** A pursuit that a candidate has without being promoted: no endpoint makes one yet. */
async function givePursuit(kit: Kit, tenant: Tenant, candidateNumber: number): Promise<void> {
  const context = await kit.inside('workstream', tenant);
  const candidate = await context.data.candidates.findOne({ number: candidateNumber });
  const candidateId = candidate?.id ?? '';
  const pursuit = {
    orgId: tenant.orgId,
    number: 77,
    candidateId,
    stage: 'PINK',
    captureLeadNumber: 9,
  } as const;
  await context.write((work) => work.data.pursuits.insert(pursuit));
}

contract('workstream/candidates/promote', (kit) => {
  rowsOfEveryEndpoint(kit, PROMOTE);

  describe('promoting', () => {
    kit.it(
      [
        `${PROMOTE}.201`,
        `${PROMOTE}.rules.2`,
        `${PROMOTE}.rules.4`,
        `${PROMOTE}.rules.6`,
        `${GATE}.appliesTo`,
      ],
      'makes a pursuit in stage qual, led by the owner, and touches the candidate',
      async () => {
        const tenant = await kit.tenant();
        await newCandidate(kit, tenant, { status: 'triaged', owner_user_id: 5 });
        kit.clock.advance(60);
        const answer = bare(await promote(kit, tenant, 1), PROMOTE, PROMOTED);
        expect(answer).toEqual({
          pursuit_id: 1,
          quality_gates_passed: { pink_checklist: [], configured_requirements: PINK },
        });
        const candidate = await readCandidate(kit, tenant, 1);
        expect(candidate).toMatchObject({ status: 'promoted', last_touch_at: candidate.updated_at });
        const { data } = await kit.inside('workstream', tenant);
        const [pursuit] = await data.pursuits.find({});
        expect(pursuit).toMatchObject({
          number: 1,
          stage: 'QUAL',
          captureLeadNumber: 5,
          createdAt: kit.clock.now(),
        });
      },
    );

    kit.it(
      [`${PROMOTE}.rules.2`, 'workstream.events.payloads.candidate.promoted'],
      'leaves its events in the log, in the transaction of the change',
      async () => {
        const tenant = await kit.tenant();
        await newCandidate(kit, tenant, { status: 'triaged' });
        await promote(kit, tenant, 1);
        const { data } = await kit.inside('workstream', tenant);
        const [candidate] = await data.candidates.find({});
        const log = await data.changes.find({}, { sort: { seq: 1 } });
        const events = log.filter(({ kind }) => kind === 'candidate.promoted' || kind === 'pursuit.created');
        expect(events).toMatchObject([
          {
            subject: { type: 'candidate', id: candidate?.id },
            actorId: tenant.userId,
            payload: { pursuit_id: 1 },
          },
          { kind: 'pursuit.created', subject: { type: 'pursuit' } },
        ]);
      },
    );

    kit.it(`${PROMOTE}.rules.7`, 'is remembered of the candidate and of the pursuit', async () => {
      const tenant = await kit.tenant();
      await candidateIn(kit, tenant, 'promoted');
      const { data } = await kit.inside('workstream', tenant);
      const atoms = await data.atoms.find({}, { sort: { number: 1 } });
      expect(atoms.map(({ entityType, content }) => `${entityType}: ${content}`)).toEqual([
        'CANDIDATE: Candidate created',
        'CANDIDATE: Status changed: triaged to promoted',
        'PURSUIT: Pursuit created',
      ]);
    });

    kit.it(
      [`${PROMOTE}.rules.1`, 'workstream.conventions.requests.2'],
      'takes no body, and ignores any',
      async () => {
        const tenant = await kit.tenant();
        for (const body of [undefined, {}, [], 'now', { status: 'new' }]) {
          const { candidate_id } = await candidateIn(kit, tenant, 'triaged');
          const params = { id: String(candidate_id) };
          const answer = await kit.as(tenant, PROMOTE, { ...inOrg(tenant), params, body });
          expect(answer.status).toBe(201);
        }
      },
    );

    kit.it(`${PROMOTE}.rules.3`, 'takes the pursuit that there is already, and answers 200', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant, { status: 'triaged', owner_user_id: 5 });
      await complete(kit, tenant, 1, 'budget_confirmed');
      await givePursuit(kit, tenant, 1);
      const { status, body } = await promote(kit, tenant, 1);
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          pursuit_id: 77,
          quality_gates_passed: { pink_checklist: ['budget_confirmed'], configured_requirements: PINK },
        },
      });
      const { data } = await kit.inside('workstream', tenant);
      const [pursuit, ...others] = await data.pursuits.find({});
      expect(pursuit).toMatchObject({ stage: 'PINK', captureLeadNumber: 9 });
      expect(others).toEqual([]);
      const done = await data.checklistItems.find({ itemType: 'PURSUIT' });
      expect(done.map(({ name, isDone }) => [name, isDone])).toEqual([['budget_confirmed', true]]);
      expect((await data.atoms.find({ entityType: 'PURSUIT' })).length).toBe(0);
    });

    it('makes one pursuit only, also when it is asked for twice at once', async () => {
      const tenant = await kit.tenant();
      await newCandidate(kit, tenant, { status: 'triaged' });
      const answers = await Promise.all([promote(kit, tenant, 1), promote(kit, tenant, 1)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    });
  });

  describe('the machine', () => {
    kit.it([`${PROMOTE}.422`, `${GATE}.rules.1`], 'comes before the gate', async () => {
      const tenant = await kit.tenant();
      await configure(kit, tenant, 'GATE_RULE', 'promote_requirements', ['budget_confirmed']);
      for (const status of ['new', 'archived'] as const) {
        const { candidate_id } = await candidateIn(kit, tenant, status === 'archived' ? 'new' : status);
        if (status === 'archived') await changeCandidate(kit, tenant, candidate_id, { status });
        const answer = await promote(kit, tenant, candidate_id);
        expect(answer).toMatchObject({
          status: 422,
          body: { current_state: status, attempted_state: 'promoted' },
        });
      }
    });

    it('refuses a candidate that is promoted already', async () => {
      const tenant = await kit.tenant();
      await candidateIn(kit, tenant, 'promoted');
      const answer = await promote(kit, tenant, 1);
      expect(answer).toMatchObject({ status: 422, body: { allowed_transitions: ['archived'] } });
    });
  });

  describe('the gate', () => {
    const REQUIRED = ['risk_assessed', 'budget_confirmed'];

    kit.it(
      [`${PROMOTE}.409`, `${PROMOTE}.rules.5`, `${GATE}.rules.2`, `${GATE}.rules.4`, `${GATE}.configKey`],
      'is closed while items that the organisation asks for are not done',
      async () => {
        const tenant = await kit.tenant();
        await configure(kit, tenant, 'GATE_RULE', 'promote_requirements', REQUIRED);
        const { candidate_id } = await newCandidate(kit, tenant, { status: 'triaged' });
        await complete(kit, tenant, candidate_id, 'budget_confirmed');
        const blocked = await promote(kit, tenant, candidate_id);
        expect({ status: blocked.status, body: blocked.body }).toEqual({
          status: 409,
          body: {
            error: 'Promote blocked; incomplete checklist: risk_assessed',
            status: 409,
            gate_type: 'promote_requirements',
            missing_items: ['risk_assessed'],
            required_items: REQUIRED,
            config_source: 'config_registry',
          },
        });
        await complete(kit, tenant, candidate_id, 'risk_assessed');
        expect((await promote(kit, tenant, candidate_id)).body).toMatchObject({
          quality_gates_passed: {
            pink_checklist: ['budget_confirmed', 'risk_assessed'],
            configured_requirements: REQUIRED,
          },
        });
      },
    );

    kit.it(
      [`${GATE}.rules.3`, `${GATE}.rules.5`],
      'is open where nothing is configured: what is done is told and copied, the rest is for later',
      async () => {
        const tenant = await kit.tenant();
        await newCandidate(kit, tenant, { status: 'nurture' });
        await complete(kit, tenant, 1, 'technical_scope_defined', 'budget_confirmed');
        expect((await promote(kit, tenant, 1)).body).toMatchObject({
          quality_gates_passed: {
            pink_checklist: ['budget_confirmed', 'technical_scope_defined'],
            configured_requirements: PINK,
          },
        });
        const { data } = await kit.inside('workstream', tenant);
        const copied = await data.checklistItems.find({ itemType: 'PURSUIT' });
        expect(copied.map(({ name, isDone }) => `${name} ${isDone}`).sort()).toEqual([
          'budget_confirmed true',
          'technical_scope_defined true',
        ]);
      },
    );
  });

  kit.it(
    'workstream.errorBodies.checkOrder',
    'the token comes first, then tenant and organisation, form, existence, machine and gate',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      await configure(kit, tenant, 'GATE_RULE', 'promote_requirements', ['budget_confirmed']);
      const ask = (id: string, org_id = tenant.orgId, headers = {}): Promise<{ status: number }> =>
        kit.as(tenant, PROMOTE, { params: { id }, query: { org_id }, headers });
      const { candidate_id } = await newCandidate(kit, tenant);
      const known = String(candidate_id);
      const wrongTenant = { 'x-tenant-id': other.tenantId };
      const stale = { ...wrongTenant, authorization: 'Bearer no.such.token' };
      expectFlat(await kit.as(tenant, PROMOTE, { params: { id: 'x' }, headers: stale }), 401, 'Unauthorized');
      expect((await ask('x', 0, wrongTenant)).status).toBe(403);
      expect((await ask('99', other.orgId)).status).toBe(403);
      expect((await ask('x', other.orgId)).status).toBe(403);
      expect((await ask('x')).status).toBe(400);
      expect((await ask('99')).status).toBe(404);
      expect((await ask(known)).status).toBe(422);
      await changeCandidate(kit, tenant, candidate_id, { status: 'triaged' });
      expect((await ask(known)).status).toBe(409);
      await complete(kit, tenant, candidate_id, 'budget_confirmed');
      expect((await ask(known)).status).toBe(201);
    },
  );
});
