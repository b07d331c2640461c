/** What the contract says of all endpoints of Coaching. */
import { builtinModel } from '../../../subgraphs/coaching/model/builtin';
import { assess, suggest } from '../harness/coaching';
import { endpointIds, locate } from '../harness/data';
import { expectError } from '../harness/expect';
import { contract } from '../harness/kit';
import { BUSINESS, sample } from '../harness/samples';

const COACHING = endpointIds().filter((id) => locate(id).service.service === 'coaching');
const EXACTLY = { success: false, error: expect.stringMatching(/\S/) as string };

contract('coaching/common', (kit) => {
  afterEach(() => jest.restoreAllMocks());

  kit.it(
    [
      'coaching.commonErrors.authUser.1',
      'coaching.commonErrors.authUser.2',
      'coaching.open.headers',
      'coaching.open.codesBeyond',
    ],
    'whoever may not call is refused before the body is looked at',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      for (const id of COACHING) {
        const broken = { raw: '{"goalIntent": ' };
        expectError(await kit.anonymous(id, broken), 401, 'UNAUTHORIZED');
        const headers = { 'x-tenant-id': other.tenantId };
        expectError(await kit.as(tenant, id, { ...broken, headers }), 403, 'FORBIDDEN');
      }
    },
  );

  kit.it(
    ['coaching.commonErrors.withBody.1', 'coaching.open.limits'],
    'texts have at most 5000 characters and lists 1000 entries, border included',
    async () => {
      const tenant = await kit.tenant();
      const text = (length: number): string => 'x'.repeat(length);
      for (const id of COACHING) {
        const { body } = (await sample(kit, id, tenant)) as { body: object };
        const longest = await kit.as(tenant, id, { body: { ...body, goalIntent: text(5000) } });
        expect(longest.status).toBe(200);
        const longer = await kit.as(tenant, id, { body: { ...body, goalIntent: text(5001) } });
        expect(expectError(longer, 422, 'VALIDATION_ERROR').errors).toHaveProperty('goalIntent');
      }
      const strategies = Array.from({ length: 1001 }, () => 'a');
      const body = { goalIntent: 'Grow', strategies, businessFoundation: BUSINESS };
      const answer = await kit.as(tenant, 'assessAlignment', { body });
      expect(expectError(answer, 422, 'VALIDATION_ERROR').errors).toHaveProperty('strategies');
      await assess(kit, tenant, { ...body, strategies: strategies.slice(1) });
    },
  );

  kit.it(
    ['coaching.commonErrors.withBody.2', 'coaching.open.statusPerCode'],
    'a body that is not JSON is 400, what is wrong in it 422',
    async () => {
      const tenant = await kit.tenant();
      for (const id of COACHING) {
        expectError(await kit.as(tenant, id, { raw: '{"goalIntent": ' }), 400, 'VALIDATION_ERROR');
        expectError(await kit.as(tenant, id, { body: {} }), 422, 'INVALID_GOAL_DATA');
        expectError(await kit.as(tenant, id, { body: { goalIntent: ' ' } }), 422, 'INSUFFICIENT_CONTEXT');
      }
    },
  );

  kit.it('coaching.commonErrors.any.2', 'an unexpected failure says nothing of what is inside', async () => {
    const tenant = await kit.tenant();
    jest.spyOn(builtinModel, 'suggestStrategies').mockRejectedValueOnce(new Error('table 7 is gone'));
    const answer = await kit.as(tenant, 'suggestStrategies', await sample(kit, 'suggestStrategies', tenant));
    expectError(answer, 500, 'INTERNAL_SERVER_ERROR');
    expect(answer.body).toEqual({ ...EXACTLY, code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(answer.body)).not.toContain('table 7');
  });

  kit.it(
    'coaching.commonErrors.any.3',
    'a service that it reads from and that does not answer is told; who does not need it is served',
    async () => {
      await kit.elsewhere({}, async (house) => {
        const tenant = await house.tenant();
        await house.house.house.stopSubgraph('account');
        const body = { goalIntent: 'Grow' };
        expectError(await house.as(tenant, 'assessAlignment', { body }), 503, 'SERVICE_UNAVAILABLE');
        await suggest(house, tenant, body);
      });
    },
  );

  kit.it(
    ['coaching.open.confidence', 'coaching.open.honesty'],
    'headers name the engine and its confidence, and the same question gets the same answer',
    async () => {
      const tenant = await kit.tenant();
      for (const id of COACHING) {
        const request = await sample(kit, id, tenant);
        const [first, again] = [await kit.as(tenant, id, request), await kit.as(tenant, id, request)];
        expect(first.headers.get('x-coaching-engine')).toBe('builtin');
        const confidence = Number(first.headers.get('x-coaching-confidence') ?? NaN);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(0.6);
        expect(again.body).toEqual(first.body);
        expect(again.headers.get('x-coaching-confidence')).toBe(first.headers.get('x-coaching-confidence'));
      }
    },
  );

  kit.it(
    'coaching.open.mountedPath',
    'every path answers below the base path with and without /api',
    async () => {
      const tenant = await kit.tenant();
      for (const id of COACHING) {
        const { endpoint, service } = locate(id);
        const request = await sample(kit, id, tenant);
        for (const path of [endpoint.path, endpoint.path.replace('/api', '')]) {
          expect(`${service.basePath}${path}`).toMatch(/^\/coaching\/api\/v1(\/api)?\/coaching\//);
          expect((await kit.as(tenant, id, { ...request, path })).status).toBe(200);
        }
      }
    },
  );
});
