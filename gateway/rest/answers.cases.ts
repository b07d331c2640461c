import { BOOK } from './testing/library';
import { serve, type Served } from './testing/kit';

interface Case {
  /** Further arguments of @rest. */
  readonly rest?: string;
  /** Further arguments of @service. */
  readonly service?: string;
  /** Further directives of the service and of the operation. */
  readonly extension?: string;
  readonly operation?: string;
  readonly arrange?: (served: Served) => void;
}

/** The body that an endpoint answers with for one book. */
async function shown(selection: string, options: Case = {}): Promise<{ data: Record<string, unknown> }> {
  const { rest = '', service = '', extension = '', operation = '', arrange } = options;
  const served = serve({
    'shop/service.graphql': `extend schema @service(name: "shop", basePath: "/shop/api/v1" ${service}) ${extension}`,
    'shop/books.graphql': `query Get @rest(method: GET, path: "/book", pick: ["book"] ${rest}) ${operation} { book(id: 1) { ${selection} } }`,
  });
  arrange?.(served);
  const answer = await served.call('GET', '/book');
  return answer.body as { data: Record<string, unknown> };
}

const dataOf = async (selection: string, options?: Case): Promise<Record<string, unknown>> =>
  (await shown(selection, options)).data;

describe('spelling', () => {
  const selection = 'id shelfNumber sharedKPIs tag_list: tagNames lentCopies { ownerName }';

  it('CAMEL leaves names as the document has them', async () => {
    expect(await dataOf(selection)).toEqual({
      id: 'b1',
      shelfNumber: 4,
      sharedKPIs: 3,
      tag_list: ['green'],
      lentCopies: [{ ownerName: 'Ada' }],
    });
  });

  it('SNAKE respells at every depth', async () => {
    expect(await dataOf(selection, { rest: 'spelling: SNAKE' })).toEqual({
      id: 'b1',
      shelf_number: 4,
      shared_kpis: 3,
      tag_list: ['green'],
      lent_copies: [{ owner_name: 'Ada' }],
    });
  });

  it('BOTH writes names of several words twice, and never the inside of free JSON', async () => {
    expect(await dataOf(`${selection} facts`, { rest: 'spelling: BOTH' })).toEqual({
      id: 'b1',
      shelfNumber: 4,
      shelf_number: 4,
      sharedKPIs: 3,
      shared_kpis: 3,
      tag_list: ['green'],
      lentCopies: [{ ownerName: 'Ada', owner_name: 'Ada' }],
      lent_copies: [{ ownerName: 'Ada', owner_name: 'Ada' }],
      facts: { innerName: 1 },
    });
  });

  it('of the service holds where the endpoint says nothing', async () => {
    const service = 'spelling: SNAKE';
    expect(await dataOf('shelfNumber', { service })).toEqual({ shelf_number: 4 });
    expect(await dataOf('shelfNumber', { service, rest: 'spelling: CAMEL' })).toEqual({ shelfNumber: 4 });
  });
});

describe('members', () => {
  it('of a child stand in its parent with @hoist, with their defaults where it is null', async () => {
    const selection =
      'publisher @hoist { publisherName: fullName @default(value: "?") cityName @default(value: [1]) }';
    expect(await dataOf(selection)).toEqual({ publisherName: 'Fern & Co', cityName: [1] });
    expect(
      await dataOf(selection, {
        rest: 'spelling: BOTH',
        arrange: ({ roots }) => (roots['book'] = () => ({ ...BOOK, publisher: null })),
      }),
    ).toEqual({ publisherName: '?', publisher_name: '?', cityName: [1], city_name: [1] });
  });

  it('of a list of objects make the list with @pluck', async () => {
    expect(await dataOf('owners: lentCopies @pluck(member: "ownerName") { ownerName }')).toEqual({
      owners: ['Ada'],
    });
  });

  it('are left out with @omitNull where they are null', async () => {
    expect(await dataOf('id returnedAt @omitNull publisher { cityName @omitNull }')).toEqual({
      id: 'b1',
      publisher: {},
    });
  });
});

describe('leaves', () => {
  it('are spelled as callers know them: enums, and moments without fraction', async () => {
    expect(await dataOf('kind addedAt returnedAt')).toEqual({
      kind: 'field_guide',
      addedAt: '2025-11-02T23:00:00Z',
      returnedAt: null,
    });
    const extension = '@enumSpelling(of: "BookKind", case: PASCAL)';
    expect(await dataOf('kind', { extension })).toEqual({ kind: 'FieldGuide' });
    const operation = '@enumSpelling(of: "BookKind", values: [{ value: "FIELD_GUIDE", as: "Guide" }])';
    expect(await dataOf('kind', { extension, operation })).toEqual({ kind: 'Guide' });
  });
});

