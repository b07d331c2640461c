/** Whose a key is, and what may be one. */
import { addedId, BODY, expectRefusedKey, openShop, type Sent, type Shop } from './shop.fixture';

let shop: Shop;

beforeEach(() => {
  shop = openShop();
});

describe('a key', () => {
  it.each<[string, Sent]>([
    ['another user', { as: 'bea@one' }],
    ['a user of another tenant', { as: 'ada@two' }],
  ])('says nothing to %s', async (_whose, sent) => {
    expect(addedId(await shop.add())).toBe('b1');
    expect(addedId(await shop.add(BODY, sent))).toBe('b2');
    expect((await shop.add({ title: 'Ferns' }, sent)).status).toBe(422);
  });

  it('says nothing to another endpoint or service', async () => {
    expect(addedId(await shop.add())).toBe('b1');
    expect(addedId(await shop.send('POST /volumes', BODY))).toBe('b2');
    const headers = { authorization: 'Bearer ada@one', 'idempotency-key': 'k' };
    const flat = await shop.app.inject({ method: 'POST', url: '/flat/books', payload: BODY, headers });
    expect(flat.json()).toMatchObject({ data: { id: 'b3' } });
  });

  it("stays its user's when the token is a new one, and asks for a valid one each time", async () => {
    await shop.add();
    expect(await shop.add(BODY, { headers: { authorization: 'Bearer nobody' } })).toMatchObject({
      status: 401,
    });
    expect(await shop.add(BODY, { headers: { 'x-tenant-id': 'two' } })).toMatchObject({ status: 403 });
    expect(addedId(await shop.add(BODY, { headers: { 'x-tenant-id': 'one' } }))).toBe('b1');
  });

  it.each(['GET /books/b1', 'PUT /shelves/1/books/b1'])('has no meaning for %s', async (request) => {
    const body = request.startsWith('PUT') ? { title: 'Ferns' } : undefined;
    for (const key of ['k', 'k', 'x'.repeat(256)]) {
      expect((await shop.send(request, body, { key })).status).toBe(200);
    }
    expect(shop.timesDone()).toBe(3);
  });
});

describe('where anybody may call, a key', () => {
  const signIn = (email: string, sent?: Sent) => shop.send('POST /sign-in', { email }, sent);

  it('gives the same answer to the same request, whatever stale token comes along', async () => {
    const first = await signIn('ada@example.com', { headers: { authorization: 'Bearer stale' } });
    expect(first).toMatchObject({ status: 200, body: { data: { accessToken: 't1' } } });
    expect((await signIn('ada@example.com')).text).toBe(first.text);
    expect(shop.timesDone()).toBe(1);
  });

  it('tells a stranger nothing, not even that it was used', async () => {
    await signIn('ada@example.com');
    const other = await signIn('bea@example.com');
    expect(other).toMatchObject({ status: 200, body: { data: { accessToken: 't2' } } });
  });
});

describe('what is no key', () => {
  it.each([
    ['one of 256 characters', 'x'.repeat(256), 'at most 255 characters'],
    ['one with a tab', 'a\tb', 'control characters'],
    ['one with a control character beyond ASCII', 'a\u0085b', 'control characters'],
  ])('is refused: %s', async (_what, key, words) => {
    expectRefusedKey(await shop.add(BODY, { key }), words);
    expect(shop.timesDone()).toBe(0);
  });

  it('is told only to those who may call, and before the faults of the body', async () => {
    const key = 'x'.repeat(256);
    expect((await shop.add({}, { key, as: 'nobody' })).status).toBe(401);
    expectRefusedKey(await shop.add({}, { key }), 'at most 255 characters');
  });

  it('is none of 255 characters, whatever they are', async () => {
    for (const key of ['x'.repeat(255), '"quoted, and; more"', 'é']) {
      expect((await shop.add(BODY, { key })).status).toBe(201);
    }
  });
});
