import { rewriteColons } from './index';
import { type Answer, compile, serve, type Served, SERVICE } from './testing/kit';

const DOCUMENTS = `
query Get($id: ID!) @rest(method: GET, path: "/books/{id}", aliases: ["/book/{id}"], pick: ["book"]) { book(id: $id) { id title } }
query Stats @rest(method: GET, path: "/books/stats", pick: ["stock"]) { stock(orgId: 1) { total } }
mutation Change($body: ChangeBookInput!) @rest(method: PUT, path: "/shelves/{shelfId}/books/{id}", envelope: SUCCESS) {
  changeBook(input: $body) { book { id } } }
mutation Remove($id: ID!) @rest(method: POST, path: "/books/{id}:remove", envelope: SUCCESS) {
  removeBook(input: { id: $id }) { removedId } }
mutation Add($body: AddBookInput!) @rest(method: POST, path: "/books:add", envelope: SUCCESS) {
  addBook(input: $body) { book { id } } }
query Hours($day: String) @rest(method: GET, path: "/hours", pick: ["openingHours"]) { openingHours(day: $day) }
`;

const FLAT = 'extend schema @service(name: "flat", basePath: "/flat", errors: FLAT, invalidStatus: 400)';
const FLAT_DOCUMENTS = DOCUMENTS.replaceAll(/(query|mutation) (\w+)/g, '$1 Flat$2');

const both = (): Served =>
  serve({
    'shop/books.graphql': DOCUMENTS,
    'flat/service.graphql': FLAT,
    'flat/books.graphql': FLAT_DOCUMENTS,
  });

/** Any request, of which nothing is taken for granted. */
async function raw(
  { app }: Served,
  method: string,
  url: string,
  payload?: string,
  headers: Record<string, string> = {},
): Promise<Pick<Answer, 'status' | 'headers' | 'body' | 'text'>> {
  const response = await app.inject({
    method: method as 'GET',
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: { authorization: 'Bearer good', ...headers },
  });
  const text = response.payload;
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('routes', () => {
  it('answer JSON in UTF-8, under the path and its aliases, literal segments first', async () => {
    const served = serve(DOCUMENTS);
    for (const url of ['/books/b1', '/book/b1']) {
      expect(await served.call('GET', url)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: { success: true, data: { id: 'b1', title: 'Mosses' } },
      });
    }
    expect((await served.call('GET', '/books/stats')).body).toEqual({ success: true, data: { total: 7 } });
  });

  it('end in verbs after a colon, plain or escaped, which are no part of a parameter', async () => {
    const served = serve(DOCUMENTS);
    for (const url of ['/books/b7:remove', '/books/b7%3Aremove', '/books/b7%3aremove']) {
      expect(await served.call('POST', url)).toMatchObject({ status: 200, body: { success: true } });
      expect(served.calls.at(-1)).toEqual({ field: 'removeBook', args: { input: { id: 'b7' } } });
    }
    expect(await served.call('POST', '/books%3Aadd', { title: 'T' })).toMatchObject({ status: 200 });
    expect(await served.call('GET', '/books/b7:burn')).toMatchObject({ status: 404 });
    expect(await served.call('GET', '/books/b7:remove')).toMatchObject({ status: 405 });
  });

  it('keep colons of the query as they are', () => {
    expect(rewriteColons('/a%3Ab?c=%3A')).toBe('/a:b?c=%3A');
    expect(rewriteColons('/a%3Ab%3ac')).toBe('/a:b:c');
  });

  it('answer HEAD where they answer GET', async () => {
    const served = serve(DOCUMENTS);
    const get = await served.call('GET', '/books/b1');
    const head = await served.call('HEAD', '/books/b1');
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  it('hand the id of a request on to the subgraphs', async () => {
    const served = serve(DOCUMENTS);
    await served.call('GET', '/books/b1');
    const [request] = served.graph.requests;
    expect(request?.context.headers).toEqual({
      authorization: 'Bearer good',
      'x-request-id': expect.any(String) as string,
    });
  });
});

describe('a legacy mount', () => {
  it('serves one service at the root and under its base path', async () => {
    const files = {
      'shop/books.graphql': DOCUMENTS,
      'flat/service.graphql': FLAT,
      'flat/books.graphql': FLAT_DOCUMENTS,
    };
    const served = serve(files, { legacy: 'shop' });
    expect(await raw(served, 'GET', '/books/b1')).toMatchObject({ status: 200 });
    expect(await raw(served, 'GET', '/shop/api/v1/books/b1')).toMatchObject({ status: 200 });
    expect(await raw(served, 'GET', '/flat/books/b1')).toMatchObject({
      status: 404,
      body: { success: false, code: 'RESOURCE_NOT_FOUND', error: 'no such route: GET /flat/books/b1' },
    });
  });

  it('is told by the service', () => {
    const { api } = compile({ 'shop/service.graphql': SERVICE });
    expect(api.services).toMatchObject([{ name: 'shop', basePath: '/shop/api/v1', legacyPort: 8009 }]);
  });
});

describe('what no endpoint answers has the form of the service', () => {
  it('404 for unknown routes, also where a parameter is empty', async () => {
    const served = both();
    expect((await raw(served, 'GET', '/shop/api/v1/nothing?x=1')).body).toEqual({
      success: false,
      error: 'no such route: GET /shop/api/v1/nothing',
      code: 'RESOURCE_NOT_FOUND',
    });
    expect((await raw(served, 'POST', '/flat/books/', '{', JSON_TYPE)).body).toEqual({
      error: 'no such route: POST /flat/books/',
      status: 404,
    });
  });

  it('405 with Allow for known paths', async () => {
    const served = both();
    expect(await raw(served, 'DELETE', '/shop/api/v1/books/b1')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
      body: { success: false, code: 'METHOD_NOT_ALLOWED' },
    });
    expect(await raw(served, 'PATCH', '/flat/shelves/1/books/2', '{', JSON_TYPE)).toMatchObject({
      status: 405,
      headers: { allow: 'PUT' },
      body: { error: 'This path does not take that method', status: 405 },
    });
    expect(await raw(served, 'HEAD', '/shop/api/v1/books:add')).toMatchObject({ status: 405, text: '' });
  });

  it('400 for addresses that cannot be read', async () => {
    const served = both();
    expect((await raw(served, 'GET', '/flat/books/%zz')).body).toEqual({
      error: 'The address cannot be read',
      status: 400,
    });
    for (const url of ['/shop/api/v1/books/%zz', '/elsewhere/%zz']) {
      expect(await raw(served, 'GET', url)).toMatchObject({
        status: 400,
        body: { success: false, error: 'The address cannot be read', code: 'VALIDATION_ERROR' },
      });
    }
  });

  it('400 for malformed JSON', async () => {
    const served = both();
    expect(await raw(served, 'POST', '/shop/api/v1/books:add', '{"title":', JSON_TYPE)).toMatchObject({
      status: 400,
      body: { success: false, error: 'The request body is not valid JSON', code: 'VALIDATION_ERROR' },
    });
    expect((await raw(served, 'POST', '/flat/books:add', '{"title":', JSON_TYPE)).body).toEqual({
      error: 'The request body is not valid JSON',
      status: 400,
    });
  });

  it('413 for bodies that are too large', async () => {
    const served = both();
    const body = JSON.stringify({ title: 'x'.repeat(3000) });
    expect(await raw(served, 'POST', '/shop/api/v1/books:add', body, JSON_TYPE)).toMatchObject({
      status: 413,
      body: { success: false, code: 'PAYLOAD_TOO_LARGE' },
    });
    expect((await raw(served, 'POST', '/flat/books:add', body, JSON_TYPE)).body).toEqual({
      error: 'The request body is too large',
      status: 413,
    });
  });

  it('415 for bodies that are not JSON', async () => {
    const served = both();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx']) {
      expect(
        await raw(served, 'POST', '/shop/api/v1/books:add', 'title=T', { 'content-type': type }),
      ).toMatchObject({ status: 415, body: { success: false, code: 'UNSUPPORTED_MEDIA_TYPE' } });
    }
    expect(await raw(served, 'POST', '/flat/books:add', 'title=T')).toMatchObject({ status: 415 });
  });
});

