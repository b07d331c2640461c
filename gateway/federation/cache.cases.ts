import { InvalidOperation, createOperationCache } from './index';
import { createTestGraph } from './testing/kit';

describe('the cache of operations', () => {
  const { engine } = createTestGraph({ a: { typeDefs: 'type Query { x: Int y: Int }' } });

  it('prepares a text once for each operation name', async () => {
    const cache = createOperationCache(engine, { max: 10 });
    const text = 'query A { x } query B { y }';
    expect(await cache.prepare(text, 'A')).toBe(await cache.prepare(text, 'A'));
    expect((await cache.prepare(text, 'B')).name).toBe('B');
    expect(await cache.prepare('{ x }')).toBe(await cache.prepare('{ x }'));
  });

  it('tells long texts apart that differ at their end alone', async () => {
    const cache = createOperationCache(engine, { max: 10 });
    const long = (field: string): string => `# ${'long '.repeat(100)}\n{ ${field} }`;
    const one = await cache.prepare(long('x'));
    expect(await cache.prepare(long('y'))).not.toBe(one);
    expect(await cache.prepare(long('x'))).toBe(one);
  });

  it('prepares what defers apart for those who read parts, and nothing else', async () => {
    const cache = createOperationCache(engine, { max: 10 });
    const text = '{ x ... @defer { y } }';
    const [whole, inParts] = [await cache.prepare(text), await cache.prepare(text, undefined, true)];
    expect([whole.isDeferring, inParts.isDeferring]).toEqual([false, true]);
    expect(await cache.prepare(text)).toBe(whole);
    expect(await cache.prepare(text, undefined, true)).toBe(inParts);
    expect(await cache.prepare('{ x }', undefined, true)).toBe(await cache.prepare('{ x }'));
  });

  it('prepares once for all who ask while it is being done', async () => {
    const prepare = jest.fn(engine.prepare);
    const cache = createOperationCache({ ...engine, prepare }, { max: 10 });
    const operations = await Promise.all([1, 2, 3].map(() => cache.prepare('{ x }')));
    expect(new Set(operations).size).toBe(1);
    expect(prepare).toHaveBeenCalledTimes(1);
  });

  it('hands out what is prepared while others wait for their turn', async () => {
    const cache = createOperationCache(engine, { max: 10 });
    await cache.prepare('{ x }');
    const order: string[] = [];
    const fresh = cache.prepare('{ y }').then(() => order.push('new'));
    await cache.prepare('{ x }').then(() => order.push('known'));
    await fresh;
    expect(order).toEqual(['known', 'new']);
  });

  it('forgets what was used least recently', async () => {
    const cache = createOperationCache(engine, { max: 1 });
    const first = await cache.prepare('{ x }');
    await cache.prepare('{ y }');
    expect(await cache.prepare('{ x }')).not.toBe(first);
  });

  it('forgets sooner what is large: many fields, or a long text', async () => {
    const cache = createOperationCache(engine, { max: 10, maxBytes: 9000 });
    const [small, large] = ['{ x }', '{ a: x b: x c: x d: x }'];
    const first = await cache.prepare(small);
    expect(await cache.prepare(small)).toBe(first);
    await cache.prepare(large);
    expect(await cache.prepare(small)).not.toBe(first);
    const long = `{ y } # ${'-'.repeat(9000)}`;
    expect(await cache.prepare(long)).not.toBe(await cache.prepare(long));
  });

  it('tells whether an operation was there', async () => {
    const hits: boolean[] = [];
    const cache = createOperationCache(engine, { max: 10, onLookup: (isHit) => hits.push(isHit) });
    await cache.prepare('{ x }');
    await cache.prepare('{ x }');
    expect(hits).toEqual([false, true]);
  });

  it.each(['{ nothing }', '{ x '])('does not keep faults: %s', async (text) => {
    const prepare = jest.fn(engine.prepare);
    const cache = createOperationCache({ ...engine, prepare }, { max: 10 });
    await expect(cache.prepare(text)).rejects.toThrow(InvalidOperation);
    await expect(cache.prepare(text)).rejects.toThrow(InvalidOperation);
    expect(prepare).toHaveBeenCalledTimes(text.includes('}') ? 2 : 0);
  });
});
