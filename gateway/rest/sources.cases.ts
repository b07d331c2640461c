import { raise } from './testing/library';
import { type Answer, serve, type Served } from './testing/kit';

const args = ({ calls }: Served): unknown => calls.at(-1)?.args;
const errors = ({ body }: Answer): unknown => (body as { errors?: unknown }).errors;

describe('further names of a variable', () => {
  const serveWith = (more: string): Served =>
    serve(`mutation Add($title: String! @alias(names: ["bookName"] ${more}))
      @rest(method: POST, path: "/books", envelope: SUCCESS) { addBook(input: { title: $title }) { book { id } } }`);
  const BOTH = { title: 'Own', book_name: 'Other' };

  it.each([
    ['come after its own', '', 'Own'],
    ['go before its own where the document says so', 'first: true', 'Other'],
  ])('%s', async (_what, more, title) => {
    const served = serveWith(more);
    await served.call('POST', '/books', BOTH);
    expect(args(served)).toMatchObject({ input: { title } });
  });

  it('never stand in faults of what was not sent', async () => {
    expect(errors(await serveWith('first: true').call('POST', '/books', {}))).toEqual({
      title: 'title is required',
    });
  });
});

describe('members of an object in a list that the document writes', () => {
  const DOCUMENT = `mutation Add($title: String!, $place: Int!)
    @rest(method: POST, path: "/books", envelope: SUCCESS) {
    addBook(input: { title: $title, copyOrders: [{ copyId: "a", newOrder: 1 }, { copyId: "b", newOrder: $place }] }) {
      book { id }
    }
  }`;

  it('are judged as the graph demands', async () => {
    const answer = await serve(DOCUMENT).call('POST', '/books', { title: 'T', place: 0 });
    expect(errors(answer)).toEqual({ place: 'place must be at least 1' });
  });

  it('have faults of the graph under their own names', async () => {
    const served = serve(DOCUMENT);
    const fields = { 'copyOrders.1.newOrder': 'newOrder is taken' };
    served.roots['addBook'] = raise('VALIDATION_ERROR', 'x', { fields });
    const answer = await served.call('POST', '/books', { title: 'T', place: 2 });
    expect(errors(answer)).toEqual({ place: 'place is taken' });
  });
});

describe('a body that is a list, or an item of it', () => {
  const DOCUMENT = `mutation Add($body: AddBookInput! @asList(member: "copyOrders") @fault(of: ["copyOrders"], kinds: [RANGE], text: "Odd order"))
    @rest(method: POST, path: "/shelves/{title}", envelope: SUCCESS) { addBook(input: $body) { book { id } } }`;
  const ITEM = { copyId: 'c', new_order: 1 };

  it.each([
    ['the object that carries the list', { copy_orders: [ITEM], weight: 1 }, { weight: 1 }],
    ['the list', [ITEM], {}],
    ['an item', ITEM, {}],
  ])('may be %s', async (_what, body, more) => {
    const served = serve(DOCUMENT);
    expect(await served.call('POST', '/shelves/T', body)).toMatchObject({ status: 200 });
    expect(args(served)).toEqual({
      input: { title: 'T', kind: 'NOVEL', copyOrders: [{ copyId: 'c', newOrder: 1 }], ...more },
    });
  });

  it.each([
    [{ copyOrders: [{ copyId: 'c' }] }, { 'copyOrders.0.newOrder': 'copyOrders.0.newOrder is required' }],
    [[ITEM, { copyId: 'c', newOrder: 0 }], { '1.newOrder': 'Odd order' }],
    [{ new_order: 'x' }, { copyId: 'copyId is required', new_order: 'new_order must be a whole number' }],
    [[7], { '0': '0 must be an object' }],
  ])('has faults that are named as they were sent: %j', async (body, expected) => {
    expect(errors(await serve(DOCUMENT).call('POST', '/shelves/T', body))).toEqual(expected);
  });

  it('has faults of the graph that are named as they were sent', async () => {
    const served = serve(DOCUMENT);
    const fields = { 'copyOrders.0.newOrder': 'newOrder is taken' };
    served.roots['addBook'] = raise('VALIDATION_ERROR', 'x', { fields });
    expect(errors(await served.call('POST', '/shelves/T', [ITEM]))).toEqual({
      '0.new_order': '0.new_order is taken',
    });
    expect(errors(await served.call('POST', '/shelves/T', ITEM))).toEqual({
      new_order: 'new_order is taken',
    });
  });
});

describe('a query that answers POST', () => {
  it('takes its variables from the body', async () => {
    const served = serve(`query Find($shelfNumbers: [Int!]!) @rest(method: POST, path: "/found") {
      books(filter: { shelfNumbers: $shelfNumbers }) { totalCount } }`);
    expect(await served.call('POST', '/found', { shelf_numbers: [1, 2] })).toMatchObject({ status: 200 });
    expect(served.calls.at(-1)?.args).toEqual({ filter: { shelfNumbers: [1, 2] } });
    expect(await served.call('POST', '/found', {})).toMatchObject({ status: 422 });
  });
});

