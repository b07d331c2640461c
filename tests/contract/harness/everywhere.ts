/** The rows that every endpoint of a kind has, tested with its sample request. */
import type { Answer } from './call';
import { locate, namesObject } from './data';
import { expectError, expectFlat, expectNullData } from './expect';
import { flatRows } from './flat-rows';
import { type Kit, signedIn } from './kit';
import { measureRows } from './measure-rows';
import { idPrefix, notFoundCode } from './not-found';
import { sample } from './samples';

const EXPIRED_SECONDS = 901;

export function rowsOfEveryEndpoint(kit: Kit, ...endpointIds: readonly string[]): void {
  for (const id of endpointIds) {
    describe(`${id}, like every endpoint,`, () => {
      const { endpoint, service } = locate(id);
      if (endpoint.auth === 'public') publicRows(kit, id);
      else userRows(kit, id);
      if (service.service === 'workstream') return flatRows(kit, id);
      if (service.service === 'measures') return measureRows(kit, id);
      if (endpoint.auth === 'user' && namesObject(endpoint)) pathRows(kit, id);
      if (endpoint.path.includes(':')) colonRow(kit, id);
      aliasRows(kit, id);
    });
  }
}

function publicRows(kit: Kit, id: string): void {
  kit.it(`${id}.staleHeaders`, 'answers whatever token and tenant are sent along', async () => {
    const [tenant, other] = [await kit.tenant(), await kit.tenant()];
    const { headers, ...request } = await sample(kit, id, tenant);
    const stale = { authorization: 'Bearer no.such.token', 'x-tenant-id': other.tenantId };
    const answer = await kit.anonymous(id, { ...request, headers: { ...headers, ...stale } });
    expect(answer.status).toBe(locate(id).endpoint.status);
  });
}

interface Refusals {
  readonly expectUnauthorized: (answer: Answer) => void;
  readonly expectForbidden: (answer: Answer) => void;
}

const STANDARD_REFUSALS: Refusals = {
  expectUnauthorized: (answer) => void expectError(answer, 401, 'UNAUTHORIZED'),
  expectForbidden: (answer) => void expectError(answer, 403, 'FORBIDDEN'),
};

const OWN_REFUSALS: Readonly<Record<string, Refusals>> = {
  workstream: {
    expectUnauthorized: (answer) => expectFlat(answer, 401, 'Unauthorized'),
    expectForbidden: (answer) => expectFlat(answer, 403, 'org_id does not belong to the tenant'),
  },
  measures: {
    expectUnauthorized: (answer) => expectNullData(answer, 401, 'Unauthorized'),
    expectForbidden: (answer) => expectNullData(answer, 403, 'Access denied to this Measure'),
  },
};

function userRows(kit: Kit, id: string): void {
  const refusals = OWN_REFUSALS[locate(id).service.service] ?? STANDARD_REFUSALS;
  const { expectUnauthorized, expectForbidden } = refusals;

  kit.it(`${id}.401.missing`, 'refuses callers without an access token', async () => {
    const request = await sample(kit, id, await kit.tenant());
    expectUnauthorized(await kit.anonymous(id, request));
  });

  kit.it(`${id}.401.invalid`, 'refuses what is no access token', async () => {
    const tenant = await kit.tenant();
    const request = await sample(kit, id, tenant);
    for (const authorization of [
      'Bearer no.such.token',
      `Bearer ${tenant.refreshToken}`,
      `Basic ${tenant.token}`,
    ]) {
      expectUnauthorized(await kit.as(tenant, id, { ...request, headers: { authorization } }));
    }
  });

  kit.it(`${id}.401.expired`, 'refuses an expired access token', async () => {
    const tenant = await kit.tenant();
    const request = await sample(kit, id, tenant);
    kit.clock.advance(EXPIRED_SECONDS);
    expectUnauthorized(await kit.as(tenant, id, request));
  });

  kit.it(`${id}.403.tenantHeader`, "refuses an X-Tenant-Id that is not the token's tenant", async () => {
    const [tenant, other] = [await kit.tenant(), await kit.tenant()];
    const request = await sample(kit, id, tenant);
    const answer = await kit.as(tenant, id, { ...request, headers: { 'x-tenant-id': other.tenantId } });
    expectForbidden(answer);
  });

  kit.it(`${id}.tenantHeader`, 'needs no X-Tenant-Id, and takes the right one', async () => {
    const { status } = locate(id).endpoint;
    const tenant = await kit.tenant();
    const { authorization = '' } = signedIn(tenant);
    const bare = await kit.anonymous(id, { ...(await sample(kit, id, tenant)), headers: { authorization } });
    expect(bare.status).toBe(status);
    expect((await kit.as(tenant, id, await sample(kit, id, tenant))).status).toBe(status);
  });
}

