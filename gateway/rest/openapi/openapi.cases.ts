/** What the OpenAPI document says of endpoints, by documents over the library's graph. */
import { compile, type Files } from '../testing/kit';

type Json = Record<string, unknown>;

const SERVICE = `extend schema @service(name: "shop", basePath: "/shop/api/v1", mounts: ["/api/books"])
  @enumSpelling(of: "BookKind", case: PASCAL)`;

function described(text: string, files: Files = {}): Json {
  const { api } = compile({ 'shop/service.graphql': SERVICE, 'shop/books.graphql': text, ...files });
  return api.openApi();
}

/** What lies at a path; the members in between are objects. */
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], value);

const operation = (document: Json, path: string, method: string): Json =>
  at(document, 'paths', path, method) as Json;

const answerSchema = (document: Json, path: string, method = 'get', status = '200'): unknown =>
  at(operation(document, path, method), 'responses', status, 'content', 'application/json', 'schema');

const GET = (rest: string, selection: string): string =>
  `query Get($id: ID!) @rest(method: GET, path: "/books/{id}", pick: ["book"] ${rest}) { book(id: $id) @orElse(code: "RESOURCE_NOT_FOUND") { ${selection} } }`;
const PATH = '/shop/api/v1/books/{id}';

describe('an answer', () => {
  const data = (selection: string, rest = ''): unknown =>
    at(answerSchema(described(GET(rest, selection)), PATH), 'properties', 'data');

  it('has the members of the selection as they are spelled, with their types', () => {
    expect(data('id kind shelfNumber addedAt tagNames facts', ', spelling: SNAKE')).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string' },
        kind: { type: 'string', enum: ['ShortStory', 'Novel', 'FieldGuide'] },
        shelf_number: { type: ['integer', 'null'] },
        added_at: { type: 'string', format: 'date-time' },
        tag_names: { type: 'array', items: { type: 'string' } },
        facts: { type: ['object', 'null'] },
      },
      required: ['id', 'kind', 'shelf_number', 'added_at', 'tag_names', 'facts'],
    });
  });

  it('has what the vocabulary makes of them', () => {
    expect(
      data(`publisher @hoist { fullName cityName @default(value: "") }
        owners: lentCopies @pluck(member: "ownerName") { ownerName }
        day: addedAt @form(as: DATE) returnedAt @omitNull
        rating @hoist { stars: averageStars @form(as: LEVEL) }
        number: id @toHeader(name: "Location")`),
    ).toEqual({
      type: 'object',
      properties: {
        fullName: { type: ['string', 'null'] },
        cityName: { type: 'string' },
        owners: { type: 'array', items: { type: ['string', 'null'] } },
        day: { type: 'string', format: 'date' },
        returnedAt: { type: ['string', 'null'], format: 'date-time' },
        stars: { type: ['integer', 'null'], minimum: 1, maximum: 5, description: 'A level from 1 to 5.' },
      },
      required: ['fullName', 'cityName', 'owners', 'day', 'stars'],
    });
  });

  it('says which texts a table writes, unless every other is written as it is', () => {
    const table = '@spelled(values: [{ value: "Moss", as: "moss" }, { value: "M", as: "moss" }]';
    const selection = `title ${table}) publisher @hoist { fullName ${table}, otherwise: "fern") }`;
    expect(data(selection)).toMatchObject({
      properties: {
        title: { type: 'string' },
        fullName: { type: ['string', 'null'], enum: ['fern', 'moss', null] },
      },
    });
    expect(data(selection)).not.toHaveProperty('properties.title.enum');
  });

  it('tells its statuses and headers', () => {
    const document = described(
      GET('', 'id kind @status(when: [{ value: "Novel", status: 201 }]) tag: id @toHeader(name: "ETag")'),
    );
    const { responses } = operation(document, PATH, 'get');
    expect(Object.keys(responses as Json)).toEqual(
      expect.arrayContaining(['200', '201', '304', '401', '404']),
    );
    expect(at(responses, '201', 'headers')).toEqual({ etag: { schema: { type: 'string' } } });
  });

  it('shares the objects of fragments, with an example of each', () => {
    const document = described(
      `${GET('', '...BookJson')} query List($first: Int, $offset: Int) @rest(method: GET, path: "/books", pick: ["books.nodes"])
        @paged(total: "books.totalCount") { books(first: $first, offset: $offset) { nodes { ...BookJson } totalCount } }
        fragment BookJson on Book { id title }`,
    );
    const reference = { $ref: '#/components/schemas/shop_BookJson' };
    expect(at(answerSchema(document, PATH), 'properties', 'data')).toEqual(reference);
    expect(at(answerSchema(document, '/shop/api/v1/books'), 'properties', 'data')).toEqual({
      type: 'array',
      items: reference,
    });
    expect(at(document, 'components', 'schemas', 'shop_BookJson', 'examples', '0')).toEqual({
      id: expect.any(String) as string,
      title: expect.any(String) as string,
    });
  });
});

