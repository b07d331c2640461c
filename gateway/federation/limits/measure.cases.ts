import { parse } from 'graphql';
import { measure } from './measure';

it.each([
  ['{ a }', { depth: 1, rootFields: 1, fields: 1, aliases: 0, directives: 0 }],
  ['{ a { b { c } } d }', { depth: 3, rootFields: 2, fields: 4 }],
  ['{ x: a { y: b } z: a }', { aliases: 3 }],
  [
    '{ a @skip(if: true) ... @include(if: true) { b } ...F @skip(if: true) } fragment F on T { c }',
    { directives: 3 },
  ],
])('measures %s', (text, expected) => {
  expect(measure(parse(text))).toMatchObject(expected);
});

it.each([
  ['{ a(x: [[1], {y: [2]}]) { b } }', 3],
  ['query ($v: [[Int]]) { a }', 2],
  ['query ($v: T = {x: {}}) { a @d(x: []) }', 2],
  ['{ a(x: 1, y: [1]) b(x: [2]) }', 1],
])('measures how deep values are nested in %s', (text, depth) => {
  expect(measure(parse(text)).valueDepth).toBe(depth);
});

it('counts a fragment for every place that it is spread at', () => {
  const text = '{ ...F a { ...F } } fragment F on T { x: b { c @include(if: true) } }';
  expect(measure(parse(text))).toEqual({
    depth: 4,
    rootFields: 2,
    fields: 5,
    aliases: 2,
    directives: 2,
    valueDepth: 0,
  });
});

it('takes the largest of several operations', () => {
  const text = 'query A { a { b { c } } } query B { x: a y: a }';
  expect(measure(parse(text))).toMatchObject({ depth: 3, rootFields: 2, fields: 3, aliases: 2 });
});

it('walks a fragment once, however often it is spread', () => {
  const doubling = Array.from({ length: 200 }, (_, n) => `fragment F${n} on T { ...F${n + 1} ...F${n + 1} }`);
  const text = `{ ...F0 } ${doubling.join(' ')} fragment F200 on T { a }`;
  expect(measure(parse(text)).fields).toBe(2 ** 200);
});

it('comes to an end with fragments that hold themselves, and with fragments that nobody has written', () => {
  const text = '{ ...A ...Unknown } fragment A on T { a ...B } fragment B on T { b ...A }';
  expect(measure(parse(text)).fields).toBe(2);
});
