import { BOOK } from './testing/library';
import { faultsOf, serve, type Served } from './testing/kit';

const endpoint = (rest: string, operation: string, selection: string): Served =>
  serve(`query Get @rest(method: GET, path: "/book" ${rest}) ${operation} { ${selection} }`);

const answer = async (served: Served, headers = {}): Promise<Record<string, unknown>> => {
  const { status, headers: all, body } = await served.call('GET', '/book', undefined, { headers });
  return { status, headers: all, body };
};

describe('a field with @status', () => {
  const served = (): Served =>
    endpoint(
      'pick: ["book"]',
      '',
      'book(id: 1) { id state: kind @status(when: [{ value: "novel", status: 201 }, { value: "short_story", status: 503 }]) }',
    );

  it('chooses the status by its value as it is written, and is not written itself', async () => {
    const { roots, ...rest } = served();
    roots['book'] = () => ({ ...BOOK, kind: 'SHORT_STORY' });
    expect(await answer({ roots, ...rest })).toMatchObject({
      status: 503,
      body: { success: true, data: { id: 'b1' } },
    });
  });

  it('leaves the status of the endpoint for all other values', async () => {
    expect(await answer(served())).toMatchObject({
      status: 200,
      body: { success: true, data: { id: 'b1' } },
    });
  });
});

describe('a field with @toHeader', () => {
  it('is a header and no member, with the text around it', async () => {
    const served = endpoint(
      'pick: ["book"]',
      '',
      'book(id: 1) { id number: id @toHeader(name: "Location", text: "/books/{}") title @toHeader(name: "X-Title") }',
    );
    served.roots['book'] = () => ({ ...BOOK, title: 'Föhn\r\nX: y' });
    expect(await answer(served)).toMatchObject({
      headers: { location: '/books/b1', 'x-title': 'F%C3%B6hn%0D%0AX: y' },
      body: { success: true, data: { id: 'b1' } },
    });
  });

  it('is left out for null and false', async () => {
    const { headers } = await answer(
      endpoint('pick: ["book"]', '', 'book(id: 1) { id returnedAt @toHeader(name: "X-Returned") }'),
    );
    expect(headers).not.toHaveProperty('x-returned');
  });

  it.each(['W/"b1"', '"other", W/"b1"', '"b1"', '*'])(
    'answers 304 without a body to a caller who has the ETag: %s',
    async (tag) => {
      const served = endpoint(
        'pick: ["book"]',
        '',
        `book(id: 1) { id tag: id @toHeader(name: "ETag", text: "W/\\"{}\\"") }`,
      );
      expect(await answer(served, { 'if-none-match': tag })).toMatchObject({
        status: 304,
        headers: { etag: 'W/"b1"' },
        body: undefined,
      });
      expect(await answer(served, { 'if-none-match': 'W/"b2"' })).toMatchObject({ status: 200 });
    },
  );
});

describe('a field with @beside', () => {
  it('stands beside the data, spelled like it', async () => {
    const served = endpoint(
      'pick: ["book"], spelling: BOTH',
      '',
      'book(id: 1) { id tagNames @beside publisher @hoist { cityName @beside } }',
    );
    expect((await answer(served))['body']).toEqual({
      success: true,
      data: { id: 'b1' },
      tagNames: ['green'],
      tag_names: ['green'],
      cityName: null,
      city_name: null,
    });
  });

  it('stands there with its own members where it is spread, also in place of those of the envelope', async () => {
    const selection =
      'stock(orgId: 1) { total } again: stock(orgId: 1) @beside(spread: true) { success: total perShelf }';
    expect((await answer(endpoint('pick: ["stock"]', '', selection)))['body']).toEqual({
      success: 7,
      data: { total: 7 },
      perShelf: [3, 4],
    });
    expect((await answer(endpoint('pick: ["stock"], envelope: NONE', '', selection)))['body']).toEqual({
      total: 7,
      success: 7,
      perShelf: [3, 4],
    });
  });
});

describe('constants', () => {
  it('stand in the data, beside it, or in the object of a field', async () => {
    const served = endpoint(
      'pick: ["book"]',
      '@constant(name: "kind", value: "book") @constant(name: "message", value: "Found", beside: true)',
      'book(id: 1) { id lentCopies @constant(name: "isCopy", value: true) { id } }',
    );
    expect((await answer(served))['body']).toEqual({
      success: true,
      data: { id: 'b1', kind: 'book', lentCopies: [{ id: 'c1', isCopy: true }] },
      message: 'Found',
    });
  });

  it('are all of the data where nothing is picked', async () => {
    const served = endpoint(
      'pick: [], envelope: NONE',
      '@constant(name: "deleted", value: 1) @constant(name: "reason")',
      'book(id: 1) { id }',
    );
    expect((await answer(served))['body']).toEqual({ deleted: 1, reason: null });
  });
});

