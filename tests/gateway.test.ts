/** The gateway's doors beside REST: GraphQL over HTTP, identity, CORS, request ids, health. */
import { graphql } from './support/graphql';
import { startTestHouse, type TestHouse, type TestTenant } from './support/house';

let house: TestHouse;
let tenant: TestTenant;

beforeAll(async () => {
  house = await startTestHouse();
  tenant = await house.newTenant();
});

afterAll(() => house.stop());

const QUERY = '{ viewer { email } }';
const MODERN = 'application/graphql-response+json';

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant.token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const listed = ({ headers }: Response, name: string): readonly string[] =>
  (headers.get(name) ?? '').split(',').map((item) => item.trim());

describe('GraphQL over HTTP', () => {
  it('answers queries by POST and by GET, in the media type that the client asks for', async () => {
    const byPost = await post({ query: QUERY }, { accept: MODERN });
    expect(byPost.status).toBe(200);
    expect(byPost.headers.get('content-type')).toBe(`${MODERN}; charset=utf-8`);
    const byGet = await fetch(`${house.url}/graphql?query=${encodeURIComponent(QUERY)}`, {
      headers: { authorization: `Bearer ${tenant.token}`, accept: 'application/json' },
    });
    expect(byGet.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await byGet.json()).toEqual(await byPost.json());
  });

  it('refuses a mutation by GET and names the method to use', async () => {
    const mutation = 'mutation { signOut(input: { refreshToken: "x" }) { signedOut } }';
    const response = await fetch(`${house.url}/graphql?query=${encodeURIComponent(mutation)}`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('refuses %s and names the methods to use', async (method) => {
    const response = await fetch(`${house.url}/graphql`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  it('refuses a parameter that is given twice: it is not for the server to choose one', async () => {
    const query = encodeURIComponent(QUERY);
    const response = await fetch(`${house.url}/graphql?query=${query}&query=${query}`);
    expect(response.status).toBe(400);
  });

  it.each([
    ['no query', {}],
    ['a query that is no text', { query: 7 }],
    ['variables that are no object', { query: QUERY, variables: [1] }],
    ['a list of requests', [{ query: QUERY }]],
    ['no JSON', '{"query":'],
  ])('answers 400 for %s, whatever media type', async (_case, body) => {
    for (const accept of [MODERN, 'application/json']) {
      const response = await post(body, { accept });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
  });

  it('tells faults of a document with their place; 400 for clients of the new media type, 200 for older ones', async () => {
    const query = '{ viewer { shoeSize } }';
    const modern = await post({ query }, { accept: MODERN });
    expect(modern.status).toBe(400);
    const body = await modern.json();
    expect(body).toMatchObject({
      errors: [{ locations: [{ line: 1, column: 12 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    expect(body).not.toHaveProperty('data');
    expect((await post({ query }, { accept: 'application/json' })).status).toBe(200);
    expect((await post({ query: '{' }, { accept: MODERN })).status).toBe(400);
  });

  it('answers 415 for a body that is not JSON and 406 for a client that takes neither type', async () => {
    expect((await post('query', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ query: QUERY }, { accept: 'text/html' })).status).toBe(406);
  });

  it('refuses the hidden argument of a mutation: facts come from the graph, never from a client', async () => {
    const query =
      'mutation { checkGoalAlignment(input: { goalId: "x" }, facts: null) { alignment { score } } }';
    const body = await (await post({ query }, { accept: MODERN })).json();
    expect(body).toMatchObject({ errors: [{ message: expect.stringContaining('"facts"') }] });
  });

  it('answers introspection, without what is hidden', async () => {
    const { data } = await graphql<{ __schema: { types: { name: string }[] } }>(
      house.url,
      '{ __schema { types { name } } }',
    );
    const names = data?.__schema.types.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['Goal', 'User', 'Alignment', 'WorkstreamStats']));
    expect(names).not.toContain('AlignmentFacts');
  });
});

describe('identity', () => {
  it('without a token, fields that need one say so and public ones answer', async () => {
    const { errors } = await graphql(house.url, QUERY);
    expect(errors).toMatchObject([{ path: ['viewer'], extensions: { code: 'UNAUTHORIZED' } }]);
    const signOut = 'mutation { signOut(input: { refreshToken: "unknown" }) { signedOut } }';
    expect(await graphql(house.url, signOut)).toEqual({ data: { signOut: { signedOut: true } } });
  });

  it('a token that is not valid is 401, one that X-Tenant-Id contradicts is 403', async () => {
    expect((await post({ query: QUERY }, { authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await post({ query: QUERY }, { 'x-tenant-id': 'another' })).status).toBe(403);
    expect((await post({ query: QUERY }, { 'x-tenant-id': tenant.tenantId })).status).toBe(200);
  });

  it('another tenant sees nothing of this one in the graph', async () => {
    const create = 'mutation { createGoal(input: { title: "Mine" }) { goal { id } } }';
    const created = await graphql<{ createGoal: { goal: { id: string } } }>(
      house.url,
      create,
      {},
      tenant.token,
    );
    const id = created.data?.createGoal.goal.id;
    const other = await house.newTenant();
    const query =
      'query ($id: ID!, $user: ID!) { goal(id: $id) { id } user(id: $user) { id } goals { totalCount } }';
    expect(await graphql(house.url, query, { id, user: tenant.userId }, other.token)).toEqual({
      data: { goal: null, user: null, goals: { totalCount: 0 } },
    });
  });

  it('publishes keys that verify its tokens, and nothing secret', async () => {
    const { keys } = (await (await fetch(`${house.url}/.well-known/jwks.json`)).json()) as { keys: object[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.any(String),
      kid: expect.any(String),
    });
    expect(keys[0]).not.toHaveProperty('d');
  });
});

describe('the server', () => {
  it('lets browsers call from other origins with the headers of the contract', async () => {
    const response = await fetch(`${house.url}/traction/api/v1/goals`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,x-tenant-id,idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(listed(response, 'access-control-allow-methods')).toEqual(
      expect.arrayContaining(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
    );
    expect(listed(response, 'access-control-allow-headers')).toEqual(
      expect.arrayContaining([
        'Authorization',
        'X-Tenant-Id',
        'X-Frontend-Base-Url',
        'X-E2E-Test',
        'Content-Type',
        'If-Match',
        'If-None-Match',
        'Last-Event-ID',
        'Idempotency-Key',
      ]),
    );
  });

  it('lets browsers on other origins read the headers of the contract, of refusals, too', async () => {
    for (const path of ['/health', '/traction/api/v1/goals', '/traction/api/v1/nothing']) {
      const response = await fetch(`${house.url}${path}`, { headers: { origin: 'https://app.example' } });
      expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
      expect(listed(response, 'access-control-expose-headers')).toEqual(
        expect.arrayContaining([
          'ETag',
          'Location',
          'Content-Disposition',
          'Retry-After',
          'Deprecation',
          'X-Coaching-Engine',
          'X-Coaching-Confidence',
        ]),
      );
    }
  });

  it('gives every answer a request id, the caller’s own where it is well formed', async () => {
    const own = await fetch(`${house.url}/health`, { headers: { 'x-request-id': 'trace-42' } });
    expect(own.headers.get('x-request-id')).toBe('trace-42');
    const made = await fetch(`${house.url}/health`, { headers: { 'x-request-id': 'no spaces allowed' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says how it is', async () => {
    const health = async (path: string) => (await fetch(`${house.url}${path}`)).json();
    expect(await health('/health')).toMatchObject({
      success: true,
      data: { status: 'Healthy', service: 'PurposePath Gateway' },
    });
    expect(await health('/health/live')).toMatchObject({ success: true, data: { status: 'Alive' } });
    expect(await health('/health/ready')).toMatchObject({ success: true, data: { status: 'Ready' } });
    expect(await health('/health/detailed')).toMatchObject({
      success: true,
      data: {
        status: 'Healthy',
        checks: expect.arrayContaining([expect.objectContaining({ component: 'traction' })]),
      },
    });
  });

  it('answers an address that nobody has with 404 in the common form', async () => {
    const response = await fetch(`${house.url}/nothing/here?access_token=secret`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      success: false,
      error: 'There is nothing at GET /nothing/here',
      code: 'RESOURCE_NOT_FOUND',
    });
  });
});