describe('a variable of query or body', () => {
  const document = (type: string): string =>
    `mutation Remove($shelfNumber: ${type} @orBody @fault(text: "Which shelf?"), $title: String!) @rest(method: POST, path: "/a", envelope: SUCCESS) {
      addBook(input: { title: $title, shelfNumber: $shelfNumber }) { book { id } } }`;

  it.each([
    ['?shelf_number=7', {}],
    ['', { shelfNumber: 7 }],
    ['', { shelf_number: 7 }],
    ['?shelfNumber=7', { shelf_number: 7 }],
  ])('comes from where it is: %s %j', async (query, body) => {
    const served = serve(document('Int!'));
    await served.call('POST', `/a${query}`, { title: 'T', ...body });
    expect(args(served)).toMatchObject({ input: { shelfNumber: 7 } });
  });

  it.each([
    ['?shelf_number=7', { shelfNumber: 8 }, 'shelf_number'],
    ['?shelf_number=x', { shelfNumber: 8 }, 'shelf_number'],
    ['?shelf_number=7', { shelfNumber: '7' }, 'shelfNumber'],
    ['', {}, 'shelfNumber'],
  ])('has the text of @fault, where both differ, too: %s %j', async (query, body, name) => {
    const answer = await serve(document('Int!')).call('POST', `/a${query}`, { title: 'T', ...body });
    expect(errors(answer)).toEqual({ [name]: 'Which shelf?' });
  });

  it('may be absent, and says what is wrong where the document does not', async () => {
    const served = serve(document('Int').replace('@fault(text: "Which shelf?")', ''));
    expect(await served.call('POST', '/a', { title: 'T' })).toMatchObject({ status: 200 });
    const answer = await served.call('POST', '/a?shelfNumber=1', { title: 'T', shelfNumber: 2 });
    expect(errors(answer)).toEqual({ shelfNumber: 'shelfNumber must be the same in query and body' });
  });

  it('is named as it was sent where the graph refuses it', async () => {
    const served = serve(document('Int').replace('@fault(text: "Which shelf?")', ''));
    const fields = { shelfNumber: 'shelfNumber is full' };
    served.roots['addBook'] = raise('VALIDATION_ERROR', 'x', { fields });
    const inBody = await served.call('POST', '/a', { title: 'T', shelf_number: 2 });
    expect(errors(inBody)).toEqual({ shelf_number: 'shelf_number is full' });
    const inQuery = await served.call('POST', '/a?shelf_number=2', { title: 'T' });
    expect(errors(inQuery)).toEqual({ shelf_number: 'shelf_number is full' });
  });
});

describe('aliases with other parameters', () => {
  it('fill the variables that they have; the others are absent', async () => {
    const served = serve(`query List($kind: BookKind, $title: String)
      @rest(method: GET, path: "/books", aliases: ["/kinds/{kind}/books", "/titles/{title}"]) {
      books(filter: { kind: $kind, title: $title }) { totalCount } }`);
    await served.call('GET', '/books');
    expect(args(served)).toEqual({ filter: {} });
    await served.call('GET', '/kinds/novel/books');
    expect(args(served)).toEqual({ filter: { kind: 'NOVEL' } });
    await served.call('GET', '/titles/Moss');
    expect(args(served)).toEqual({ filter: { title: 'Moss' } });
    expect(errors(await served.call('GET', '/kinds/poem/books'))).toEqual({
      kind: 'kind must be one of short_story, novel, field_guide',
    });
  });

  it('leave to the body what they do not say', async () => {
    const served = serve(`mutation Change($body: ChangeBookInput!)
      @rest(method: PUT, path: "/shelves/{shelfId}/books/{id}", aliases: ["/books/{id}"], agree: ["shelfId"], envelope: SUCCESS) {
      changeBook(input: $body) { book { id } } }`);
    expect(await served.call('PUT', '/books/b', { shelf_id: 's', id: 'x' })).toMatchObject({ status: 200 });
    expect(args(served)).toEqual({ input: { shelfId: 's', id: 'b' } });
    await served.call('PUT', '/shelves/s/books/b', { shelf_id: 's' });
    expect(args(served)).toEqual({ input: { shelfId: 's', id: 'b' } });
    expect(errors(await served.call('PUT', '/books/b', {}))).toEqual({ shelfId: 'shelfId is required' });
    const fields = { shelfId: 'shelfId is full' };
    served.roots['changeBook'] = raise('VALIDATION_ERROR', 'x', { fields });
    expect(errors(await served.call('PUT', '/books/b', { shelf_id: 's' }))).toEqual({
      shelf_id: 'shelf_id is full',
    });
  });
});

