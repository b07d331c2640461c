import { type Files, serve, type Served, SERVICE } from './testing/kit';

const ADD = `mutation Add($body: AddBookInput!) @rest(method: POST, path: "/books", status: 201, pick: ["addBook.book"]) {
  addBook(input: $body) { book { id } }
}`;
const CHANGE = `mutation Change($body: ChangeBookInput! @memberAlias(member: "id", names: ["bookId"]) @memberAlias(member: "note", names: ["remark"]))
  @rest(method: PUT, path: "/shelves/{shelfId}/books/{bookId}", pick: ["changeBook.book"], agree: ["shelfId", "bookId"]) {
  changeBook(input: $body) { book { id } }
}`;
const SIGN_IN = `mutation SignIn($email: String! @alias(names: ["username"]), $remember: Boolean = false @header(name: "X-Remember"))
  @rest(method: POST, path: "/sign-in", envelope: SUCCESS) { signIn(input: { email: $email, remember: $remember }) { session { accessToken } } }`;
const input = ({ calls }: Served): unknown => (calls.at(-1)?.args as { input: unknown }).input;
const fieldsOf = (answer: { readonly body: unknown }): unknown =>
  (answer.body as { errors?: unknown }).errors;

async function added(body: unknown, documents: Files | string = ADD): Promise<unknown> {
  const served = serve(documents);
  const answer = await served.call('POST', '/books', body);
  expect(answer).toMatchObject({ status: 201 });
  return input(served);
}

async function refused(body: unknown, documents: Files | string = ADD): Promise<unknown> {
  const served = serve(documents);
  const answer = await served.call('POST', '/books', body);
  expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_ERROR' } });
  expect(served.calls).toEqual([]);
  return fieldsOf(answer);
}

