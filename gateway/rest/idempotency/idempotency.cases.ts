/** What callers see of requests that they repeat under one key. */
import { raise } from '../testing/library';
import { MemoryStore } from './memory-store';
import { addedId, BODY, expectRefusedKey, hold, openShop, type Shop } from './shop.fixture';

let shop: Shop;

beforeEach(() => {
  shop = openShop();
});

describe('the same request under the same key', () => {
  it('is done once, and answered with the same status, headers and body', async () => {
    const first = await shop.add();
    expect(first).toMatchObject({ status: 201, body: { data: { id: 'b1' } } });
    const again = await shop.add({ shelfNumber: 4, title: 'Mosses' });
    expect({ ...again.headers, date: null }).toEqual({ ...first.headers, date: null });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(shop.timesDone()).toBe(1);
  });

  it('is the same under every path of the endpoint, and with an answer that has no body', async () => {
    expect(await shop.send('POST /books/b1:remove')).toMatchObject({ status: 204, text: '' });
    expect(await shop.send('POST /book/b1:remove')).toMatchObject({ status: 204, text: '' });
    expect(shop.timesDone()).toBe(1);
  });

  it('is done twice under two keys, without one, and under an empty one', async () => {
    const ids = [];
    for (const key of ['x', 'y', undefined, undefined, '', '']) {
      ids.push(addedId(await shop.add(BODY, { key })));
    }
    expect(ids).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6']);
  });

  it('is done again after 24 hours', async () => {
    await shop.add();
    shop.clock.advance(24 * 60 * 60 - 1);
    expect(await shop.add()).toMatchObject({ body: { data: { id: 'b1' } } });
    shop.clock.advance(1);
    expect(await shop.add()).toMatchObject({ body: { data: { id: 'b2' } } });
  });

  it.each([
    [404, 'RESOURCE_NOT_FOUND'],
    [422, 'VALIDATION_ERROR'],
    [400, 'BUSINESS_RULE_VIOLATION'],
  ])('is answered alike when it was refused for good: %s', async (status, code) => {
    const { addBook } = shop.roots;
    shop.roots['addBook'] = raise(code, 'No');
    const first = await shop.add();
    shop.roots['addBook'] = addBook as () => unknown;
    expect(first.status).toBe(status);
    expect((await shop.add()).text).toBe(first.text);
    expect(shop.timesDone()).toBe(1);
  });

  it.each([
    [401, 'UNAUTHORIZED'],
    [403, 'GOAL_LIMIT_REACHED'],
    [409, 'DUPLICATE_RESOURCE'],
    [429, 'RATE_LIMIT_EXCEEDED'],
    [500, 'INTERNAL_SERVER_ERROR'],
    [503, 'SERVICE_UNAVAILABLE'],
    [504, 'REQUEST_TIMEOUT'],
  ])('can succeed when what stood in the way is gone: %s', async (status, code) => {
    const { addBook } = shop.roots;
    shop.roots['addBook'] = raise(code, 'No');
    expect((await shop.add()).status).toBe(status);
    shop.roots['addBook'] = addBook as () => unknown;
    expectRefusedKey(await shop.add({ title: 'Ferns' }), 'another request');
    expect((await shop.add()).status).toBe(201);
    expect((await shop.add()).text).toContain('"b1"');
  });
});

describe('another request under a key that was used', () => {
  it.each<[string, string, unknown, string, unknown]>([
    ['with another body', 'POST /books', BODY, 'POST /books', { ...BODY, shelfNumber: 5 }],
    ['with a member that nobody knows', 'POST /books', BODY, 'POST /books', { ...BODY, colour: 'red' }],
    ['without a body', 'POST /books', BODY, 'POST /books', undefined],
    ['with another query', 'POST /discard?id=1', undefined, 'POST /discard?id=2', undefined],
    ['of another object', 'POST /books/1:remove', undefined, 'POST /books/2:remove', undefined],
  ])('%s is refused, naming the header, and not done', async (_what, first, body, second, other) => {
    expect((await shop.send(first, body)).status).toBeLessThan(300);
    expectRefusedKey(await shop.send(second, other), 'another request');
    expect(shop.timesDone()).toBe(1);
  });

  it('is refused with 422 and a text alone by a service whose errors are flat', async () => {
    const flat = (body: object): Promise<{ statusCode: number; json(): unknown }> =>
      shop.app.inject({
        method: 'POST',
        url: '/flat/books',
        payload: body,
        headers: { authorization: 'Bearer ada@one', 'idempotency-key': 'k' },
      });
    expect((await flat(BODY)).statusCode).toBe(201);
    const refused = await flat({ title: 'Ferns' });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toEqual({ error: 'Idempotency-Key was used for another request', status: 422 });
  });

  it('is taken after 24 hours', async () => {
    await shop.add();
    shop.clock.advance(24 * 60 * 60);
    expect((await shop.add({ title: 'Ferns' })).status).toBe(201);
  });
});

describe('the same request while the first is still running', () => {
  it('is told to come back, and then has the answer', async () => {
    const { begun, finish } = hold(shop);
    const first = shop.add();
    await begun;
    expect(await shop.add()).toMatchObject({
      status: 409,
      headers: { 'retry-after': '1' },
      body: { success: false, code: 'REQUEST_IN_PROGRESS' },
    });
    finish();
    expect((await shop.add()).text).toBe((await first).text);
    expect(shop.timesDone()).toBe(1);
  });

  it('is done when the first has died: nobody waits for it longer than a request may take', async () => {
    const { begun, finish } = hold(shop);
    const first = shop.add();
    await begun;
    shop.clock.advance(30);
    expect((await shop.add()).status).toBe(409);
    shop.clock.advance(5);
    shop.roots['addBook'] = () => ({ book: { id: 'second', title: 'Mosses' } });
    expect(addedId(await shop.add())).toBe('second');
    finish();
    await first;
    expect(addedId(await shop.add())).toBe('second');
  });
});

describe('when the store does not answer', () => {
  const away = (): Promise<never> => Promise.reject(new Error('nobody is there'));

  it('nothing is done that could be done twice, and requests without a key are served', async () => {
    shop = openShop(Object.assign(new MemoryStore(), { claim: away }));
    expect(await shop.add()).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { code: 'SERVICE_UNAVAILABLE' },
    });
    expect(shop.timesDone()).toBe(0);
    expect((await shop.add(BODY, { key: undefined })).status).toBe(201);
  });

  it('what was done is answered, though nobody can note it', async () => {
    shop = openShop(Object.assign(new MemoryStore(), { keep: away, release: away }));
    expect((await shop.add()).status).toBe(201);
    shop.roots['addBook'] = raise('SERVICE_UNAVAILABLE', 'No');
    expect((await shop.add(BODY, { key: 'other' })).status).toBe(503);
  });
});
