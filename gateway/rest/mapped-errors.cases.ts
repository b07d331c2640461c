/** What becomes of errors and of missing fields where a document says so: @orElse and @onError. */
import { raise } from './testing/library';
import { serve, type Served, SERVICE } from './testing/kit';

const FLAT = SERVICE.replace('8009)', '8009, errors: FLAT, invalidStatus: 400, spelling: SNAKE)');

const get = (selection = '{ book(id: $id) { id } }', directives = ''): string =>
  `query Get($id: ID!) @rest(method: GET, path: "/books/{id}", pick: ["book"]) ${directives}${selection}`;

const shop = (documents: string, service = SERVICE): Served =>
  serve({ 'shop/service.graphql': service, 'shop/books.graphql': documents });

describe('@orElse', () => {
  const document = get('{ book(id: $id) @orElse(code: "GOAL_NOT_FOUND") { id } }');

  it('makes the error of a missing field, with its kind and the id of the path', async () => {
    const served = shop(document);
    served.roots['book'] = () => null;
    expect(await served.call('GET', '/books/9')).toMatchObject({
      status: 404,
      body: {
        success: false,
        error: 'Goal not found',
        code: 'GOAL_NOT_FOUND',
        details: { resourceType: 'goal', resourceId: '9' },
      },
    });
  });

  it('leaves fields alone that are there, or that failed', async () => {
    const served = shop(document);
    expect(await served.call('GET', '/books/9')).toMatchObject({ status: 200 });
    served.roots['book'] = raise('FORBIDDEN', 'Not yours');
    expect(await served.call('GET', '/books/9')).toMatchObject({ status: 403 });
  });

  it('works on answers that are shown whole', async () => {
    const served = shop(
      'query A @rest(method: GET, path: "/a", spelling: SNAKE) { someBook: book(id: 1) @orElse(code: "GOAL_NOT_FOUND") { id } }',
    );
    expect((await served.call('GET', '/a')).body).toMatchObject({ data: { someBook: { id: 'b1' } } });
    served.roots['book'] = () => null;
    expect(await served.call('GET', '/a')).toMatchObject({ status: 404 });
  });
});

describe('@onError', () => {
  it('gives an error another code, status and text, the operation before the service', async () => {
    const service = `${SERVICE} @onError(code: "FORBIDDEN", text: "Keep out") @onError(code: "BAD_REQUEST", status: 418)`;
    const served = shop(
      get(undefined, '@onError(code: "BAD_REQUEST", as: "DUPLICATE_RESOURCE", text: "Twice")'),
      service,
    );
    served.roots['book'] = raise('FORBIDDEN', 'Not yours');
    expect(await served.call('GET', '/books/1')).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN', error: 'Keep out' },
    });
    served.roots['book'] = raise('BAD_REQUEST', 'What?');
    expect(await served.call('GET', '/books/1')).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE_RESOURCE', error: 'Twice' },
    });
  });

  it('takes the text of the catalogue with a new code', async () => {
    const served = shop(
      get(undefined, '@onError(code: "SERVICE_UNAVAILABLE", as: "AI_SERVICE_UNAVAILABLE")'),
    );
    served.graph.down.add('books');
    expect(await served.call('GET', '/books/1')).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { code: 'AI_SERVICE_UNAVAILABLE', error: 'Coaching gives no answer; try again later' },
    });
  });

  it.each([
    ['KPI_LINK_NOT_FOUND', { resourceType: 'kpiLink', resourceId: '9' }],
    ['RESOURCE_NOT_FOUND', { resourceId: '9' }],
  ])('calls what is missing as the new code does: %s', async (code, details) => {
    const served = shop(get(undefined, `@onError(code: "MEASURE_LINK_NOT_FOUND", as: "${code}")`));
    const known = { resourceType: 'measureLink', resourceId: '9' };
    served.roots['book'] = raise('MEASURE_LINK_NOT_FOUND', 'None', { details: known });
    const { body } = await served.call('GET', '/books/9');
    expect(body).toMatchObject({ code });
    expect((body as { details: unknown }).details).toEqual(details);
  });

  it('holds for faults that are found before the graph is asked', async () => {
    const service = `${FLAT} @onError(code: "UNAUTHORIZED", text: "Unauthorized")`;
    const answer = await shop(get(), service).call('GET', '/books/1', undefined, {
      headers: { authorization: '' },
    });
    expect(answer.body).toEqual({ error: 'Unauthorized', status: 401 });
  });
});
