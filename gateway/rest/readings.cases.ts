import { raise } from './testing/library';
import { serve, type Served, SERVICE } from './testing/kit';

const add = (directives: string): string => `mutation Add($body: AddBookInput! ${directives})
  @rest(method: POST, path: "/books", status: 201, pick: ["addBook.book"]) { addBook(input: $body) { book { id } } }`;

const input = ({ calls }: Served): unknown => (calls.at(-1)?.args as { input: unknown }).input;

async function added(directives: string, body: unknown): Promise<unknown> {
  const served = serve(add(directives));
  expect(await served.call('POST', '/books', body)).toMatchObject({ status: 201 });
  return input(served);
}

async function refused(directives: string, body: unknown): Promise<unknown> {
  const answer = await serve(add(directives)).call('POST', '/books', body);
  expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_ERROR' } });
  return (answer.body as { errors?: unknown }).errors;
}

describe('null', () => {
  const NULLS = '@nulls(pass: ["shelfNumber", "publisher.parent"], refuse: ["kind", "authors.role"])';

  it('goes on to the graph where it removes, and is absent elsewhere', async () => {
    const body = { title: 'T', shelf_number: null, publisher: { fullName: 'F', parent: null }, weight: null };
    expect(await added(NULLS, body)).toEqual({
      title: 'T',
      kind: 'NOVEL',
      shelfNumber: null,
      publisher: { fullName: 'F', parent: null },
    });
  });

  it('says nothing where another spelling has a value', async () => {
    const body = { title: 'T', shelfNumber: null, shelf_number: 3 };
    expect(await added(NULLS, body)).toMatchObject({ shelfNumber: 3 });
  });

  it('is a fault where it is refused, at any depth, under the name that the caller used', async () => {
    expect(
      await refused(NULLS, { title: 'T', kind: null, authors: [{ fullName: 'A', role: null }] }),
    ).toEqual({
      kind: 'kind must not be null',
      'authors.0.role': 'authors.0.role must not be null',
    });
  });
});

describe('a text in place of an object', () => {
  const TEXTS = `@textAs(of: "authors", member: "fullName") @textAs(of: "publisher.parent", member: "fullName")
    @fault(of: ["authors.fullName"], kinds: [LENGTH], text: "A shorter name")`;

  it('fills one member, in lists and below members', async () => {
    const body = {
      title: 'T',
      authors: ['Ada', { full_name: 'Bob' }],
      publisher: { fullName: 'F', parent: 'G' },
    };
    expect(await added(TEXTS, body)).toMatchObject({
      authors: [{ fullName: 'Ada' }, { fullName: 'Bob' }],
      publisher: { fullName: 'F', parent: { fullName: 'G' } },
    });
  });

  it('is checked as that member, and named as it was sent', async () => {
    expect(await refused(TEXTS, { title: 'T', authors: ['0123456789', 7], publisher: 'F' })).toEqual({
      'authors.0': 'A shorter name',
      'authors.1': 'authors.1 must be an object',
      publisher: 'publisher must be an object',
    });
  });

  it('is named as it was sent where the graph refuses it', async () => {
    const served = serve(add(TEXTS));
    const fields = { 'authors.0.fullName': 'fullName is odd' };
    served.roots['addBook'] = raise('VALIDATION_ERROR', 'x', { fields });
    expect(await served.call('POST', '/books', { title: 'T', authors: ['Ada'] })).toMatchObject({
      body: { errors: { 'authors.0': 'authors.0 is odd' } },
    });
  });
});

describe('forms', () => {
  const FORMS = `@form(as: DAY_END, member: "addedAt") @form(as: CENTS, member: "weight") @form(as: FLAG, member: "isLent")
    @form(as: LEVEL, member: "shelfNumber")`;

  it('of members are read as the graph takes them', async () => {
    const body = { title: 'T', added_at: '2025-10-13', weight: 2999, is_lent: 1, shelfNumber: 4 };
    expect(await added(FORMS, body)).toMatchObject({
      addedAt: '2025-10-13T23:59:59.999Z',
      weight: 29.99,
      isLent: true,
      shelfNumber: 80,
    });
  });

  it('say what they are where a value has another', async () => {
    const body = { title: 'T', addedAt: '2025-02-40', weight: 1.5, isLent: 'yes', shelfNumber: {} };
    expect(await refused(FORMS, body)).toEqual({
      addedAt: 'addedAt must be a day such as 2025-10-13, or a moment',
      weight: 'weight must be a whole number of cents',
      isLent: 'isLent must be 1 or 0',
      shelfNumber: 'shelfNumber must be a level from 1 to 5, a fraction or a percentage',
    });
  });

  it('leave the constraints of the graph in force', async () => {
    expect(await refused(FORMS, { title: 'T', shelfNumber: 0 })).toEqual({
      shelfNumber: 'shelfNumber must be at least 1',
    });
  });

  it('of variables are read from the query', async () => {
    const served = serve(`query List($since: DateTime @form(as: DAY_START), $isLent: Boolean @form(as: FLAG))
      @rest(method: GET, path: "/books") { books(filter: { since: $since, isLent: $isLent }) { totalCount } }`);
    await served.call('GET', '/books?since=2025-10-13&is_lent=0');
    expect(served.calls.at(-1)?.args).toEqual({ filter: { since: '2025-10-13T00:00:00Z', isLent: false } });
  });
});

