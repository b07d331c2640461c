import fc from 'fast-check';
import { placementsOf, reordered } from './order';

const at = (strategyId: string, newOrder: number) => ({ strategyId, newOrder });

describe('reordering', () => {
  it.each([
    ['all are named', [at('a', 3), at('b', 1), at('c', 2), at('d', 4)], ['b', 'c', 'a', 'd']],
    ['one is put first', [at('c', 1)], ['c', 'a', 'b', 'd']],
    ['one is put between', [at('d', 2)], ['a', 'd', 'b', 'c']],
    ['a place is beyond the end', [at('a', 99)], ['b', 'c', 'd', 'a']],
    ['two are far apart', [at('d', 1), at('a', 4)], ['d', 'b', 'c', 'a']],
  ])('gives the named ones their places when %s', (_case, placements, expected) => {
    expect(reordered(['a', 'b', 'c', 'd'], placements)).toEqual(expected);
  });

  it('refuses an id that is not among them', () => {
    expect(() => reordered(['a'], [at('z', 1)])).toThrow('Strategy not found');
  });

  it('loses nobody, repeats nobody, and keeps the order of those that are not named', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const named = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });
    fc.assert(
      fc.property(
        named,
        fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 }),
        (who, where) => {
          const placements = who.map((id, index) => at(id, where[index] as number));
          const result = reordered(ids, placements);
          expect(result.toSorted()).toEqual(ids);
          const rest = (list: readonly string[]): string[] => list.filter((id) => !who.includes(id));
          expect(rest(result)).toEqual(rest(ids));
        },
      ),
    );
  });
});

describe('the request', () => {
  const goalId = 'g';

  it('may name all ids in their new order', () => {
    expect(placementsOf({ goalId, strategyIds: ['b', 'a'] })).toEqual([at('b', 1), at('a', 2)]);
  });

  it.each([
    ['has both forms', { goalId, strategyIds: ['a'], strategyOrders: [at('a', 1)] }],
    ['has neither form', { goalId }],
    ['names a place twice', { goalId, strategyOrders: [at('a', 1), at('b', 1)] }],
    ['names a strategy twice', { goalId, strategyOrders: [at('a', 1), at('a', 2)] }],
    ['lists an id twice', { goalId, strategyIds: ['a', 'a'] }],
  ])('is refused when it %s', (_case, input) => {
    expect(() => placementsOf(input)).toThrow();
  });
});
