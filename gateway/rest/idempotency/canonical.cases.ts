import fc from 'fast-check';
import { canonical } from './canonical';

it('is the same for the same members in another order, at every depth', () => {
  const one = { b: [{ y: 1, x: 'ü' }], a: null };
  const other = { a: null, b: [{ x: 'ü', y: 1 }] };
  expect(canonical(one)).toBe('{"a":null,"b":[{"x":"ü","y":1}]}');
  expect(canonical(other)).toBe(canonical(one));
});

it('keeps apart what is not the same', () => {
  const values = [[1, 2], [2, 1], [[1], 2], '[1,2]', { 1: 2 }, { a: null }, {}, [], '', 0, '0', null, false];
  expect(new Set(values.map(canonical)).size).toBe(values.length);
});

it('says all of any JSON, and nothing else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(text));
    }),
  );
});

it('takes a member that is undefined for one that is not there', () => {
  expect(canonical({ body: undefined, query: {} })).toBe('{"query":{}}');
});

it('takes lists within lists as deep as a body can be', () => {
  const depth = 500_000;
  const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
  expect(canonical(deep)).toHaveLength(2 * depth);
});