describe('bodies', () => {
  it('are JSON of any flavour', async () => {
    for (const type of ['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.shop+json']) {
      const served = serve(DOCUMENTS);
      expect(
        await raw(served, 'POST', '/shop/api/v1/books:add', '{"title":"T"}', { 'content-type': type }),
      ).toMatchObject({ status: 200 });
    }
  });

  it('may be empty, whatever they are called', async () => {
    const served = serve(DOCUMENTS);
    for (const headers of [JSON_TYPE, { 'content-type': 'text/plain' }, {}]) {
      expect(await raw(served, 'POST', '/shop/api/v1/books/b:remove', '', headers)).toMatchObject({
        status: 200,
      });
      expect(await raw(served, 'POST', '/shop/api/v1/books/b:remove', ' ', headers)).toMatchObject({
        status: 200,
      });
    }
  });
});

describe('who calls', () => {
  const anonymous = { authorization: '' };

  it('must have a valid token before anything else is looked at', async () => {
    const served = both();
    expect(
      await raw(served, 'POST', '/shop/api/v1/books:add', '{"title":', { ...JSON_TYPE, ...anonymous }),
    ).toMatchObject({ status: 401, body: { success: false, code: 'UNAUTHORIZED' } });
    expect((await raw(served, 'GET', '/flat/books/b1', undefined, anonymous)).body).toEqual({
      error: 'A valid access token is needed',
      status: 401,
    });
    expect(served.calls).toEqual([]);
  });

  it('must not contradict the tenant of the token', async () => {
    const served = both();
    const other = { 'x-tenant-id': 'tenant-2', ...JSON_TYPE };
    expect(await raw(served, 'POST', '/shop/api/v1/books:add', '{}', other)).toMatchObject({
      status: 403,
      body: { success: false, code: 'FORBIDDEN' },
    });
    expect(
      await raw(served, 'GET', '/flat/books/b1', undefined, { 'x-tenant-id': 'tenant-1' }),
    ).toMatchObject({
      status: 200,
    });
  });

  it('does not matter to a public endpoint, and is not handed on', async () => {
    const served = serve(DOCUMENTS);
    const stale = { authorization: 'Bearer stale', 'x-tenant-id': 'tenant-2' };
    expect(await raw(served, 'GET', '/shop/api/v1/hours', undefined, stale)).toMatchObject({ status: 200 });
    expect(Object.keys(served.graph.requests[0]?.context.headers ?? {})).toEqual(['x-request-id']);
  });
});