describe('envelopes', () => {
  it.each([
    ['DATA_ERROR', { success: true, data: { id: 'b1' }, error: null }],
    ['STATUS', { status: 'ok', data: { id: 'b1' } }],
  ])('%s', async (envelope, body) => {
    expect(
      (await answer(endpoint(`pick: ["book"], envelope: ${envelope}`, '', 'book(id: 1) { id }')))['body'],
    ).toEqual(body);
  });

  it('FILE is the file itself, to be saved under its name', async () => {
    const served = endpoint(
      'pick: ["book"], envelope: FILE',
      '',
      'book(id: 1) { content: title type: id name: id }',
    );
    served.roots['book'] = () => ({
      ...BOOK,
      id: 'text/plain',
      title: Buffer.from('{"a":1}').toString('base64'),
    });
    const { status, headers, text } = await served.call('GET', '/book');
    expect({ status, text }).toEqual({ status: 200, text: '{"a":1}' });
    expect(headers).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': 'attachment; filename="text_plain"',
    });
  });
});

describe('a page', () => {
  const list = (paged: string, rest = 'pick: ["books"]'): Served =>
    serve(`query List($first: Int, $offset: Int) @rest(method: GET, path: "/book" ${rest})
      @paged(total: "books.totalCount" ${paged}) { books(first: $first, offset: $offset) { items: nodes { id } totalCount } }`);
  const members = `members: [{ of: PAGE, as: "page" }, { of: SIZE, as: "pageSize" }, { of: TOTAL, as: "totalCount" },
    { of: TOTAL_PAGES, as: "totalPages" }, { of: HAS_NEXT, as: "hasNext" }, { of: HAS_PREVIOUS, as: "hasPrevious" }]`;

  it('is told beside the list in the data, under the names of the document', async () => {
    const { body } = await list(`within: true, ${members}`).call('GET', '/book?page=2&size=20');
    expect(body).toEqual({
      success: true,
      data: {
        items: [{ id: 'b1' }],
        pagination: {
          page: 2,
          pageSize: 20,
          totalCount: 45,
          totalPages: 3,
          hasNext: true,
          hasPrevious: true,
        },
      },
    });
  });

  it('is told of a whole list too where the document wants it', async () => {
    const served = list(`told: true, ${members}`, 'pick: ["books.items"]');
    expect((await served.call('GET', '/book')).body).toMatchObject({
      pagination: {
        page: 1,
        pageSize: 45,
        totalCount: 45,
        totalPages: 1,
        hasNext: false,
        hasPrevious: false,
      },
    });
    expect(served.calls).toEqual([{ field: 'books', args: {} }]);
  });
});

describe('what is not known', () => {
  it('stands at its default and is named by the object around it', async () => {
    const served = endpoint(
      'pick: ["book"]',
      '',
      `book(id: 1) @tellsUnknown { id returnedAt @default(value: "not known", unknown: true)
        publisher @tellsUnknown { fullName cityName @default(value: "", unknown: true) } }`,
    );
    expect((await answer(served))['body']).toEqual({
      success: true,
      data: {
        id: 'b1',
        returnedAt: 'not known',
        publisher: { fullName: 'Fern & Co', cityName: '', unknown: ['cityName'] },
        unknown: ['returnedAt'],
      },
    });
  });
});

describe('texts by a table', () => {
  it('are written as it says, others as they are or as what it names', async () => {
    const table = '@spelled(values: [{ value: "Mosses", as: "moss" }]';
    const other = '@spelled(values: [{ value: "Ferns", as: "fern" }], otherwise: "?")';
    const served = endpoint(
      'pick: ["book"]',
      '',
      `book(id: 1) { title ${table}) other: title ${other} same: title ${other.replace(', otherwise: "?"', '')} }`,
    );
    expect((await answer(served))['body']).toMatchObject({
      data: { title: 'moss', other: '?', same: 'Mosses' },
    });
  });
});

describe('forms of values', () => {
  it('are those that the document names', async () => {
    const served = endpoint(
      'pick: ["book"]',
      '',
      'book(id: 1) { day: addedAt @form(as: DATE) month: addedAt @form(as: MONTH) returnedAt @form(as: DATE) }',
    );
    expect((await answer(served))['body']).toMatchObject({
      data: { day: '2025-11-02', month: '2025-11', returnedAt: null },
    });
  });
});

describe('faults of documents', () => {
  const fault = (selection: string, rest = 'pick: ["book"]'): readonly string[] =>
    faultsOf(`query A @rest(method: GET, path: "/a", ${rest}) {\n${selection}\n}`).map((text) =>
      text.replace(/^\S+ /, ''),
    );

  it.each([
    ['book(id: 1) { lentCopies { id @beside } }', '"id" lies below a list: @beside needs one value.'],
    [
      'book(id: 1) { id publisher @hoist @beside { fullName } }',
      '"publisher" cannot have both @beside and @hoist.',
    ],
    ['book(id: 1) { id @status(when: [{ value: "b1", status: 99 }]) }', '99 is no status of an answer.'],
    ['book(id: 1) { id @toHeader(name: "X Y") }', '"X Y" is not the name of a header.'],
    ['book(id: 1) { title @form(as: FLAG) }', '"title" is String, which has no form FLAG.'],
    ['book(id: 1) { id @spelled(values: []) }', '"id" is ID, not a text.'],
    ['book(id: 1) { title @default(value: "", unknown: true) }', 'Nothing around "title" has @tellsUnknown.'],
  ])('%s', (selection, message) => {
    expect(fault(selection)).toEqual([message]);
  });

  it('a file without its parts', () => {
    expect(fault('book(id: 1) { content: title }', 'pick: ["book"], envelope: FILE')).toEqual([
      'A file needs type, name in what is picked.',
    ]);
  });
});
