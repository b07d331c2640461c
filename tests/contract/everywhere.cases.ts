/** What the contract says of all endpoints at once. */
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { call } from './harness/call';
import { endpointIds, isMap, locate, namesObject } from './harness/data';
import { settingsForEveryEndpoint } from './harness/every-endpoint';
import { expectError, expectFlat, expectInvalid, expectSuccess } from './harness/expect';
import { goalIn, newGoal } from './harness/goals';
import { contract, type Kit, signedIn } from './harness/kit';
import { notFoundCode } from './harness/not-found';
import { sample } from './harness/samples';

const TRACTION = endpointIds().filter((id) => locate(id).service.service === 'traction');
const BASES = ['/account/api/v1', '/traction/api/v1', '/coaching/api/v1'];

/** Every member of several words, with its path, whose twin is missing or differs. */
function untwinned(value: unknown, place = 'body'): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => untwinned(item, `${place}[${index}]`));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const twin = /[A-Z]/.test(name)
      ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      : name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const own = twin in value ? [] : [`${place}.${name}`];
    return [...own, ...untwinned(member, `${place}.${name}`)];
  });
}

/** What is missing where the body names something of another tenant. */
const NAMED_IN_BODY: Readonly<Record<string, string>> = {
  checkAlignment: 'GOAL_NOT_FOUND',
  syncKpiUpdate: 'ACTION_NOT_FOUND',
};

const settings = settingsForEveryEndpoint();
settings['LEGACY_PORTS'] = 'on';

