import { DomainError } from '../../common/errors';
import { BOOK, raise } from './testing/library';
import { compile, serve, type Served, SERVICE } from './testing/kit';

const FLAT = SERVICE.replace('8009)', '8009, errors: FLAT, invalidStatus: 400, spelling: SNAKE)');

const GET = 'query Get($id: ID!) @rest(method: GET, path: "/books/{id}", pick: ["book"]) ';
const ADD = `mutation Add($body: AddBookInput! @memberAlias(member: "ownerId", names: ["holder"]))
  @rest(method: POST, path: "/books", pick: ["addBook.book"]) { addBook(input: $body) { book { id } } }`;
const CHANGE = `mutation Change($body: ChangeBookInput! @memberAlias(member: "id", names: ["bookId"]))
  @rest(method: PUT, path: "/shelves/{shelfId}/books/{bookId}", pick: ["changeBook.book"]) {
  changeBook(input: $body) { book { id } }
}`;
const REMOVE = `mutation Remove($id: ID!) @rest(method: DELETE, path: "/books/{id}", envelope: SUCCESS) {
  removeBook(input: { id: $id }) { removedId } }`;
const STOCK = `query Stock($orgId: Int! @fault(text: "org_id is required")) @rest(method: GET, path: "/stock", pick: ["stock"]) {
  stock(orgId: $orgId) { total } }`;

const get = (selection = '{ book(id: $id) { id } }', directives = ''): string =>
  `${GET}${directives}${selection}`;

const shop = (documents: string, service = SERVICE): Served =>
  serve({ 'shop/service.graphql': service, 'shop/books.graphql': documents });

describe('the standard form', () => {
  it('tells faults of a request twice, for clients of two ages; the first one speaks for all', async () => {
    const answer = await shop(ADD).call('POST', '/books', { shelf_number: 'x' });
    expect(answer.body).toEqual({
      success: false,
      error: 'title is required',
      code: 'VALIDATION_ERROR',
      errors: { title: 'title is required', shelf_number: 'shelf_number must be a whole number' },
      details: {
        errors: [
          { field: 'title', message: 'title is required' },
          { field: 'shelf_number', message: 'shelf_number must be a whole number' },
        ],
      },
    });
  });

  it('carries the details of the graph', async () => {
    const served = shop(get());
    const details = { resourceType: 'Book', resourceId: '9' };
    served.roots['book'] = raise('GOAL_NOT_FOUND', 'Book not found', { details });
    expect(await served.call('GET', '/books/9')).toMatchObject({
      status: 404,
      body: { success: false, error: 'Book not found', code: 'GOAL_NOT_FOUND', details },
    });
  });
});

describe('the flat form', () => {
  it('has the text and the status, the documented text of @fault, and no code', async () => {
    const served = shop(STOCK, FLAT);
    for (const query of ['', '?org_id=', '?org_id=x', '?orgId=0']) {
      expect(await served.call('GET', `/stock${query}`)).toMatchObject({
        status: 400,
        body: { error: 'org_id is required', status: 400 },
      });
    }
    expect((await served.call('GET', '/stock')).body).toEqual({ error: 'org_id is required', status: 400 });
  });

  it('has details at the top, in the spelling of the service', async () => {
    const served = shop(get(), FLAT);
    const details = { currentState: 'qual', allowedTransitions: ['pink'] };
    served.roots['book'] = raise('INVALID_STATUS_TRANSITION', 'No', { details });
    expect((await served.call('GET', '/books/1')).body).toEqual({
      error: 'No',
      status: 400,
      current_state: 'qual',
      allowed_transitions: ['pink'],
    });
  });

  it('names what was not found in the text alone', async () => {
    const served = shop(get(), FLAT);
    served.roots['book'] = raise('RESOURCE_NOT_FOUND', 'Book not found', { details: { resourceId: '9' } });
    expect((await served.call('GET', '/books/9')).body).toEqual({ error: 'Book not found', status: 404 });
  });
});

