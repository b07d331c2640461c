import { faultsOf, SERVICE, serve } from './testing/kit';

const get = (path: string, more = ''): string =>
  `query Get${path} @rest(method: GET, path: "/${path}", pick: ["book"] ${more}) { book(id: 1) { shelfNumber } }`;

const FILES = {
  'shop/service.graphql': SERVICE,
  'shop/a.graphql': `extend schema @inThisFile(spelling: SNAKE, envelope: NONE) ${get('A')} ${get('B', 'spelling: CAMEL')}`,
  'shop/c.graphql': get('C'),
};

describe('@inThisFile', () => {
  it('goes before what the service says, and @rest before it', async () => {
    const served = serve(FILES);

    expect((await served.call('GET', '/A')).body).toEqual({ shelf_number: 4 });
    expect((await served.call('GET', '/B')).body).toEqual({ shelfNumber: 4 });
  });

  it('leaves the endpoints of other files as they are', async () => {
    const { body } = await serve(FILES).call('GET', '/C');
    expect(body).toEqual({ success: true, data: { shelfNumber: 4 } });
  });

  it('stands once in a file', () => {
    const twice = `extend schema @inThisFile(envelope: NONE) extend schema @inThisFile(envelope: DATA) ${get('A')}`;
    expect(faultsOf({ ...FILES, 'shop/a.graphql': twice })).toEqual([
      'rest/shop/a.graphql:1:57 @inThisFile stands once in a file.',
    ]);
  });

  it('says how errors look, too', async () => {
    const errors = `extend schema @inThisFile(errors: FLAT, invalidStatus: 400)
      query Shelf($shelf: ID! @form(as: UUID)) @rest(method: GET, path: "/shelf/{shelf}") { book(id: $shelf) { title } }`;
    const { status, body } = await serve({ ...FILES, 'shop/shelf.graphql': errors }).call(
      'GET',
      '/shelf/top',
    );
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('error.code');
  });
});