function pathRows(kit: Kit, id: string): void {
  const code = notFoundCode(id);

  kit.it(
    `${id}.404.otherTenant`,
    "does not find another tenant's object, and leaves it as it is",
    async () => {
      const [owner, stranger] = [await kit.tenant(), await kit.tenant()];
      const request = await sample(kit, id, owner);
      expectError(await kit.as(stranger, id, request), 404, code);
      expect((await kit.as(owner, id, request)).status).toBe(locate(id).endpoint.status);
    },
  );

  kit.it(`${id}.404.unknown`, 'takes any id for well formed and does not find unknown ones', async () => {
    const tenant = await kit.tenant();
    const request = await sample(kit, id, tenant);
    for (const unknown of UNKNOWN_IDS) {
      const params = replacedFirst(request.params, unknown);
      expectError(await kit.as(tenant, id, { ...request, params }), 404, code);
    }
  });

  kit.it(`${id}.prefixedId`, 'finds an object under its id with the prefix of its kind', async () => {
    const tenant = await kit.tenant();
    const request = await sample(kit, id, tenant);
    const params = Object.fromEntries(
      Object.entries(request.params ?? {}).map(([name, value]) => [name, `${idPrefix(id)}_${value}`]),
    );
    expect((await kit.as(tenant, id, { ...request, params })).status).toBe(locate(id).endpoint.status);
  });
}

const UNKNOWN_IDS = ['x', '0', 'goal_abc123', 'no such id', '00000000-0000-4000-8000-000000000000', 'ü%/'];

/** The parameter that names the outermost object. */
function replacedFirst(params: Readonly<Record<string, string>> = {}, value: string): Record<string, string> {
  const [first = ''] = Object.keys(params);
  return { ...params, [first]: value };
}

function colonRow(kit: Kit, id: string): void {
  kit.it(`${id}.colon`, 'answers when the colon of its path is percent-encoded', async () => {
    const { endpoint } = locate(id);
    for (const colon of ['%3A', '%3a']) {
      const tenant = await kit.tenant();
      const request = await sample(kit, id, tenant);
      const answer = await kit.as(tenant, id, { ...request, path: endpoint.path.replace(':', colon) });
      expect(answer.status).toBe(endpoint.status);
    }
  });
}

function aliasRows(kit: Kit, id: string): void {
  for (const [index, path] of (locate(id).endpoint.aliases ?? []).entries()) {
    kit.it(`${id}.alias.${index + 1}`, `answers the same under ${path}`, async () => {
      const tenant = await kit.tenant();
      const request = await sample(kit, id, tenant);
      if (locate(id).endpoint.method !== 'GET') {
        // `call` holds the answer against openapi.json.
        expect((await kit.as(tenant, id, { ...request, path })).status).toBe(locate(id).endpoint.status);
        return;
      }
      const [documented, alias] = [
        await kit.as(tenant, id, request),
        await kit.as(tenant, id, { ...request, path }),
      ];
      expect({ status: alias.status, body: alias.body }).toEqual({
        status: locate(id).endpoint.status,
        body: documented.body,
      });
    });
  }
}