contract(
  'everywhere',
  (kit) => {
    describe('the order of checks', () => {
      kit.it(
        'common.settled.order',
        'is token, tenant, form, object of the path, rules of the domain',
        async () => {
          const [tenant, other] = [await kit.tenant(), await kit.tenant()];
          const { id } = await goalIn(kit, tenant, 'completed');
          const wrong = { params: { id: 'x' }, body: { finalStatus: 'done' } };
          const headers = { 'x-tenant-id': other.tenantId };
          expectError(await kit.anonymous('closeGoal', { ...wrong, headers }), 401, 'UNAUTHORIZED');
          expectError(await kit.as(tenant, 'closeGoal', { ...wrong, headers }), 403, 'FORBIDDEN');
          expectInvalid(await kit.as(tenant, 'closeGoal', wrong), 'finalStatus');
          const body = { finalStatus: 'cancelled' };
          expectError(
            await kit.as(tenant, 'closeGoal', { params: { id: 'x' }, body }),
            404,
            'GOAL_NOT_FOUND',
          );
          const answer = await kit.as(tenant, 'closeGoal', { params: { id }, body });
          expectError(answer, 400, 'INVALID_STATUS_TRANSITION');
        },
      );

      it('looks for the object of the path before the objects that the request names', async () => {
        const tenant = await kit.tenant();
        const strategyOrders = [{ strategyId: 'y', newOrder: 1 }];
        const run = (goalId: string): ReturnType<Kit['as']> =>
          kit.as(tenant, 'reorderStrategies', { params: { goalId }, body: { strategyOrders } });
        expectError(await run('x'), 404, 'GOAL_NOT_FOUND');
        expectError(await run((await newGoal(kit, tenant)).id), 404, 'STRATEGY_NOT_FOUND');
      });

      it('is the same for broken JSON: whoever may not call learns nothing of it', async () => {
        const tenant = await kit.tenant();
        const broken = { raw: '{"title": ' };
        expectError(await kit.anonymous('createGoal', broken), 401, 'UNAUTHORIZED');
        const { status, body } = await kit.as(tenant, 'createGoal', broken);
        expect([400, 422]).toContain(status);
        expect(body).toMatchObject({ success: false, code: 'VALIDATION_ERROR' });
      });
    });

    describe('tenants', () => {
      kit.it(
        ['common.settled.tenant', 'traction.conventions.tenancy'],
        'see nothing of one another, by whatever endpoint',
        async () => {
          const [owner, stranger] = [await kit.tenant(), await kit.tenant()];
          for (const id of TRACTION) {
            const request = await sample(kit, id, owner);
            const answer = await kit.as(stranger, id, request);
            const named = NAMED_IN_BODY[id];
            if (request.params && !namesObject(locate(id).endpoint)) expectError(answer, 403, 'FORBIDDEN');
            else if (named) expectError(answer, 404, named);
            else if (request.params) expectError(answer, 404, notFoundCode(id));
            else expect(answer.status).toBe(locate(id).endpoint.status);
          }
          expect((await kit.as(stranger, 'listGoals')).body).toMatchObject({
            data: [{ title: 'Grow revenue' }],
          });
        },
      );
    });

    describe('an error', () => {
      kit.it(
        [
          'common.settled.code',
          'common.envelopes.error.1',
          'common.envelopes.error.3',
          'traction.conventions.error',
        ],
        'of an unknown route has the form of the service whose path it is',
        async () => {
          for (const base of BASES) {
            expectError(await kit.send(`${base}/no/such/route`, 'GET'), 404, 'RESOURCE_NOT_FOUND');
          }
          const flat = await kit.send('/api/workstream/no/such/route', 'GET');
          expect(Object.keys(flat.body as object).sort()).toEqual(['error', 'status']);
          expectError(await kit.send('/no/such/route', 'GET'), 404, 'RESOURCE_NOT_FOUND');
        },
      );

      it('of a tenant header has the form of the service whose path it is', async () => {
        const tenant = await kit.tenant();
        const headers = { 'x-tenant-id': 'another' };
        expectError(await kit.as(tenant, 'getUserProfile', { headers }), 403, 'FORBIDDEN');
        expectError(await kit.as(tenant, 'listGoals', { headers }), 403, 'FORBIDDEN');
        const flat = await kit.as(tenant, 'getWorkstreamStats', { headers });
        expectFlat(flat, 403, 'org_id does not belong to the tenant');
      });

      kit.it(
        'common.envelopes.error.2',
        'of the form lists its fields for clients of both ages',
        async () => {
          const tenant = await kit.tenant();
          expectInvalid(await kit.as(tenant, 'createGoal', { body: {} }), 'title');
          expectInvalid(await kit.anonymous('login', { body: {} }), 'email', 'password');
        },
      );

      it('of Traction carries the members of its details in both spellings', async () => {
        const tenant = await kit.tenant();
        const { id } = await goalIn(kit, tenant, 'completed');
        const answers = [
          await kit.as(tenant, 'getGoal', { params: { id: 'x' } }),
          await kit.as(tenant, 'pauseGoal', { params: { id } }),
        ];
        for (const { body } of answers) {
          const { details } = body as { details?: unknown };
          expect(untwinned(details, 'details')).toEqual([]);
        }
      });
    });

    describe('the request', () => {
      kit.it('common.settled.members', 'may carry members that nobody knows, and may be empty', async () => {
        const tenant = await kit.tenant();
        const { email, password } = tenant;
        const body = { email, password, rememberMe: true };
        expectSuccess(await kit.anonymous('login', { body }), 'login');
        const { id } = await newGoal(kit, tenant);
        expectSuccess(await kit.as(tenant, 'updateGoal', { params: { id }, raw: '' }), 'updateGoal');
        expectInvalid(await kit.as(tenant, 'createGoal', { raw: '' }), 'title');
      });

      it('is JSON in any character set that it names', async () => {
        const tenant = await kit.tenant();
        const headers = { 'content-type': 'application/json; charset=utf-8' };
        expectSuccess(
          await kit.as(tenant, 'createGoal', { headers, body: { title: 'Ünïcode' } }),
          'createGoal',
        );
      });

      kit.it(
        ['common.settled.wellFormed', 'traction.conventions.ids'],
        'may name any id that is not empty: what is unknown is 404 and never 400',
        async () => {
          const tenant = await kit.tenant();
          for (const id of TRACTION.filter((name) => namesObject(locate(name).endpoint))) {
            const request = await sample(kit, id, tenant);
            const params = Object.fromEntries(Object.keys(request.params ?? {}).map((name) => [name, '§ 1']));
            expectError(await kit.as(tenant, id, { ...request, params }), 404, notFoundCode(id));
          }
        },
      );

      kit.it(
        ['common.routing.colon', 'traction.conventions.colonSuffixes'],
        'ends its id at the colon: another verb is another route',
        async () => {
          const tenant = await kit.tenant();
          const { id } = await newGoal(kit, tenant);
          for (const path of [`/goals/${id}:celebrate`, `/goals/${id}:activate:pause`, `/goals/${id}:`]) {
            const answer = await kit.as(tenant, 'activateGoal', { path });
            expectError(answer, 404, 'RESOURCE_NOT_FOUND');
          }
          expectSuccess(
            await kit.as(tenant, 'activateGoal', { path: `/goals/${id}%3Aactivate` }),
            'activateGoal',
          );
        },
      );

      kit.it(
        'traction.conventions.success',
        'is answered in the envelope, or with success alone',
        async () => {
          const tenant = await kit.tenant();
          const streams = ['subscribeGoalActivity', 'subscribeTenant'];
          for (const id of TRACTION.filter((name) => !streams.includes(name))) {
            const { body } = await kit.as(tenant, id, await sample(kit, id, tenant));
            const members = JSON.stringify(locate(id).endpoint.response).includes('data')
              ? ['data', 'success']
              : ['success'];
            expect(Object.keys(body as object).sort()).toEqual(members);
          }
        },
      );
    });

    describe('the legacy port of a service', () => {
      kit.it(
        ['common.routing.legacyPort', 'traction.conventions.mount'],
        'answers every endpoint at the root and under the base path',
        async () => {
          for (const { service: name, app } of kit.house.house.legacy) {
            const port = await listening(app);
            for (const id of endpointIds().filter((one) => locate(one).service.service === name)) {
              for (const base of ['', locate(id).service.basePath]) {
                const tenant = await kit.tenant();
                const request = await sample(kit, id, tenant);
                const headers = { ...signedIn(tenant), ...request.headers };
                const root = `http://127.0.0.1:${port}${base}`;
                const answer = await call('', id, { ...request, headers, root });
                expect({ id, base, status: answer.status }).toEqual({
                  id,
                  base,
                  status: locate(id).endpoint.status,
                });
              }
            }
          }
        },
      );

      it('is there for account, coaching and traction, not for Workstream', () => {
        const ports = kit.house.house.legacy.map(({ service, port }) => [service, port]);
        expect(ports).toEqual(
          expect.arrayContaining([
            ['account', 8001],
            ['coaching', 8000],
            ['traction', 8002],
          ]),
        );
        expect(ports.map(([service]) => service)).not.toContain('workstream');
      });

      it('answers no other service', async () => {
        const account = kit.house.house.legacy.find(({ service }) => service === 'account');
        const port = await listening(account?.app as FastifyInstance);
        const tenant = await kit.tenant();
        for (const root of ['', '/traction/api/v1']) {
          const answer = await call('', 'listGoals', {
            headers: signedIn(tenant),
            root: `http://127.0.0.1:${port}${root}`,
          });
          expect(answer.status).toBe(404);
        }
      });
    });
  },
  { env: settings },
);

async function listening(app: FastifyInstance): Promise<number> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}