describe('the data', () => {
  const SIGN_IN = `mutation In($body: SignInInput!)
    @rest(method: POST, path: "/in", status: 201, pick: ["signIn.session", "signIn.pending"], spelling: BOTH) {
    signIn(input: $body) { session { accessToken } pending { waitsFor } }
  }`;

  it('is the first picked path that is not null', async () => {
    const served = serve(SIGN_IN);
    const body = { email: 'a@b.example' };
    expect(await served.call('POST', '/in', body)).toMatchObject({
      status: 201,
      body: { success: true, data: { accessToken: 't', access_token: 't' } },
    });
    served.roots['signIn'] = () => ({ session: null, pending: { waitsFor: 'mail' } });
    expect((await served.call('POST', '/in', body)).body).toEqual({
      success: true,
      data: { waitsFor: 'mail', waits_for: 'mail' },
    });
  });

  it('is the whole result where nothing is picked', async () => {
    const served = serve(
      'query A @rest(method: GET, path: "/a", spelling: SNAKE) { openingHours stock(orgId: 1) @hoist { perShelf } }',
    );
    expect((await served.call('GET', '/a')).body).toEqual({
      success: true,
      data: { opening_hours: '9 to 5', per_shelf: [3, 4] },
    });
  });

  it('is null where the graph has none', async () => {
    expect(await shown('id', { arrange: ({ roots }) => (roots['book'] = () => null) })).toEqual({
      success: true,
      data: null,
    });
  });
});

describe('envelopes', () => {
  it('are { success, data }, { success } or none', async () => {
    expect(await shown('id')).toEqual({ success: true, data: { id: 'b1' } });
    expect(await shown('id', { rest: 'envelope: SUCCESS' })).toEqual({ success: true });
    expect(await shown('id', { rest: 'envelope: NONE' })).toEqual({ id: 'b1' });
    expect(await shown('id', { service: 'envelope: NONE' })).toEqual({ id: 'b1' });
  });

  it('are absent with status 204', async () => {
    const served = serve(
      'mutation R($id: ID!) @rest(method: DELETE, path: "/b/{id}", status: 204) { removeBook(input: { id: $id }) { removedId } }',
    );
    expect(await served.call('DELETE', '/b/1')).toMatchObject({ status: 204, text: '' });
  });
});

describe('pages', () => {
  const list = (rest = '', paged = ''): Served =>
    serve(`query List($first: Int, $offset: Int) @rest(method: GET, path: "/books", pick: ["books.nodes"] ${rest})
      @paged(total: "books.totalCount" ${paged}) { books(first: $first, offset: $offset) { nodes { id } totalCount } }`);

  const asked = async (query: string, served = list()): Promise<unknown> => {
    const { body } = await served.call('GET', `/books?${query}`);
    return { args: served.calls.at(-1)?.args, pagination: (body as { pagination?: unknown }).pagination };
  };

  it('are none where none is asked for', async () => {
    const served = list();
    expect((await served.call('GET', '/books')).body).toEqual({ success: true, data: [{ id: 'b1' }] });
    expect(served.calls).toEqual([{ field: 'books', args: {} }]);
  });

  it.each(['size', 'limit', 'pageSize', 'page_size'])('are numbered, with the length as %s', async (name) => {
    expect(await asked(`page=3&${name}=20`)).toEqual({
      args: { first: 20, offset: 40 },
      pagination: { page: 3, size: 20, limit: 20, total: 45, totalPages: 3, hasMore: false },
    });
  });

  it('have the length of the document where the caller names none, and begin at 1', async () => {
    expect(await asked('page=2', list('', 'size: 10'))).toMatchObject({ args: { first: 10, offset: 10 } });
    expect(await asked('size=10')).toMatchObject({
      args: { first: 10, offset: 0 },
      pagination: { page: 1, totalPages: 5, hasMore: true },
    });
  });

  it('may begin anywhere with offset', async () => {
    expect(await asked('limit=10&offset=15')).toEqual({
      args: { first: 10, offset: 15 },
      pagination: { page: 2, size: 10, limit: 10, total: 45, totalPages: 5, hasMore: true },
    });
  });

  it('are cut to the longest', async () => {
    expect(await asked('size=500', list('', 'maxSize: 50'))).toMatchObject({ args: { first: 50 } });
  });

  it('are spelled as the endpoint is', async () => {
    expect(await asked('page=1', list('spelling: BOTH'))).toMatchObject({
      pagination: { totalPages: 3, total_pages: 3, hasMore: true, has_more: true },
    });
    expect((await list('envelope: NONE').call('GET', '/books?page=1')).body).toMatchObject({
      data: [{ id: 'b1' }],
      pagination: { total: 45 },
    });
  });

  it('that cannot be are faults, with the names that the caller used', async () => {
    const served = list();
    expect(await served.call('GET', '/books?page=0&page_size=x&offset=-1')).toMatchObject({
      status: 422,
      body: {
        code: 'VALIDATION_ERROR',
        errors: {
          page: 'page must be a whole number of at least 1',
          page_size: 'page_size must be a whole number of at least 1',
          offset: 'offset must be a whole number of at least 0',
        },
      },
    });
    expect(await served.call('GET', '/books?page=2000000000&size=1000')).toMatchObject({
      body: { errors: { page: 'page must be at most 2147483' } },
    });
  });
});
