import type { Answer } from '../../harness/call';
import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import { bare, inOrg, newSignal, readSignal, type SignalCreatedJson } from '../../harness/workstream';

const CREATE = 'createSignal';

const create = (kit: Kit, tenant: Tenant, body: unknown, query?: { org_id: number }): Promise<Answer> =>
  kit.as(tenant, CREATE, { body, query });

const LONGEST = {
  source_type: 40,
  source_ref: 256,
  snippet: 1000,
  contact_email: 256,
  contact_phone: 32,
  company_domain: 128,
  problem_phrase: 1000,
  solution_hint: 1000,
  dedupe_key: 128,
  idempotency_key: 64,
} as const;

contract('workstream/signals/create', (kit) => {
  rowsOfEveryEndpoint(kit, CREATE);

  describe('a new signal', () => {
    kit.it(
      [`${CREATE}.201`, `${CREATE}.rules.2`, `${CREATE}.rules.3`, 'workstream.conventions.orgScope.3'],
      'needs a source type only; whoever sends no org_id means the organisation of the token',
      async () => {
        const tenant = await kit.tenant();
        const { identity_resolution, ...created } = await newSignal(kit, tenant);
        expect(created).toEqual({ signal_id: 1, org_id: tenant.orgId });
        expect(identity_resolution).toEqual({
          contact_resolved: false,
          contact_id: null,
          client_resolved: false,
          client_id: null,
          confidence_score: 0,
          resolution_method: 'unresolved',
        });
      },
    );

    kit.it(`${CREATE}.rules.3`, 'is resolved to the contact and the client that it names', async () => {
      const tenant = await kit.tenant();
      const both = await newSignal(kit, tenant, { contact_id: 7, client_id: 3 });
      expect(both.identity_resolution).toEqual({
        contact_resolved: true,
        contact_id: 7,
        client_resolved: true,
        client_id: 3,
        confidence_score: 0,
        resolution_method: 'auto_resolved',
      });
      const { identity_resolution } = await newSignal(kit, tenant, { client_id: 3 });
      expect(identity_resolution).toMatchObject({ contact_resolved: false, client_resolved: true });
    });

    kit.it(`${CREATE}.rules.6`, 'keeps everything that was sent, as it was sent', async () => {
      const tenant = await kit.tenant();
      const sent = {
        source_type: 'email',
        source_ref: 'email_124',
        snippet: 'Looking for project management solution',
        contact_email: ' New@Company.com',
        contact_phone: '+1-555-0124',
        company_domain: 'https://newcompany.com/',
        problem_phrase: 'Need project tracking',
        solution_hint: 'PM software implementation',
        urgency_score: 0.7,
        contact_id: 790,
        client_id: 102,
        owner_user_id: 5,
        dedupe_key: 'mine',
      };
      const { signal_id } = await newSignal(kit, tenant, sent);
      expect(await readSignal(kit, tenant, signal_id)).toMatchObject(sent);
    });

    kit.it(`${CREATE}.rules.1`, 'comes from any source', async () => {
      const tenant = await kit.tenant();
      for (const source_type of ['email', 'ad', 'call', 'note', 'carrier pigeon', 'x', 'x'.repeat(40)]) {
        const { signal_id } = await newSignal(kit, tenant, { source_type });
        expect(await readSignal(kit, tenant, signal_id)).toMatchObject({ source_type });
      }
    });

    kit.it(
      ['workstream.conventions.ids.1', 'workstream.conventions.ids.2'],
      'gets the next integer of its organisation',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const ids: number[] = [];
        for (let count = 0; count < 3; count += 1) ids.push((await newSignal(kit, tenant)).signal_id);
        expect(ids).toEqual([1, 2, 3]);
        expect((await newSignal(kit, other)).signal_id).toBe(1);
      },
    );

    kit.it(`${CREATE}.rules.7`, 'leaves nothing in the memory', async () => {
      const tenant = await kit.tenant();
      await newSignal(kit, tenant, { contact_id: 1 });
      const { data } = await kit.inside('workstream', tenant);
      expect(await data.atoms.count({})).toBe(0);
    });
  });

  describe('members', () => {
    const expectRefused = async (body: object, member: string): Promise<void> => {
      const answer = await create(kit, await kit.tenant(), { source_type: 'email', ...body });
      expectFlat(answer, 400, expect.stringMatching(new RegExp(`^${member} `)) as string);
    };

    kit.it(
      [`${CREATE}.400`, 'workstream.conventions.requests.1'],
      'are named when they are not acceptable',
      async () => {
        await expectRefused({ source_type: undefined }, 'source_type');
        await expectRefused({ source_type: '  ' }, 'source_type');
        await expectRefused({ source_type: 5 }, 'source_type');
        await expectRefused({ urgency_score: 1.01 }, 'urgency_score');
        await expectRefused({ urgency_score: -0.1 }, 'urgency_score');
        await expectRefused({ urgency_score: 'high' }, 'urgency_score');
        for (const member of ['contact_id', 'client_id', 'owner_user_id']) {
          for (const value of ['7', 1.5, 0, -1]) await expectRefused({ [member]: value }, member);
        }
        expect((await newSignal(kit, await kit.tenant(), { colour: 'red' })).signal_id).toBe(1);
      },
    );

    it('have at most the documented length, border included', async () => {
      const longest = Object.fromEntries(
        Object.entries(LONGEST).map(([name, size]) => [name, 'x'.repeat(size)]),
      );
      expect((await newSignal(kit, await kit.tenant(), longest)).signal_id).toBe(1);
      for (const [name, size] of Object.entries(LONGEST))
        await expectRefused({ [name]: 'x'.repeat(size + 1) }, name);
      await newSignal(kit, await kit.tenant(), { urgency_score: 0 });
      await newSignal(kit, await kit.tenant(), { urgency_score: 1 });
    });
  });

  kit.it(
    ['workstream.conventions.orgScope.6', `${CREATE}.query.org_id`],
    'org_id counts in the body where the query has none; both must agree',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const body = { source_type: 'email' };
      const own = { ...body, org_id: tenant.orgId };
      expect((await create(kit, tenant, own)).status).toBe(201);
      expect((await create(kit, tenant, own, inOrg(tenant).query)).status).toBe(201);
      const foreign = { ...body, org_id: other.orgId };
      expectFlat(await create(kit, tenant, foreign), 403, 'org_id does not belong to the tenant');
      const { status } = await create(kit, tenant, foreign, inOrg(tenant).query);
      expect(status).toBe(400);
      for (const org_id of [0, 'one']) {
        expectFlat(await create(kit, tenant, { ...body, org_id }), 400, 'org_id must be a positive integer');
      }
    },
  );

  describe('a repeat', () => {
    const DAY_SECONDS = 24 * 60 * 60;
    const KEYED = { source_type: 'email', contact_id: 4, idempotency_key: 'once' };

    kit.it(
      [`${CREATE}.rules.5`, 'workstream.identity.dedupe.duplicateWhen', 'workstream.identity.dedupe.effect'],
      'under the same key gets the first answer, and nothing is written',
      async () => {
        const tenant = await kit.tenant();
        const first = await newSignal(kit, tenant, KEYED);
        const again = await create(kit, tenant, { ...KEYED, contact_id: 5 });
        expect(bare<SignalCreatedJson>(again, CREATE, 'SignalCreated')).toEqual(first);
        const { data } = await kit.inside('workstream', tenant);
        expect([await data.signals.count({}), await data.changes.count({})]).toEqual([1, 1]);
        expect((await newSignal(kit, tenant, { ...KEYED, idempotency_key: 'twice' })).signal_id).toBe(2);
        expect((await newSignal(kit, await kit.tenant(), KEYED)).signal_id).toBe(1);
      },
    );

    kit.it('workstream.identity.dedupe.duplicateWhen', 'counts for 24 hours', async () => {
      const tenant = await kit.tenant();
      await newSignal(kit, tenant, KEYED);
      const context = await kit.inside('workstream', tenant);
      const age = (seconds: number): Promise<unknown> =>
        context.write(({ data }) =>
          data.answeredSignals.update(
            { key: KEYED.idempotency_key },
            { $set: { answeredAt: new Date(kit.clock.now().getTime() - seconds * 1000) } },
          ),
        );
      await age(DAY_SECONDS - 1);
      expect((await newSignal(kit, tenant, KEYED)).signal_id).toBe(1);
      await age(DAY_SECONDS);
      expect((await newSignal(kit, tenant, KEYED)).signal_id).toBe(2);
      expect((await newSignal(kit, tenant, KEYED)).signal_id).toBe(2);
    });

    it('gets the first answer also when the signal is gone, and when both come at once', async () => {
      const tenant = await kit.tenant();
      const both = await Promise.all([newSignal(kit, tenant, KEYED), newSignal(kit, tenant, KEYED)]);
      expect(both.map(({ signal_id }) => signal_id)).toEqual([1, 1]);
      const gone = await kit.as(tenant, 'deleteSignal', { ...inOrg(tenant), params: { id: '1' } });
      expect(gone.status).toBe(200);
      expect(await newSignal(kit, tenant, KEYED)).toEqual(both[0]);
    });

    kit.it(
      [`${CREATE}.rules.5`, 'workstream.identity.dedupe.notUnique'],
      'without a key is a signal of its own, alike as it may be',
      async () => {
        const tenant = await kit.tenant();
        const body = { contact_email: 'a@x.com', dedupe_key: 'same' };
        expect((await newSignal(kit, tenant, body)).signal_id).toBe(1);
        expect((await newSignal(kit, tenant, body)).signal_id).toBe(2);
      },
    );
  });

  kit.it('workstream.identity.dedupe.dedupe_key', 'the dedupe key names source and sender', async () => {
    const tenant = await kit.tenant();
    const keyOf = async (body: object): Promise<string | null> => {
      const { signal_id } = await newSignal(kit, tenant, body);
      return (await readSignal(kit, tenant, signal_id)).dedupe_key;
    };
    const [contact_phone, company_domain, source_ref] = ['+1-555-0100', 'https://www.X.com/us', ' ref '];
    const all = { contact_email: ' A@X.com', contact_phone, company_domain, source_ref };
    expect(await keyOf(all)).toBe('email_a@x.com');
    expect(await keyOf({ contact_phone, company_domain, source_ref })).toBe('email_+15550100');
    expect(await keyOf({ company_domain, source_ref })).toBe('email_x.com');
    expect(await keyOf({ source_ref })).toBe('email_ref');
    expect(await keyOf({})).toBeNull();
    expect(await keyOf({ ...all, dedupe_key: 'mine' })).toBe('mine');
    expect(await keyOf({ contact_email: 'y'.repeat(250) })).toBe(`email_${'y'.repeat(122)}`);
  });

  describe('clusters', () => {
    kit.it(
      ['workstream.identity.clustering.rule', 'workstream.identity.clustering.new'],
      'hold the signals of a client, else of a contact; the first of them opens one',
      async () => {
        const tenant = await kit.tenant();
        const clusterOf = async (body: object): Promise<number | null> => {
          const { signal_id } = await newSignal(kit, tenant, body);
          return (await readSignal(kit, tenant, signal_id)).cluster_id;
        };
        const client = await clusterOf({ client_id: 1, contact_id: 1 });
        expect(client).toBe(1);
        expect(await clusterOf({ client_id: 1, contact_id: 2 })).toBe(client);
        const contact = await clusterOf({ contact_id: 1 });
        expect(contact).toBe(2);
        expect(await clusterOf({ contact_id: 1 })).toBe(contact);
        expect(await clusterOf({ client_id: 2, contact_id: 1 })).toBe(3);
        expect(await clusterOf({})).toBeNull();
      },
    );

    kit.it('workstream.identity.clustering.algo', 'remember by which rule they were made', async () => {
      const tenant = await kit.tenant();
      await newSignal(kit, tenant, { client_id: 1 });
      const { data } = await kit.inside('workstream', tenant);
      expect((await data.clusters.find({})).map(({ algorithm }) => algorithm)).toEqual(['identity_v1']);
    });
  });
});