describe('texts by a table', () => {
  const KINDS = `@spelled(member: "publisher.fullName", values: [
    { value: "Fern & Co", as: "fern", accept: ["Fern"] } { value: "FERN", as: "fern" } { value: "Moss", as: "moss" }])`;

  it('are read by its first row that fits, and are faulty where no row does', async () => {
    const publisher = (fullName: unknown) => ({ title: 'T', publisher: { fullName } });
    expect(await added(KINDS, publisher('fern'))).toMatchObject({ publisher: { fullName: 'Fern & Co' } });
    expect(await added(KINDS, publisher('Fern'))).toMatchObject({ publisher: { fullName: 'Fern & Co' } });
    for (const unknown of ['Moss', 'FERN', '', 5]) {
      expect(await refused(KINDS, publisher(unknown))).toEqual({
        'publisher.fullName': 'publisher.fullName must be one of fern, moss',
      });
    }
  });

  it('stand in the query as well', async () => {
    const served = serve(`query List($title: String @spelled(values: [{ value: "Moss", as: "moss" }]))
      @rest(method: GET, path: "/books") { books(filter: { title: $title }) { totalCount } }`);
    await served.call('GET', '/books?title=moss');
    expect(served.calls.at(-1)?.args).toEqual({ filter: { title: 'Moss' } });
    expect(await served.call('GET', '/books?title=Moss')).toMatchObject({ status: 422 });
  });
});

describe('@needs', () => {
  const served =
    serve(`mutation Add($title: String!, $number: Int @alias(names: ["shelf"]), $kind: BookKind, $ownerId: ID)
    @rest(method: POST, path: "/books", status: 201, pick: ["addBook.book"])
    @needs(variables: ["number", "kind"], unless: "ownerId") {
      addBook(input: { title: $title, shelfNumber: $number, kind: $kind, ownerId: $ownerId }) { book { id } } }`);
  const errors = async (body: object): Promise<unknown> =>
    ((await served.call('POST', '/books', { title: 'T', ...body })).body as { errors?: unknown }).errors;

  it('asks for what the graph can do without', async () => {
    expect(await errors({})).toEqual({ number: 'number is required', kind: 'kind is required' });
    expect(await errors({ shelf: 2, kind: null })).toEqual({ kind: 'kind is required' });
    expect(await errors({ shelf: 2, kind: 'novel' })).toBeUndefined();
  });

  it('asks for nothing when the other one is there, and leaves the fault of what was sent', async () => {
    expect(await errors({ ownerId: 'me' })).toBeUndefined();
    expect(await errors({ shelf: 'two', kind: 'novel' })).toEqual({ shelf: 'shelf must be a whole number' });
  });
});

describe('enums', () => {
  const reads = async (spelling: string, kind: string): Promise<unknown> => {
    const served = serve({
      'shop/service.graphql': `${SERVICE} @enumSpelling(of: "BookKind", ${spelling})`,
      'shop/books.graphql': add(''),
    });
    const { body } = await served.call('POST', '/books', { title: 'T', kind });
    return (body as { errors?: { kind: string } }).errors?.kind ?? (input(served) as { kind: unknown }).kind;
  };

  it('have further spellings that only requests know', async () => {
    const accepting = 'values: [{ value: "NOVEL", as: "roman", accept: ["Long read", "book"] }]';
    expect(await reads(accepting, 'Long read')).toBe('NOVEL');
    expect(await reads(accepting, 'book')).toBe('NOVEL');
    expect(await reads(accepting, 'roman')).toBe('NOVEL');
    expect(await reads(accepting, 'Book')).toBe('kind must be one of short_story, roman, field_guide');
  });

  it('are only what the operation says of a value, where it says something of it', async () => {
    const own = '@enumSpelling(of: "BookKind", values: [{ value: "NOVEL", as: "Novel" }])';
    const served = serve({
      'shop/service.graphql': `${SERVICE} @enumSpelling(of: "BookKind", values: [{ value: "NOVEL", as: "roman", accept: ["book"] }])`,
      'shop/books.graphql': add('').replace(' @rest', ` ${own} @rest`),
    });
    expect(await served.call('POST', '/books', { title: 'T', kind: 'Novel' })).toMatchObject({ status: 201 });
    for (const kind of ['book', 'roman']) {
      expect(await served.call('POST', '/books', { title: 'T', kind })).toMatchObject({ status: 422 });
    }
  });

  it('of one word are no other text than the documented one', async () => {
    expect(await reads('case: PASCAL', 'Novel')).toBe('NOVEL');
    expect(await reads('case: PASCAL', 'short_story')).toBe('SHORT_STORY');
    expect(await reads('case: PASCAL', 'novel')).toBe('kind must be one of ShortStory, Novel, FieldGuide');
  });

  it('are read without regard to case where the document says so', async () => {
    const ignoring =
      'case: PASCAL, ignoreCase: true, values: [{ value: "NOVEL", as: "Roman", accept: ["Book"] }]';
    for (const kind of ['shortstory', 'SHORTSTORY', 'short_story', 'Short_Story']) {
      expect(await reads(ignoring, kind)).toBe('SHORT_STORY');
    }
    expect(await reads(ignoring, 'BOOK')).toBe('NOVEL');
    expect(await reads('case: PASCAL', 'shortstory')).toBe(
      'kind must be one of ShortStory, Novel, FieldGuide',
    );
  });
});
