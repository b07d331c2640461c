import type { Answer } from '../harness/call';
import { expectFlat, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract, type Kit, type Tenant } from '../harness/kit';
import { signInAgain } from '../harness/people';
import { candidateIn, newCandidate, newSignal } from '../harness/workstream';

const STATS = 'getWorkstreamStats';
const DAY_SECONDS = 24 * 60 * 60;
const EMPTY = { total: 0, recent: 0 };

const stats = (kit: Kit, tenant: Tenant, query?: Record<string, string | number>): Promise<Answer> =>
  kit.as(tenant, STATS, { query });

contract('workstream/statistics', (kit) => {
  rowsOfEveryEndpoint(kit, STATS);

  describe('the statistics', () => {
    kit.it(
      [`${STATS}.200`, `${STATS}.rules.2`, `${STATS}.query.org_id`, 'workstream.conventions.orgScope.1'],
      'have all three keys, with zeros for an empty organisation',
      async () => {
        const tenant = await kit.tenant();
        const answer = await stats(kit, tenant, { org_id: tenant.orgId });
        expectSuccess(answer, STATS, 'WorkstreamStats');
        expect(answer.body).toEqual({ signals: EMPTY, candidates: EMPTY, pursuits: EMPTY });
      },
    );

    kit.it(`${STATS}.rules.1`, 'count as recent what was created within the last seven days', async () => {
      const tenant = await kit.tenant();
      await newSignal(kit, tenant);
      await candidateIn(kit, tenant, 'promoted');
      kit.clock.advance(7 * DAY_SECONDS + 1);
      const later = await signInAgain(kit, tenant);
      await newSignal(kit, later);
      await newSignal(kit, later);
      kit.clock.advance(60);
      const { body } = await stats(kit, later, { org_id: tenant.orgId });
      expect(body).toEqual({
        signals: { total: 3, recent: 2 },
        candidates: { total: 1, recent: 0 },
        pursuits: { total: 1, recent: 0 },
      });
    });

    it('count nothing of another organisation', async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      await newCandidate(kit, tenant);
      const { body } = await stats(kit, other, { org_id: other.orgId });
      expect(body).toEqual({ signals: EMPTY, candidates: EMPTY, pursuits: EMPTY });
    });
  });

  describe('org_id', () => {
    kit.it(
      [`${STATS}.400`, 'workstream.conventions.orgScope.2', 'workstream.errorBodies.badRequest'],
      'is refused when it is missing, zero or no number, with one text and nothing else',
      async () => {
        const tenant = await kit.tenant();
        for (const query of [
          undefined,
          { org_id: '' },
          { org_id: 0 },
          { org_id: 'one' },
          { org_id: '1.5' },
        ]) {
          expectFlat(await stats(kit, tenant, query), 400, 'org_id is required');
        }
      },
    );

    kit.it(
      ['workstream.conventions.orgScope.4', 'workstream.errorBodies.forbidden'],
      "is forbidden when it is not the organisation of the token's tenant",
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        for (const org_id of [other.orgId, 999_999]) {
          expectFlat(await stats(kit, tenant, { org_id }), 403, 'org_id does not belong to the tenant');
        }
      },
    );
  });

  kit.it(
    ['workstream.conventions.orgScope.7', 'workstream.errorBodies.unauthorized'],
    'the token is checked first, then tenant and organisation, then the parameters',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const wrongTenant = { 'x-tenant-id': other.tenantId };
      expectFlat(await kit.anonymous(STATS, { headers: wrongTenant }), 401, 'Unauthorized');
      const contradicting = await kit.as(tenant, STATS, { headers: wrongTenant });
      expectFlat(contradicting, 403, 'org_id does not belong to the tenant');
      expectFlat(await kit.as(tenant, STATS), 400, 'org_id is required');
    },
  );

  it('unknown parameters are ignored', async () => {
    const tenant = await kit.tenant();
    expect((await stats(kit, tenant, { org_id: tenant.orgId, colour: 'red' })).status).toBe(200);
  });

  it('an unknown route below the base path is refused in the form of the service', async () => {
    const answer = await kit.send('/api/workstream/no-such-thing', 'GET');
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 404,
      body: { error: expect.any(String) as string, status: 404 },
    });
  });
});