describe('pages', () => {
  const list = (paged: string): string => `query List($first: Int, $offset: Int)
    @rest(method: GET, path: "/books", pick: ["books.nodes"]) @paged(total: "books.totalCount", ${paged}) {
    books(first: $first, offset: $offset) { nodes { id } totalCount } }`;

  const pageOf = async (paged: string, query: string): Promise<unknown> => {
    const served = serve(list(paged));
    expect(await served.call('GET', `/books?${query}`)).toMatchObject({ status: 200 });
    return args(served);
  };

  it('are there also when nobody asked for one, where the document says so', async () => {
    expect(await pageOf('always: true, size: 10', '')).toEqual({ first: 10, offset: 0 });
    expect(await pageOf('always: true, size: 10', 'page=3')).toEqual({ first: 10, offset: 20 });
    expect(await pageOf('size: 10', '')).toEqual({});
  });

  it.each([
    ['page=0&limit=-3', { first: 1, offset: 0 }],
    ['page=2&limit=5000', { first: 100, offset: 100 }],
    ['page=x&limit=y', { first: 50, offset: 0 }],
    ['page=2.9&limit=10', { first: 10, offset: 10 }],
    ['page=2&page=3', { first: 50, offset: 50 }],
    ['offset=-1', { first: 50, offset: 0 }],
    ['page=1e300&limit=100', { first: 100, offset: 2147483500 }],
    ['limit=', { first: 50, offset: 0 }],
  ])('are the nearest that make sense, where the document is lenient: %s', async (query, expected) => {
    expect(await pageOf('size: 50, maxSize: 100, lenient: true, always: true', query)).toEqual(expected);
  });

  it('have the words of @fault: $offset speaks of where they begin, $first of how long they are', async () => {
    const document = list('size: 10')
      .replace('$first: Int', '$first: Int @fault(text: "Invalid page size")')
      .replace('$offset: Int', '$offset: Int @fault(text: "Invalid page", status: 400)');
    expect(await serve(document).call('GET', '/books?page=0&pageSize=x')).toMatchObject({
      status: 400,
      body: { error: 'Invalid page', errors: { page: 'Invalid page', pageSize: 'Invalid page size' } },
    });
  });

  it('that make no sense are faults elsewhere', async () => {
    const answer = await serve(list('always: true')).call('GET', '/books?page=0&limit=x');
    expect(errors(answer)).toEqual({
      page: 'page must be a whole number of at least 1',
      limit: 'limit must be a whole number of at least 1',
    });
  });
});

describe('pages of what a change answers', () => {
  it('come from the query', async () => {
    const served = serve(`mutation Add($body: AddBookInput!, $first: Int, $offset: Int)
      @rest(method: POST, path: "/books", pick: ["addBook.similar.nodes"]) @paged(total: "addBook.similar.totalCount", always: true) {
      addBook(input: $body) { similar(first: $first, offset: $offset) { nodes { id } totalCount } } }`);
    const answer = await served.call('POST', '/books?page=2&page_size=5', { title: 'T' });
    expect(answer).toMatchObject({ status: 200, body: { pagination: { page: 2, size: 5, total: 45 } } });
    expect(served.calls.at(-1)).toEqual({ field: 'similar', args: { first: 5, offset: 5 } });
  });
});

describe('@claim', () => {
  const stock = (): Served =>
    serve(
      `query Stock($orgId: Int! @claim(is: ORG_ID), $day: String!) @rest(method: GET, path: "/stock", pick: ["stock"]) {
        stock(orgId: $orgId) { total } openingHours(day: $day)
      }`,
    );

  it('refuses what the token contradicts before it looks at anything else', async () => {
    expect(await stock().call('GET', '/stock?orgId=8')).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
    expect(await stock().call('GET', '/stock?orgId=7')).toMatchObject({ status: 422 });
    expect(await stock().call('GET', '/stock?orgId=7&day=x')).toMatchObject({ status: 200 });
  });

  it('leaves what is not well formed, and what is absent, to the checks of form', async () => {
    for (const query of ['orgId=0', 'orgId=x', 'day=x']) {
      expect(await stock().call('GET', `/stock?${query}`)).toMatchObject({ status: 422 });
    }
  });
});

describe('@memberAlias with a documented name', () => {
  const ADD = `mutation Add($body: AddBookInput! @memberAlias(member: "title", names: ["headLine", "name"], documented: true))
    @rest(method: POST, path: "/books", pick: ["addBook.book"], documented: SNAKE) { addBook(input: $body) { book { id } } }`;

  it('stands in faults of what is missing, and everything else is taken as before', async () => {
    expect((await serve(ADD).call('POST', '/books', {})).body).toMatchObject({
      errors: { head_line: 'head_line is required' },
    });
    for (const name of ['head_line', 'headLine', 'name', 'title']) {
      expect(await serve(ADD).call('POST', '/books', { [name]: 'Mosses' })).toMatchObject({ status: 200 });
    }
  });
});
