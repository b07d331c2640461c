import type { Answer } from '../../harness/call';
import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import { inOrg, momentOf, newCandidate, newSignal, onRecord, readCandidate } from '../../harness/workstream';

const CREATE = 'createCandidate';

const create = (kit: Kit, tenant: Tenant, body: unknown, query?: { org_id: number }): Promise<Answer> =>
  kit.as(tenant, CREATE, { body, query });

contract('workstream/candidates/create', (kit) => {
  rowsOfEveryEndpoint(kit, CREATE, 'getCandidate', 'deleteCandidate');

  describe('a new candidate', () => {
    kit.it(
      [
        `${CREATE}.201`,
        `${CREATE}.rules.1`,
        `${CREATE}.rules.5`,
        'getCandidate.200',
        'workstream.conventions.time',
      ],
      'needs nothing: it is new, in the organisation of the token, touched when it was created',
      async () => {
        const tenant = await kit.tenant();
        const candidate = await newCandidate(kit, tenant);
        expect(candidate).toEqual({
          candidate_id: 1,
          org_id: tenant.orgId,
          client_id: null,
          contact_id: null,
          problem_id: null,
          solution_id: null,
          title: null,
          one_liner_scope: null,
          confidence: null,
          value_band: null,
          next_step: null,
          status: 'new',
          owner_user_id: null,
          last_touch_at: momentOf(kit),
          created_at: momentOf(kit),
          updated_at: momentOf(kit),
        });
        expect(await readCandidate(kit, tenant, 1)).toEqual(candidate);
        expect((await create(kit, tenant, undefined)).status).toBe(201);
      },
    );

    kit.it(`${CREATE}.201`, 'keeps everything that was sent', async () => {
      const tenant = await kit.tenant();
      const sent = {
        client_id: 1,
        contact_id: 2,
        problem_id: 3,
        solution_id: 4,
        title: 'Enterprise CRM',
        one_liner_scope: '50+ users',
        confidence: 0.5,
        value_band: 'high',
        next_step: 'Call them',
        status: 'nurture',
        owner_user_id: 5,
      };
      expect(await newCandidate(kit, tenant, sent)).toMatchObject(sent);
    });

    kit.it(`${CREATE}.rules.2`, 'begins in any open status, and in no other', async () => {
      const tenant = await kit.tenant();
      for (const status of ['new', 'triaged', 'nurture', 'on_hold']) {
        expect(await newCandidate(kit, tenant, { status })).toMatchObject({ status });
      }
      for (const status of ['promoted', 'archived', 'NEW', 'sold', 1]) {
        const complaint = expect.stringMatching(
          /^status must be one of new, triaged, nurture, on_hold$/,
        ) as string;
        expectFlat(await create(kit, tenant, { status }), 400, complaint);
      }
    });

    it('may have a middle value under the name that siblings use', async () => {
      expect(await newCandidate(kit, await kit.tenant(), { value_band: 'med' })).toMatchObject({
        value_band: 'medium',
      });
    });

    kit.it(
      `${CREATE}.rules.3`,
      'is linked with the signal it came from, and takes contact and client from there unless it has its own',
      async () => {
        const tenant = await kit.tenant();
        const { signal_id } = await newSignal(kit, tenant, {
          contact_id: 7,
          client_id: 8,
          urgency_score: 0.5,
        });
        expect(await newCandidate(kit, tenant, { signal_id })).toMatchObject({ contact_id: 7, client_id: 8 });
        const own = await newCandidate(kit, tenant, { signal_id, contact_id: 9 });
        expect(own).toMatchObject({ contact_id: 9, client_id: 8 });
        const { data } = await kit.inside('workstream', tenant);
        const linked = await data.candidates.find({}, { sort: { number: 1 } });
        const signals = await Promise.all(
          linked.map(({ signalIds }) => data.signals.find({ _id: { $in: [...signalIds] } })),
        );
        expect(signals.flat().map(({ number }) => number)).toEqual([signal_id, signal_id]);
      },
    );

    kit.it(
      [
        `${CREATE}.404`,
        'workstream.errorBodies.notFound',
        'workstream.conventions.orgScope.5',
        'workstream.conventions.orgScope.8',
      ],
      'cannot come from a signal that is not there, or is in another organisation',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const { signal_id } = await newSignal(kit, other);
        expectFlat(await create(kit, tenant, { signal_id }), 404, 'Signal not found');
        expectFlat(await create(kit, tenant, { signal_id: 99 }), 404, 'Signal not found');
        const { data } = await kit.inside('workstream', tenant);
        expect(await data.candidates.count({})).toBe(0);
      },
    );

    kit.it(`${CREATE}.rules.4`, 'is scored at once', async () => {
      const tenant = await kit.tenant();
      const { signal_id } = await newSignal(kit, tenant, { urgency_score: 0.8 });
      await newCandidate(kit, tenant, { signal_id });
      const { data } = await kit.inside('workstream', tenant);
      const scores = await data.spotlightScores.find({});
      expect(scores.map(({ totalScore, scoredAt }) => [totalScore, scoredAt])).toEqual([
        [14.4, kit.clock.now()],
      ]);
    });

    kit.it(`${CREATE}.rules.6`, 'is remembered as created', async () => {
      const tenant = await kit.tenant();
      const { candidate_id } = await newCandidate(kit, tenant);
      const { data } = await kit.inside('workstream', tenant);
      const atoms = await data.atoms.find({ entityType: 'CANDIDATE', entityNumber: candidate_id });
      expect(atoms.map(({ content }) => content)).toEqual(['Candidate created']);
    });
  });

  kit.it(`${CREATE}.400`, 'a member that is not acceptable is named', async () => {
    const tenant = await kit.tenant();
    const refused = {
      title: ['x'.repeat(1001), 5],
      one_liner_scope: ['x'.repeat(1001)],
      next_step: ['x'.repeat(1001), []],
      confidence: [-0.1, 1.1, 'sure'],
      value_band: ['huge', 1],
      client_id: [0, 1.5, '1'],
      signal_id: [0, -1],
      owner_user_id: [0, 'me'],
    };
    for (const [member, values] of Object.entries(refused)) {
      for (const value of values) {
        const complaint = expect.stringMatching(new RegExp(`^${member} `)) as string;
        expectFlat(await create(kit, tenant, { [member]: value }), 400, complaint);
      }
    }
    const longest = {
      title: 'x'.repeat(1000),
      one_liner_scope: 'x'.repeat(1000),
      next_step: 'x'.repeat(1000),
    };
    expect(await newCandidate(kit, tenant, { ...longest, confidence: 1 })).toMatchObject(longest);
  });

  kit.it(
    `${CREATE}.query.org_id`,
    'org_id counts in the body where the query has none; both must agree',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      expect((await create(kit, tenant, { org_id: tenant.orgId })).status).toBe(201);
      const foreign = { org_id: other.orgId };
      expectFlat(await create(kit, tenant, foreign), 403, 'org_id does not belong to the tenant');
      expect((await create(kit, tenant, foreign, inOrg(tenant).query)).status).toBe(400);
    },
  );

  describe('deleting a candidate', () => {
    kit.it('deleteCandidate.200', 'takes it away for good, with its checklist and scores', async () => {
      const tenant = await kit.tenant();
      const { candidate_id } = await newCandidate(kit, tenant);
      await kit.as(tenant, 'listCandidateChecklist', onRecord(tenant, candidate_id));
      const answer = await kit.as(tenant, 'deleteCandidate', onRecord(tenant, candidate_id));
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { deleted: 1 } });
      for (const id of ['getCandidate', 'deleteCandidate', 'listCandidateChecklist']) {
        expectFlat(await kit.as(tenant, id, onRecord(tenant, candidate_id)), 404, 'Candidate not found');
      }
      const { data } = await kit.inside('workstream', tenant);
      expect([await data.checklistItems.count({}), await data.spotlightScores.count({})]).toEqual([0, 0]);
    });

    kit.it(
      ['deleteCandidate.409', 'deleteCandidate.rules.1'],
      'is refused while a pursuit refers to it',
      async () => {
        const tenant = await kit.tenant();
        const { candidate_id } = await newCandidate(kit, tenant, { status: 'triaged' });
        await kit.as(tenant, 'promoteCandidate', onRecord(tenant, candidate_id));
        const answer = await kit.as(tenant, 'deleteCandidate', onRecord(tenant, candidate_id));
        expectFlat(answer, 409, 'A pursuit refers to the candidate; archive it instead');
        expect(await readCandidate(kit, tenant, candidate_id)).toMatchObject({ status: 'promoted' });
      },
    );
  });
});
