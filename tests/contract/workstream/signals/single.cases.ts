import type { Answer } from '../../harness/call';
import { expectFlat } from '../../harness/expect';
import { rowsOfEveryEndpoint } from '../../harness/everywhere';
import { contract, type Kit, type Tenant } from '../../harness/kit';
import {
  bare,
  momentOf,
  newCandidate,
  newSignal,
  onRecord,
  readSignal,
  type SignalJson,
} from '../../harness/workstream';

const update = (kit: Kit, tenant: Tenant, number: number, body: object): Promise<Answer> =>
  kit.as(tenant, 'updateSignal', { ...onRecord(tenant, number), body });

const updated = async (kit: Kit, tenant: Tenant, number: number, body: object): Promise<SignalJson> =>
  bare(await update(kit, tenant, number, body), 'updateSignal');

contract('workstream/signals/single', (kit) => {
  rowsOfEveryEndpoint(kit, 'getSignal', 'updateSignal', 'deleteSignal');

  kit.it('getSignal.200', 'a signal is read by its number, with every member', async () => {
    const tenant = await kit.tenant();
    const { signal_id } = await newSignal(kit, tenant, { contact_id: 7, owner_user_id: 5 });
    expect(await readSignal(kit, tenant, signal_id)).toEqual({
      signal_id,
      org_id: tenant.orgId,
      source_type: 'email',
      source_ref: null,
      snippet: null,
      contact_id: 7,
      client_id: null,
      problem_phrase: null,
      solution_hint: null,
      urgency_score: null,
      dedupe_key: null,
      cluster_id: 1,
      owner_user_id: 5,
      contact_email: null,
      contact_phone: null,
      company_domain: null,
      created_at: momentOf(kit),
      updated_at: momentOf(kit),
    });
  });

  kit.it('workstream.conventions.ids.3', 'what is no positive integer names no record', async () => {
    const tenant = await kit.tenant();
    for (const id of ['0', '-1', 'one', '00000000-0000-4000-8000-000000000000']) {
      const answer = await kit.as(tenant, 'getSignal', { ...onRecord(tenant, 1), params: { id } });
      expectFlat(answer, 400, 'id must be a positive integer');
    }
  });

  describe('an update', () => {
    kit.it(
      ['updateSignal.200', 'updateSignal.rules.1'],
      'changes what is sent, and the rest stays',
      async () => {
        const tenant = await kit.tenant();
        const { signal_id } = await newSignal(kit, tenant, {
          snippet: 'old',
          source_ref: 'r',
          urgency_score: 0.1,
        });
        kit.clock.advance(1);
        const changes = { snippet: 'new', urgency_score: 0.9, owner_user_id: 8, cluster_id: 12 };
        const signal = await updated(kit, tenant, signal_id, { ...changes, source_ref: null, colour: 'red' });
        expect(signal).toMatchObject({ ...changes, source_ref: 'r', source_type: 'email' });
        expect(signal.updated_at > signal.created_at).toBe(true);
        expect(await readSignal(kit, tenant, signal_id)).toEqual(signal);
      },
    );

    it('of client or contact leads to their cluster, unless one is named', async () => {
      const tenant = await kit.tenant();
      await newSignal(kit, tenant, { client_id: 1 });
      const { signal_id } = await newSignal(kit, tenant, { contact_id: 1 });
      expect(await updated(kit, tenant, signal_id, { snippet: 'same' })).toMatchObject({ cluster_id: 2 });
      expect(await updated(kit, tenant, signal_id, { client_id: 1 })).toMatchObject({ cluster_id: 1 });
      const named = await updated(kit, tenant, signal_id, { client_id: 2, cluster_id: 9 });
      expect(named).toMatchObject({ client_id: 2, cluster_id: 9 });
    });

    kit.it(
      'updateSignal.400',
      'of nothing that is known, or to what is not acceptable, is refused',
      async () => {
        const tenant = await kit.tenant();
        const { signal_id } = await newSignal(kit, tenant);
        const before = await readSignal(kit, tenant, signal_id);
        for (const body of [{}, { colour: 'red' }, { contact_email: 'a@x.com' }, { snippet: null }]) {
          const nothing = 'Nothing that is known is to be changed';
          expectFlat(await update(kit, tenant, signal_id, body), 400, nothing);
        }
        const refused = {
          source_type: ['', 'x'.repeat(41), 1],
          source_ref: ['x'.repeat(257)],
          snippet: ['x'.repeat(1001)],
          problem_phrase: ['x'.repeat(1001)],
          solution_hint: ['x'.repeat(1001)],
          urgency_score: [-0.1, 1.1, 'high'],
          contact_id: [0, '1'],
          cluster_id: [0, 1.5],
        };
        for (const [member, values] of Object.entries(refused)) {
          for (const value of values) {
            const complaint = expect.stringMatching(new RegExp(`^${member} `)) as string;
            expectFlat(await update(kit, tenant, signal_id, { [member]: value }), 400, complaint);
          }
        }
        expect(await readSignal(kit, tenant, signal_id)).toEqual(before);
      },
    );
  });

  kit.it('deleteSignal.200', 'a deleted signal is gone; the candidate that came from it stays', async () => {
    const tenant = await kit.tenant();
    const { signal_id } = await newSignal(kit, tenant);
    const { candidate_id } = await newCandidate(kit, tenant, { signal_id });
    const answer = await kit.as(tenant, 'deleteSignal', onRecord(tenant, signal_id));
    expect(bare(answer, 'deleteSignal')).toEqual({ deleted: 1 });
    for (const id of ['getSignal', 'deleteSignal']) {
      expectFlat(await kit.as(tenant, id, onRecord(tenant, signal_id)), 404, 'Signal not found');
    }
    expect((await kit.as(tenant, 'getCandidate', onRecord(tenant, candidate_id))).status).toBe(200);
    expect((await newSignal(kit, tenant)).signal_id).toBe(signal_id + 1);
  });
});
