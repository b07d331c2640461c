import { InvalidOperation, createOperationCache } from './index';
import { createTestGraph } from './testing/kit';

describe('the cache of operations', () => {
  const { engine } = createTestGraph({ a: { typeDefs: 'type Query { x: Int y: Int }' } });

  it('prepares a text once for each operation name', () => {
    const cache = createOperationCache(engine, { max: 10 });
    const text = 'query A { x } query B { y }';
    expect(cache.prepare(text, 'A')).toBe(cache.prepare(text, 'A'));
    expect(cache.prepare(text, 'B').name).toBe('B');
    expect(cache.prepare('{ x }')).toBe(cache.prepare('{ x }'));
  });

  it('forgets what was used least recently', () => {
    const cache = createOperationCache(engine, { max: 1 });
    const first = cache.prepare('{ x }');
    cache.prepare('{ y }');
    expect(cache.prepare('{ x }')).not.toBe(first);
  });

  it.each(['{ nothing }', '{ x '])('does not keep faults: %s', (text) => {
    const prepare = jest.fn(engine.prepare);
    const cache = createOperationCache({ ...engine, prepare }, { max: 10 });
    expect(() => cache.prepare(text)).toThrow(InvalidOperation);
    expect(() => cache.prepare(text)).toThrow(InvalidOperation);
    expect(prepare).toHaveBeenCalledTimes(text.includes('}') ? 2 : 0);
  });
});