describe('a request', () => {
  const ADD = `mutation Add($body: AddBookInput! @memberAlias(member: "title", names: ["headline"]) @nulls(pass: ["weight"]))
    @rest(method: POST, path: "/books", status: 201, pick: ["addBook.book"], documented: SNAKE) { addBook(input: $body) { book { id } } }`;

  it('has the members of its body under their documented names, with their limits and further names', () => {
    const body = at(operation(described(ADD), '/shop/api/v1/books', 'post'), 'requestBody');
    expect(body).toMatchObject({ required: true });
    const schema = at(body, 'content', 'application/json', 'schema');
    expect(at(schema, 'required')).toEqual(['title']);
    expect(at(schema, 'properties')).toMatchObject({
      title: { type: 'string', minLength: 1, maxLength: 20, 'x-also-named': ['headline'] },
      shelf_number: { type: 'integer', minimum: 1, 'x-also-named': ['shelfNumber'] },
      weight: { type: ['number', 'null'] },
      tag_names: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 5 } },
    });
  });

  it('has the texts of a table, and what must be there unless something else is', () => {
    const body = at(
      operation(
        described(`mutation Add($title: String! @spelled(values: [{ value: "Moss", as: "moss" }, { value: "M", as: "moss" }]),
            $shelfNumber: Int, $ownerId: ID) @rest(method: POST, path: "/books", envelope: SUCCESS)
          @needs(variables: ["shelfNumber"], unless: "ownerId") {
            addBook(input: { title: $title, shelfNumber: $shelfNumber, ownerId: $ownerId }) { book { id } } }`),
        '/shop/api/v1/books',
        'post',
      ),
      'requestBody',
    );
    expect(body).toMatchObject({ required: true });
    const { schema, example } = at(body, 'content', 'application/json') as Json;
    expect(example).toMatchObject({ title: 'moss', shelfNumber: 1 });
    expect(at(schema, 'properties', 'title')).toMatchObject({ type: 'string', enum: ['moss'] });
    expect(schema).toMatchObject({
      required: ['title'],
      anyOf: [{ required: ['shelfNumber'] }, { required: ['ownerId'] }],
    });
  });

  it('has what may stand in query or body, and bodies that are lists or items', () => {
    const document =
      described(`mutation Add($body: AddBookInput! @asList(member: "copyOrders")) @rest(method: POST, path: "/lists", envelope: SUCCESS) {
        addBook(input: $body) { book { id } } }
      mutation Remove($id: ID! @orBody) @rest(method: POST, path: "/removals", envelope: SUCCESS) {
        removeBook(input: { id: $id }) { removedId } }`);
    const removal = operation(document, '/shop/api/v1/removals', 'post');
    expect(at(removal, 'parameters', '0')).toMatchObject({
      name: 'id',
      in: 'query',
      required: false,
      description: 'The body may carry it instead.',
    });
    const list = operation(document, '/shop/api/v1/lists', 'post');
    const schema = at(list, 'requestBody', 'content', 'application/json', 'schema');
    const item = expect.objectContaining({ required: ['copyId', 'newOrder'] }) as Json;
    expect(at(schema, 'anyOf')).toEqual([
      expect.objectContaining({ required: ['title'] }),
      { type: 'array', items: item },
      item,
    ]);
  });

  it('has its parameters where they are sent', () => {
    const document =
      described(`query List($kind: BookKind, $sort: BookSort @sortExpression, $first: Int, $offset: Int, $day: String @header(name: "X-Day"))
      @rest(method: GET, path: "/books", pick: ["books.nodes"]) @paged(total: "books.totalCount") {
        openingHours(day: $day) books(filter: { kind: $kind }, sort: $sort, first: $first, offset: $offset) { nodes { id } totalCount } }`);
    const { parameters } = operation(document, '/shop/api/v1/books', 'get') as { parameters: Json[] };
    expect(parameters.map(({ name, in: place }) => [name, place])).toEqual([
      ['kind', 'query'],
      ['sort', 'query'],
      ['X-Day', 'header'],
      ['page', 'query'],
      ['limit', 'query'],
      ['offset', 'query'],
    ]);
    expect(at(parameters[1], 'schema')).toEqual({
      type: 'string',
      enum: ['title', '-title', 'added_at', '-added_at'],
    });
  });
});