describe('faults that the graph finds', () => {
  const fields = {
    title: 'title is too plain',
    'input.ownerId': 'ownerId is nobody',
    'copyOrders.0.newOrder': 'newOrder is taken',
    shelfNumber: 'There is no such shelf',
  };

  it('are told with the names that the caller used', async () => {
    const served = shop(ADD);
    served.roots['addBook'] = raise('VALIDATION_ERROR', 'title is too plain', { fields });
    const body = { title: 'T', holder: '1', copy_orders: [{ copyId: 'c', new_order: 1 }] };
    expect(await served.call('POST', '/books', body)).toMatchObject({
      status: 422,
      body: {
        error: 'title is too plain',
        errors: {
          title: 'title is too plain',
          holder: 'holder is nobody',
          'copy_orders.0.new_order': 'copy_orders.0.new_order is taken',
          shelfNumber: 'There is no such shelf',
        },
      },
    });
  });

  it('are told with the names of single members of the body, at any depth', async () => {
    const served =
      shop(`mutation Add($name: String! @alias(names: ["label"]), $order: [CopyOrderInput!], $maker: PublisherInput)
      @rest(method: POST, path: "/books", envelope: SUCCESS) {
      addBook(input: { title: $name, copyOrders: $order, publisher: $maker }) { book { id } } }`);
    const found = {
      title: 'title is odd',
      'copyOrders.1.newOrder': 'newOrder is odd',
      'publisher.fullName': 'Odd',
      weight: 'weight is odd',
    };
    served.roots['addBook'] = raise('VALIDATION_ERROR', 'x', { fields: found });
    const order = [
      { copyId: 'c', newOrder: 1 },
      { copy_id: 'd', new_order: 2 },
    ];
    expect(await served.call('POST', '/books', { label: 'T', order })).toMatchObject({
      body: {
        errors: {
          label: 'label is odd',
          'order.1.new_order': 'order.1.new_order is odd',
          'maker.fullName': 'Odd',
          weight: 'weight is odd',
        },
      },
    });
  });

  it('are told with the parameters of the query', async () => {
    const served =
      shop(`query List($kind: BookKind, $sort: BookSort @sortExpression) @rest(method: GET, path: "/books") {
      books(filter: { kind: $kind }, sort: $sort) { totalCount } }`);
    const found = { 'filter.kind': 'kind is odd', 'sort.by': 'by is odd' };
    served.roots['books'] = raise('VALIDATION_ERROR', 'x', { fields: found });
    expect(await served.call('GET', '/books?kind=novel')).toMatchObject({
      body: { errors: { kind: 'kind is odd', sort: 'sort is odd' } },
    });
  });

  it('are told with the parameters of the path', async () => {
    const served = shop(CHANGE);
    served.roots['changeBook'] = raise('VALIDATION_ERROR', 'x', { fields: { id: 'id is malformed' } });
    expect(await served.call('PUT', '/shelves/s/books/b', {})).toMatchObject({
      body: { errors: { bookId: 'bookId is malformed' } },
    });
  });

  it('of single variables are told with the text of @fault', async () => {
    const served = shop(STOCK, FLAT);
    served.roots['stock'] = raise('VALIDATION_ERROR', 'orgId is odd', { fields: { orgId: 'orgId is odd' } });
    expect((await served.call('GET', '/stock?org_id=7')).body).toEqual({
      error: 'org_id is required',
      status: 400,
    });
  });
});

describe('what went wrong inside', () => {
  it('stays inside, and is logged', async () => {
    const served = shop(get());
    for (const fault of [
      raise('INTERNAL_SERVER_ERROR', 'connect ECONNREFUSED 10.0.0.1'),
      raise('GRAPHQL_VALIDATION_FAILED', 'secret'),
    ]) {
      served.roots['book'] = fault;
      const answer = await served.call('GET', '/books/1');
      expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL_SERVER_ERROR' } });
      expect(answer.text).not.toMatch(/ECONNREFUSED|secret/);
    }
    expect(served.logged.map(({ level }) => level)).toEqual(['error', 'error']);
  });

  it('does not matter where only a part is missing: the rest is served, the loss is logged', async () => {
    const served = shop(get('{ book(id: $id) { id rating @hoist { score @default(value: 0) } } }'));
    served.graph.down.add('ratings');
    expect(await served.call('GET', '/books/1')).toMatchObject({
      status: 200,
      body: { success: true, data: { id: BOOK.id, score: 0 } },
    });
    expect(served.logged).toMatchObject([
      { level: 'warn', facts: { endpoint: 'Get', path: ['book'], code: 'SERVICE_UNAVAILABLE' } },
    ]);
  });

  it('is an error where it took the root away, whatever the envelope', async () => {
    const served = shop(REMOVE);
    served.graph.down.add('books');
    expect(await served.call('DELETE', '/books/1')).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { success: false, code: 'SERVICE_UNAVAILABLE' },
    });
    served.graph.down.clear();
    served.roots['removeBook'] = raise('GOAL_NOT_FOUND', 'Gone');
    expect(await served.call('DELETE', '/books/1')).toMatchObject({ status: 404 });
  });

  it('is an error of answers that are shown whole where a root is lost, and only there', async () => {
    const served = shop(
      `query Hours @rest(method: GET, path: "/hours", spelling: SNAKE) { openingHours book(id: 1) { id rating @hoist { score } } }
       query Stock @rest(method: GET, path: "/stock") { stock(orgId: 1) @hoist { total } }`,
    );
    served.graph.down.add('ratings');
    expect(await served.call('GET', '/hours')).toMatchObject({
      status: 200,
      body: { data: { book: { score: null } } },
    });
    served.roots['openingHours'] = raise('FORBIDDEN', 'Closed');
    expect(await served.call('GET', '/hours')).toMatchObject({ status: 403, body: { error: 'Closed' } });
    served.roots['stock'] = raise('FORBIDDEN', 'Closed');
    expect(await served.call('GET', '/stock')).toMatchObject({ status: 403, body: { error: 'Closed' } });
  });

  it('in the check of the identity is answered like any other fault', async () => {
    const failing = async (fault: Error): Promise<unknown> => {
      const { api } = compile(get(), { identify: async () => Promise.reject(fault) });
      const request = { params: { id: '1' }, query: {}, headers: {} };
      return api.services[0]?.endpoints[0]?.handle(request);
    };
    expect(await failing(new Error('boom'))).toMatchObject({
      status: 500,
      body: { error: 'Something went wrong on our side' },
    });
    expect(await failing(new DomainError('SERVICE_UNAVAILABLE'))).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
    });
  });
});
