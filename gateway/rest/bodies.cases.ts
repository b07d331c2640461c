import { serve, type Served, SERVICE } from './testing/kit';

const DOCUMENTS = `
mutation Add($body: AddBookInput!) @rest(method: POST, path: "/books", envelope: SUCCESS) {
  addBook(input: $body) { book { id } } }
mutation Hook($text: String! @raw @fault(text: "Nothing came"), $id: ID! @header(name: "Signature"))
  @rest(method: POST, path: "/hook", envelope: SUCCESS) { changeBook(input: { shelfId: "s", id: $id, title: $text }) { book { id } } }
`;
const FLAT = SERVICE.replace('8009)', '8009, errors: FLAT, invalidStatus: 422)');

const shop = (service = SERVICE): Served =>
  serve({ 'shop/service.graphql': service, 'shop/books.graphql': DOCUMENTS });

interface Sent {
  readonly path?: string;
  readonly type?: string;
  readonly token?: string;
}

/** A body as bytes. */
async function send(served: Served, payload: string | Buffer, sent: Sent = {}) {
  const { path = '/books', type = 'application/json', token = 'Bearer good' } = sent;
  const response = await served.app.inject({
    method: 'POST',
    url: `/shop/api/v1${path}`,
    payload,
    headers: { authorization: token, 'content-type': type, signature: 'x' },
  });
  return { status: response.statusCode, body: response.json<unknown>() };
}

describe('a JSON body', () => {
  it('has each member once', async () => {
    const text = '{"title":"T","copyOrders":[{"copyId":"c","newOrder":1,"copyId":"d"}]}';
    expect(await send(shop(), text)).toEqual({
      status: 400,
      body: {
        success: false,
        error: 'copyOrders.0.copyId must be given once',
        code: 'VALIDATION_ERROR',
        errors: { 'copyOrders.0.copyId': 'copyOrders.0.copyId must be given once' },
        details: {
          errors: [{ field: 'copyOrders.0.copyId', message: 'copyOrders.0.copyId must be given once' }],
        },
      },
    });
    expect(await send(shop(FLAT), '{"a":1,"a":1}')).toEqual({
      status: 400,
      body: { error: 'a must be given once', status: 400 },
    });
  });

  it('is nested within reason', async () => {
    const text = `{"facts":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`;
    expect(await send(shop(), text)).toMatchObject({
      status: 400,
      body: { error: 'The request body is nested too deeply', code: 'VALIDATION_ERROR' },
    });
  });

  it('is UTF-8, with or without its mark', async () => {
    const served = shop();
    expect(await send(served, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toMatchObject({
      status: 400,
      body: { error: 'The request body is not valid UTF-8', code: 'VALIDATION_ERROR' },
    });
    expect(await send(served, '\ufeff{"title":"Ä"}')).toMatchObject({ status: 200 });
    expect(served.calls.at(-1)).toMatchObject({ args: { input: { title: 'Ä' } } });
  });

  it('is not looked at before the caller is known', async () => {
    expect(await send(shop(), '{"a":1,"a":2}', { token: '' })).toMatchObject({ status: 401 });
  });
});

describe('a body that is taken as it came', () => {
  const hook = { path: '/hook' };

  it('goes on character by character, whatever its type is, and whether it is JSON or not', async () => {
    const served = shop();
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      for (const text of ['{"a":1,  "a":2}\n', ' ', '\ufeffx', 'ä']) {
        expect(await send(served, text, { ...hook, type })).toMatchObject({ status: 200 });
        expect(served.calls.at(-1)).toMatchObject({ args: { input: { title: text } } });
      }
    }
  });

  it('is UTF-8', async () => {
    expect(await send(shop(), Buffer.from([0xc3, 0x28]), hook)).toMatchObject({
      status: 400,
      body: { error: 'The request body is not valid UTF-8' },
    });
  });

  it('is there', async () => {
    expect(await send(shop(), '', hook)).toMatchObject({
      status: 422,
      body: { errors: { body: 'Nothing came' } },
    });
  });

  it('does not change what its neighbours take', async () => {
    expect(await send(shop(), 'title=T', { type: 'text/plain' })).toMatchObject({ status: 415 });
  });
});
