import { raise } from './testing/library';
import { type Answer, serve, type Served, SERVICE } from './testing/kit';

const FLAT = SERVICE.replace('8009)', '8009, errors: FLAT, invalidStatus: 422)');
const PLAIN_400 = `${SERVICE} @onError(code: "VALIDATION_ERROR", status: 400, text: "No")`;

const add = (faults: string): string => `mutation Add($body: AddBookInput! ${faults})
  @rest(method: POST, path: "/books", pick: ["addBook.book"]) { addBook(input: $body) { book { id } } }`;

const shop = (faults: string, service = SERVICE): Served =>
  serve({ 'shop/service.graphql': service, 'shop/books.graphql': add(faults) });

const post = async (faults: string, body: unknown, service = SERVICE): Promise<Answer> =>
  shop(faults, service).call('POST', '/books', body);

const text = async (faults: string, body: unknown): Promise<unknown> =>
  ((await post(faults, body)).body as { error: unknown }).error;

describe('the words of @fault', () => {
  const BY_KIND = `@fault(of: ["title"], kinds: [MISSING], text: "Title please")
    @fault(of: ["title"], kinds: [LENGTH], text: "Title too long")
    @fault(of: ["shelfNumber"], kinds: [RANGE], text: "No such shelf")
    @fault(of: ["shelfNumber"], kinds: [FORM], text: "Shelves are numbers")
    @fault(of: ["authors"], text: "Odd authors")
    @fault(kinds: [FORM], text: "Malformed")`;

  it.each([
    [{}, 'Title please'],
    [{ title: null }, 'Title please'],
    [{ title: ' ' }, 'Title please'],
    [{ title: 'x'.repeat(21) }, 'Title too long'],
    [{ title: 5 }, 'Malformed'],
    [{ title: 'T', shelfNumber: 0 }, 'No such shelf'],
    [{ title: 'T', shelfNumber: 2 ** 40 }, 'No such shelf'],
    [{ title: 'T', shelf_number: 'x' }, 'Shelves are numbers'],
    [{ title: 'T', kind: 'poem' }, 'Malformed'],
    [{ title: 'T', authors: [] }, 'Odd authors'],
    [{ title: 'T', authors: [{ fullName: 'A' }, { full_name: '' }] }, 'Odd authors'],
    [{ title: 'T', tagNames: ['a', 'b', 'c'] }, 'tagNames must have at most 2 items'],
    [[], 'Malformed'],
  ])('are chosen by kind and member: %j', async (body, expected) => {
    expect(await text(BY_KIND, body)).toBe(expected);
  });

  it('are the first ones that fit', async () => {
    const faults = '@fault(of: ["title"], text: "First") @fault(text: "Second")';
    expect((await post(faults, { kind: 'x' })).body).toMatchObject({
      error: 'First',
      errors: { title: 'First', kind: 'Second' },
    });
  });

  it('hold for what lies below a member, and for nothing above it', async () => {
    expect(await text('@fault(of: ["publisher"], text: "P")', { title: 'T', publisher: {} })).toBe('P');
    expect(await text('@fault(of: ["publisher.parent"], text: "P")', { title: 'T', publisher: {} })).toBe(
      'publisher.fullName is required',
    );
  });

  it('go before what is said of the code', async () => {
    const faults = '@fault(of: ["title"], text: "Title please", status: 409)';
    expect(await post(faults, {}, PLAIN_400)).toMatchObject({ status: 409, body: { error: 'Title please' } });
    expect(await post(faults, { title: 'T', kind: 'x' }, PLAIN_400)).toMatchObject({
      status: 400,
      body: { error: 'No' },
    });
  });
});

describe('code and status of @fault', () => {
  const CODED = `@fault(of: ["title"], code: "INSUFFICIENT_CONTEXT") @fault(of: ["kind"], code: "BAD_REQUEST")
    @fault(of: ["shelfNumber"], status: 400, text: "Which shelf?")`;

  it('stand in place of the usual ones', async () => {
    expect(await post(CODED, {})).toMatchObject({
      status: 422,
      body: { code: 'INSUFFICIENT_CONTEXT', error: 'title is required' },
    });
    expect(await post(CODED, { title: 'T', kind: 'x' })).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST' },
    });
    expect((await post(CODED, { title: 'T', shelfNumber: 'x' }, FLAT)).body).toEqual({
      error: 'Which shelf?',
      status: 400,
    });
  });

  it('are those of the first fault, unless one with a lower status is there', async () => {
    expect(await post(CODED, { shelfNumber: 'x', kind: 'x' })).toMatchObject({
      status: 400,
      body: {
        code: 'BAD_REQUEST',
        error: 'kind must be one of short_story, novel, field_guide',
        errors: { title: 'title is required', shelfNumber: 'Which shelf?' },
      },
    });
    expect(await post(CODED, { weight: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'INSUFFICIENT_CONTEXT', errors: { weight: 'weight must be a number' } },
    });
  });
});

describe('faults that the graph found', () => {
  const RULES = `@fault(of: ["authors.role"], kinds: [RANGE], text: "Never")
    @fault(of: ["authors.role"], kinds: [MISSING], text: "Which role?") @fault(of: ["authors"], code: "BAD_REQUEST")`;
  const BODY = { title: 'T', authors: [{ fullName: 'A' }] };
  const fields = { 'authors.0.role': 'role is odd' };

  it('fit rules of their member that ask for no kind', async () => {
    const served = shop(RULES);
    served.roots['addBook'] = raise('BUSINESS_RULE_VIOLATION', 'x', { fields });
    expect(await served.call('POST', '/books', BODY)).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', errors: { 'authors.0.role': 'authors.0.role is odd' } },
    });
  });

  it('fit rules of a kind where the subgraph tells it', async () => {
    const served = shop(RULES);
    served.roots['addBook'] = raise('VALIDATION_ERROR', 'x', {
      fields,
      kinds: { 'authors.0.role': 'MISSING' },
    });
    expect(await served.call('POST', '/books', BODY)).toMatchObject({
      status: 422,
      body: { code: 'VALIDATION_ERROR', error: 'Which role?' },
    });
  });
});
