import { faultsOf, serve, type Served, SERVICE } from './testing/kit';

const MOUNTED =
  'extend schema @service(name: "shop", basePath: "/shop/api/v1", mounts: ["/api/books"], errors: FLAT, envelope: NONE)';

const served = (): Served =>
  serve(
    {
      'shop/service.graphql': MOUNTED,
      'shop/books.graphql': `
        query List @rest(method: GET, base: "/api/books", path: "", aliases: ["/shop/api/v1/books"], pick: ["openingHours"]) { openingHours }
        query Get($id: ID!) @rest(method: GET, path: "/books/{id}", aliases: ["/api/books/{id}"], pick: ["book"]) { book(id: $id) { id } }
        query Live @rest(method: GET, base: "/", path: "/livez", pick: ["openingHours"]) { openingHours }`,
    },
    { legacy: 'shop' },
  );

describe('endpoints below several bases', () => {
  it.each(['/api/books', '/shop/api/v1/books', '/livez'])('answer under %s', async (path) => {
    expect(await served().call('GET', path)).toMatchObject({ status: 200, body: '9 to 5' });
  });

  it.each(['/api/books/1', '/shop/api/v1/books/1', '/books/1'])('take parameters under %s', async (path) => {
    expect(await served().call('GET', path)).toMatchObject({ status: 200, body: { id: 'b1' } });
  });

  it('answer unknown routes below each of them in the form of the service', async () => {
    for (const path of ['/api/books/1/2', '/shop/api/v1/x']) {
      expect(await served().call('GET', path)).toMatchObject({
        status: 404,
        body: { error: `no such route: GET ${path}`, status: 404 },
      });
    }
    expect(await served().call('POST', '/api/books')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });
});

describe('forms of errors of one endpoint', () => {
  it.each([
    ['NULL_DATA', '', { success: false, data: null, error: 'There is no such resource' }],
    [
      'NULL_DATA',
      '@onError(code: "RESOURCE_NOT_FOUND", showCode: true)',
      { success: false, data: null, error: 'There is no such resource', code: 'RESOURCE_NOT_FOUND' },
    ],
    ['PLAIN', '', { success: false, error: 'There is no such resource' }],
  ])('%s %s', async (form, onError, body) => {
    const one = serve(
      `query Get @rest(method: GET, path: "/a", pick: ["book"], errors: ${form}) ${onError} { book(id: 1) @orElse(code: "RESOURCE_NOT_FOUND") { id } }`,
    );
    one.roots['book'] = () => null;
    expect(await one.call('GET', '/a')).toMatchObject({ status: 404, body });
    expect((await one.call('GET', '/a')).body).toEqual(body);
  });

  it('have texts of their own, which the service gives to all of that form', async () => {
    const shop = serve({
      'shop/service.graphql': `${SERVICE} @onError(code: "UNAUTHORIZED", text: "No", errors: NULL_DATA)`,
      'shop/books.graphql': `query A @rest(method: GET, path: "/a", errors: NULL_DATA) { book(id: 1) { id } }
        query B @rest(method: GET, path: "/b") { book(id: 1) { id } }`,
    });
    const ask = async (path: string): Promise<unknown> =>
      (await shop.call('GET', path, undefined, { headers: { authorization: '' } })).body;
    expect(await ask('/a')).toEqual({ success: false, data: null, error: 'No' });
    expect(await ask('/b')).toMatchObject({ error: 'A valid access token is needed', code: 'UNAUTHORIZED' });
  });

  it('have a status of their own for what is not acceptable', async () => {
    const one = serve(
      'query Get($orgId: Int!) @rest(method: GET, path: "/a", pick: ["stock"], invalidStatus: 400) { stock(orgId: $orgId) { total } }',
    );
    expect(await one.call('GET', '/a?orgId=x')).toMatchObject({ status: 400 });
  });
});

it('a base that is none of the service is a fault of the document', () => {
  expect(
    faultsOf({
      'shop/service.graphql': MOUNTED,
      'shop/a.graphql': 'query A @rest(method: GET, base: "/api", path: "/a") { openingHours }',
    }),
  ).toEqual(['rest/shop/a.graphql:1:34 "/api" is none of /shop/api/v1, /api/books, /.']);
});