describe('the document', () => {
  it('has every path of an endpoint, templates that match alike as one, and the operation behind it once', () => {
    const document = described(
      `query Get($id: ID!) @rest(method: GET, path: "/books/{id}", aliases: ["/api/books/{id}"], pick: ["book"]) { book(id: $id) { id } }
       mutation Change($body: ChangeBookInput! @memberAlias(member: "id", names: ["bookId"])) @rest(method: PUT, path: "/books/{bookId}", pick: ["changeBook.book"]) { changeBook(input: $body) { book { id } } }`,
    );
    expect(Object.keys(document['paths'] as Json)).toEqual([PATH, '/api/books/{id}']);
    expect(at(operation(document, PATH, 'put'), 'parameters', '0')).toMatchObject({ name: 'id', in: 'path' });
    expect(operation(document, PATH, 'get')).toMatchObject({
      operationId: 'Get',
      'x-graphql': expect.stringContaining('query Get($id: ID!)') as string,
    });
    expect(operation(document, '/api/books/{id}', 'get')).toMatchObject({
      operationId: 'Get_alias1',
      'x-alias-of': 'Get',
    });
  });

  it('has the errors of each endpoint as the service writes them, a body per code', () => {
    const document = described(
      `mutation Add($body: AddBookInput!) @rest(method: POST, path: "/books", pick: ["addBook.book"]) @raises(codes: ["DUPLICATE_RESOURCE"])
        @onError(code: "DUPLICATE_RESOURCE", status: 410, text: "Taken") { addBook(input: $body) { book { id } } }`,
    );
    const { responses } = operation(document, '/shop/api/v1/books', 'post');
    expect(Object.keys(responses as Json)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '410', '413', '415', '422', '500', '503', '504']),
    );
    const [, , , name = ''] = (at(responses, '410', '$ref') as string).split('/');
    expect(at(document, 'components', 'responses', name, 'content', 'application/json', 'examples')).toEqual({
      DUPLICATE_RESOURCE: { value: { success: false, error: 'Taken', code: 'DUPLICATE_RESOURCE' } },
    });
  });

  it('says which endpoints need no token', () => {
    const document = described('query Hours @rest(method: GET, path: "/hours") { openingHours }');
    expect(operation(document, '/shop/api/v1/hours', 'get')).toMatchObject({ security: [] });
    expect(document).toMatchObject({ security: [{ accessToken: [] }] });
  });
});

describe('an event stream', () => {
  const document = described(`
    subscription Watch($shelfId: ID!, $lastEventId: ID @header(name: "Last-Event-ID") @query)
    @rest(method: GET, path: "/shelves/{shelfId}", pick: ["shelfActivity"])
    @identity(token: ["access_token", "accessToken"], tenant: ["tenant"]) {
      shelfActivity(shelfId: $shelfId, after: $lastEventId) {
        ... on BookMoved {
          kind @event(names: [{ value: "PUT_IN", as: "book.in", later: "bookIn" }])
          book @orSkip { title }
        }
        ... on ShelfLost { __typename @event(names: [{ value: "ShelfLost", as: "lost" }]) }
      }
    }`);
  const path = '/shop/api/v1/shelves/{shelfId}';

  it('is text, with the data of its events beside, and faults before it begins in JSON', () => {
    const { responses } = operation(document, path, 'get');
    expect(Object.keys(at(responses, '200', 'content') as Json)).toEqual(['text/event-stream']);
    expect(at(responses, '200', 'content', 'text/event-stream', 'schema', 'x-event-data')).toEqual({
      type: 'object',
      properties: {
        type: { type: 'string', enum: ['book.in', 'bookIn', 'lost'] },
        book: { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] },
      },
      required: ['type'],
    });
    expect(Object.keys(responses as Json)).toEqual(expect.arrayContaining(['401', '403', '422']));
  });

  it('takes its position and the identity of its caller in two ways', () => {
    const { parameters } = operation(document, path, 'get');
    expect((parameters as Json[]).map((parameter) => [parameter['in'], parameter['name']])).toEqual([
      ['path', 'shelfId'],
      ['query', 'lastEventId'],
      ['header', 'Last-Event-ID'],
      ['query', 'access_token'],
      ['query', 'tenant'],
    ]);
  });
});
