/** `Idempotency-Key` at every POST endpoint of the contract, with its sample request. */
import type { Answer, CallOptions } from './harness/call';
import { endpointIds, isMap, locate } from './harness/data';
import { settingsForEveryEndpoint } from './harness/every-endpoint';
import { expectError, expectInvalid } from './harness/expect';
import { contract, type Kit, type Tenant } from './harness/kit';
import { signInAgain } from './harness/people';
import { sample } from './harness/samples';

const DAY_SECONDS = 24 * 60 * 60;
const RULE = 'common.additive.idempotency';

const POSTS = endpointIds().filter((id) => locate(id).endpoint.method === 'POST');
const FOR_USERS = POSTS.filter((id) => locate(id).endpoint.auth !== 'public');
const PUBLIC = POSTS.filter((id) => locate(id).endpoint.auth === 'public');

const keyed = (request: CallOptions, key = 'one key for all'): CallOptions => ({
  ...request,
  headers: { ...request.headers, 'idempotency-key': key },
});

/** The same with one member more, which no endpoint knows. */
const changed = (request: CallOptions): CallOptions => ({
  ...request,
  body: { ...(isMap(request.body) ? request.body : {}), somethingElse: true },
});

/** An answer without what is of its own moment. */
const shown = ({ status, headers, body }: Answer): unknown => {
  const { date: _date, 'x-request-id': _id, ...lasting } = Object.fromEntries(headers);
  return { status, headers: lasting, body };
};

/** The rows that an endpoint answers for: its service may have one of its own. */
const rowsFor = (id: string): string[] =>
  locate(id).service.service === 'workstream' ? [RULE, 'workstream.conventions.requests.3'] : [RULE];

const goalTitles = async (kit: Kit, tenant: Tenant): Promise<unknown> => {
  const { body } = await kit.as(tenant, 'listGoals');
  return (body as { data: { title: string }[] }).data.map(({ title }) => title);
};

const env = settingsForEveryEndpoint();

contract(
  'idempotency',
  (kit) => {
    for (const id of POSTS) {
      kit.it(rowsFor(id), `${id} answers alike when it is repeated under its key`, async () => {
        const tenant = await kit.tenant();
        const request = keyed(await sample(kit, id, tenant));
        const first = await kit.as(tenant, id, request);
        expect(first.status).toBe(locate(id).endpoint.status);
        kit.clock.advance(1);
        expect(shown(await kit.as(tenant, id, request))).toEqual(shown(first));
      });
    }

    for (const id of FOR_USERS) {
      kit.it(rowsFor(id), `${id} refuses another body under a key that was used`, async () => {
        const tenant = await kit.tenant();
        const request = keyed(await sample(kit, id, tenant));
        await kit.as(tenant, id, request);
        const { status, body } = await kit.as(tenant, id, changed(request));
        const error = expect.stringContaining('Idempotency-Key') as string;
        expect({ status, body }).toEqual({
          status: 422,
          body: expect.objectContaining({ error }) as unknown,
        });
      });
    }

    it.each(PUBLIC)('%s tells a stranger with the same key and another body nothing', async (id) => {
      const tenant = await kit.tenant();
      const request = await sample(kit, id, tenant);
      await kit.anonymous(id, keyed(request));
      const [body, key] = [{}, 'a key that nobody has used'];
      const [used, unused] = [
        await kit.anonymous(id, keyed({ ...request, body })),
        await kit.anonymous(id, keyed({ ...request, body }, key)),
      ];
      expect(shown(used)).toEqual(shown(unused));
    });

    it('writes once, for 24 hours, and names the header in the form of the service', async () => {
      const tenant = await kit.tenant();
      const request = keyed({ body: { title: 'Grow' } });
      await kit.as(tenant, 'createGoal', request);
      await kit.as(tenant, 'createGoal', request);
      expect(await goalTitles(kit, tenant)).toEqual(['Grow']);
      expectInvalid(await kit.as(tenant, 'createGoal', changed(request)), 'Idempotency-Key');
      kit.clock.advance(DAY_SECONDS);
      const later = await signInAgain(kit, tenant);
      expect((await kit.as(later, 'createGoal', changed(request))).status).toBe(
        locate('createGoal').endpoint.status,
      );
      expect(await goalTitles(kit, later)).toEqual(['Grow', 'Grow']);
    });

    it('is asked for after token and tenant, and ignored where a method is safe to repeat', async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const request = keyed({ body: { title: 'Grow' } }, 'x'.repeat(256));
      expectError(await kit.anonymous('createGoal', request), 401, 'UNAUTHORIZED');
      const headers = { ...request.headers, 'x-tenant-id': other.tenantId };
      expectError(await kit.as(tenant, 'createGoal', { ...request, headers }), 403, 'FORBIDDEN');
      expectInvalid(await kit.as(tenant, 'createGoal', request), 'Idempotency-Key');
      for (const id of ['listGoals', 'getUserProfile', 'getWorkstreamStats']) {
        const { status } = await kit.as(tenant, id, keyed(await sample(kit, id, tenant), 'x'.repeat(256)));
        expect({ id, status }).toEqual({ id, status: 200 });
      }
    });
  },
  { env },
);