describe('a body', () => {
  it('is taken member by member, in both spellings at every depth', async () => {
    const expected = {
      title: 'Ferns',
      kind: 'SHORT_STORY',
      shelfNumber: 2,
      weight: 1.5,
      isLent: true,
      ownerId: '7',
      addedAt: '2025-10-13T14:30:00+02:00',
      facts: { anyName: [1] },
      tagNames: ['a'],
      copyOrders: [{ copyId: 'c', newOrder: 1 }],
      publisher: { fullName: 'F', parent: { fullName: 'G' } },
    };
    const camel = { ...expected, kind: 'short_story', ownerId: 7 };
    const snake = {
      title: 'Ferns',
      kind: 'shortStory',
      shelf_number: 2,
      weight: 1.5,
      is_lent: true,
      owner_id: '7',
      added_at: '2025-10-13T14:30:00+02:00',
      facts: { anyName: [1] },
      tag_names: ['a'],
      copy_orders: [{ copy_id: 'c', new_order: 1 }],
      publisher: { full_name: 'F', parent: { full_name: 'G' } },
    };
    expect(await added(camel)).toEqual(expected);
    expect(await added(snake)).toEqual(expected);
  });

  it('may carry both spellings: the documented one wins', async () => {
    const body = { title: 'T', shelfNumber: 1, shelf_number: 2 };
    expect(await added(body)).toMatchObject({ shelfNumber: 1 });
    expect(await added(body, ADD.replace('status:', 'documented: SNAKE, status:'))).toMatchObject({
      shelfNumber: 2,
    });
  });

  it('has members that are ignored: unknown ones, and null', async () => {
    const body = { title: 'T', unknown: 1, shelfNumber: null, shelf_number: 3, ownerId: null };
    expect(await added(body)).toEqual({ title: 'T', kind: 'NOVEL', shelfNumber: 3 });
  });

  it('never reaches a prototype', async () => {
    const text =
      '{"title":"T","__proto__":{"shelfNumber":9},"constructor":{"prototype":{"x":1}},"facts":{"__proto__":{"y":1},"a":1}}';
    const served = serve(ADD);
    const answer = await served.app.inject({
      method: 'POST',
      url: '/shop/api/v1/books',
      payload: text,
      headers: { authorization: 'Bearer good', 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(201);
    expect(input(served)).toEqual({ title: 'T', kind: 'NOVEL', facts: { a: 1 } });
  });

  it('that is missing counts as empty', async () => {
    expect(await refused(undefined)).toEqual({ title: 'title is required' });
    expect(await refused({})).toEqual({ title: 'title is required' });
  });

  it('that is no object is named', async () => {
    expect(await refused([])).toEqual({ body: 'body must be a JSON object' });
  });

  it('is checked strictly, all faults at once, under the names that the caller used', async () => {
    const body = {
      title: 5,
      kind: 'Novel',
      shelf_number: '2',
      weight: 'x',
      isLent: 'true',
      ownerId: {},
      added_at: '2025-10-13',
      facts: [],
      tagNames: 'a',
      copy_orders: [{ copyId: 'c', new_order: 1.5 }, {}, null],
      publisher: 'x',
    };
    expect(await refused(body)).toEqual({
      title: 'title must be a text',
      kind: 'kind must be one of short_story, novel, field_guide',
      shelf_number: 'shelf_number must be a whole number',
      weight: 'weight must be a number',
      isLent: 'isLent must be true or false',
      ownerId: 'ownerId must be an id',
      added_at: 'added_at must be a moment such as 2025-10-13T14:30:00Z',
      facts: 'facts must be an object',
      tagNames: 'tagNames must be a list',
      'copy_orders.0.new_order': 'copy_orders.0.new_order must be a whole number',
      'copy_orders.1.copyId': 'copy_orders.1.copyId is required',
      'copy_orders.1.newOrder': 'copy_orders.1.newOrder is required',
      'copy_orders.2': 'copy_orders.2 is required',
      publisher: 'publisher must be an object',
    });
  });

  it('keeps to the constraints of the graph in the same pass', async () => {
    const body = {
      title: ' ',
      shelf_number: 0,
      tagNames: ['longer', 'b'],
      copyOrders: [{ copyId: 'c', newOrder: 0 }],
      ownerId: '',
    };
    expect(await refused(body)).toEqual({
      title: 'title must not be empty',
      shelf_number: 'shelf_number must be at least 1',
      tagNames: 'tagNames must have at most 5 characters (item 1)',
      'copyOrders.0.newOrder': 'copyOrders.0.newOrder must be at least 1',
      ownerId: 'ownerId must not be empty',
    });
    expect(await refused({ title: 'x'.repeat(21) })).toEqual({
      title: 'title must have at most 20 characters',
    });
  });

  it('refuses numbers that the graph cannot hold', async () => {
    expect(await refused({ title: 'T', shelfNumber: 2 ** 31 })).toEqual({
      shelfNumber: 'shelfNumber must be between -2147483648 and 2147483647',
    });
  });

  it('spells missing members as documented', async () => {
    const documents = ADD.replace('status:', 'documented: SNAKE, status:');
    expect(await refused({ title: 'T', copyOrders: [{}] }, documents)).toEqual({
      'copyOrders.0.copy_id': 'copyOrders.0.copy_id is required',
      'copyOrders.0.new_order': 'copyOrders.0.new_order is required',
    });
  });

  it('has the documented text of @fault for any fault', async () => {
    const documents = ADD.replace('AddBookInput!', 'AddBookInput! @fault(text: "Send a book")');
    expect(await refused({ shelfNumber: 'x' }, documents)).toEqual({
      title: 'Send a book',
      shelfNumber: 'Send a book',
    });
  });
});

describe('members with further names', () => {
  it('are taken under each of them and their twins', async () => {
    const served = serve(CHANGE);
    await served.call('PUT', '/shelves/s/books/b', { remark: 'n' });
    expect(input(served)).toEqual({ shelfId: 's', id: 'b', note: 'n' });
    const signIn = serve(SIGN_IN);
    await signIn.call('POST', '/sign-in', { username: 'a@b.example' });
    expect(input(signIn)).toEqual({ email: 'a@b.example', remember: false });
  });

  it('lie at any depth', async () => {
    const documents = ADD.replace(
      'AddBookInput!',
      'AddBookInput! @memberAlias(member: "copyOrders.newOrder", names: ["toPlace"])',
    );
    expect(await added({ title: 'T', copyOrders: [{ copyId: 'c', to_place: 2 }] }, documents)).toMatchObject({
      copyOrders: [{ copyId: 'c', newOrder: 2 }],
    });
  });
});

describe('parameters of the path', () => {
  it('fill the members of the body that have their names, whatever the body says', async () => {
    const served = serve(CHANGE.replace('agree: ["shelfId", "bookId"]', 'agree: []'));
    await served.call('PUT', '/shelves/s%2F1/books/b%20c', { shelfId: 'other', id: 'x', title: 'T' });
    expect(input(served)).toEqual({ shelfId: 's/1', id: 'b c', title: 'T' });
  });

  it('must be agreed with where the document says so', async () => {
    const served = serve(CHANGE);
    const answer = await served.call('PUT', '/shelves/s/books/b', { shelf_id: 't', bookId: 'c' });
    expect(fieldsOf(answer)).toEqual({
      shelf_id: 'shelf_id must agree with the path',
      bookId: 'bookId must agree with the path',
    });
    expect(await served.call('PUT', '/shelves/s/books/b', { shelf_id: 's', id: 'b' })).toMatchObject({
      status: 200,
    });
  });
});

describe('a header', () => {
  it('fills its variable, or leaves the default; one that makes no sense counts as not sent', async () => {
    const served = serve(SIGN_IN);
    const body = { email: 'a@b.example' };
    await served.call('POST', '/sign-in', body, { headers: { 'X-Remember': 'true' } });
    expect(input(served)).toMatchObject({ remember: true });
    await served.call('POST', '/sign-in', body);
    expect(input(served)).toMatchObject({ remember: false });
    await served.call('POST', '/sign-in', body, { headers: { 'X-Remember': 'yes' } });
    expect(input(served)).toMatchObject({ remember: false });
  });
});

describe('enums', () => {
  const spelled = (directive: string): Files => ({
    'shop/service.graphql': `${SERVICE} ${directive}`,
    'shop/books.graphql': ADD,
  });

  it('are read in the spelling of the service or of the endpoint', async () => {
    const pascal = spelled('@enumSpelling(of: "BookKind", case: PASCAL)');
    expect(await added({ title: 'T', kind: 'ShortStory' }, pascal)).toMatchObject({ kind: 'SHORT_STORY' });
    const single = spelled(
      '@enumSpelling(of: "BookKind", case: CAMEL, values: [{ value: "NOVEL", as: "Long read" }])',
    );
    expect(await added({ title: 'T', kind: 'Long read' }, single)).toMatchObject({ kind: 'NOVEL' });
    expect(await refused({ title: 'T', kind: 'novel' }, single)).toEqual({
      kind: 'kind must be one of shortStory, Long read, fieldGuide',
    });
  });

  it('of the endpoint go before those of the service', async () => {
    const files = {
      ...spelled('@enumSpelling(of: "BookKind", values: [{ value: "NOVEL", as: "roman" }])'),
      'shop/books.graphql': ADD.replace(
        '{',
        '@enumSpelling(of: "BookKind", values: [{ value: "NOVEL", as: "romance" }]) {',
      ),
    };
    expect(await added({ title: 'T', kind: 'romance' }, files)).toMatchObject({ kind: 'NOVEL' });
  });
});
