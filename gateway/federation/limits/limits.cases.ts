import { getIntrospectionQuery } from 'graphql';
import { LIMIT_NAMES, LIMITS, LimitExceeded, createOperationCache } from '../index';
import type { LimitName } from '../index';
import { createTestGraph } from '../testing/kit';

const { engine } = createTestGraph({
  a: {
    typeDefs:
      'scalar Any input I { i: I n: Int } type Query { a(x: Any, i: I): A } type A @key(fields: "id") { id: ID! next: A name: String }',
  },
  b: { typeDefs: 'type A @key(fields: "id") { id: ID! rank: Int }' },
});

const repeat = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const nested = (levels: number): string => `{ a ${'{ next '.repeat(levels)} { name } ${'}'.repeat(levels)} }`;

/** For each limit what is just within it when it is `most`, and what is just beyond it. */
const TEXTS: Readonly<Record<LimitName, { most: number; within: string; beyond: string }>> = {
  tokens: { most: 6, within: '{ a { id } }', beyond: '{ a { id name } }' },
  depth: { most: 5, within: nested(3), beyond: nested(4) },
  rootFields: {
    most: 2,
    within: '{ a { id name rank } b: a { id } }',
    beyond: '{ a { id } ... { b: a { id } } ...F } fragment F on Query { c: a { id } }',
  },
  fields: {
    most: 5,
    within: '{ a { ...F } b: a { id } } fragment F on A { id name }',
    beyond: '{ a { ...F } b: a { ...F } } fragment F on A { id name }',
  },
  aliases: {
    most: 3,
    within: `{ a { ${repeat(3, (n) => `x${n}: id`)} } }`,
    beyond: `{ a { ${repeat(4, (n) => `x${n}: id`)} } }`,
  },
  directives: {
    most: 1,
    within: '{ a { id @include(if: true) } }',
    beyond: '{ a { ...F ... { ...F } } } fragment F on A { id @include(if: true) }',
  },
  valueDepth: { most: 2, within: '{ a(x: [[1]]) { id } }', beyond: '{ a(x: [{ y: [1] }]) { id } }' },
  planSize: { most: 2, within: '{ a { rank } }', beyond: '{ a { rank next { rank } } }' },
};

describe.each(LIMIT_NAMES)('the limit %s', (name) => {
  const { most, within, beyond } = TEXTS[name];

  it('lets pass what is within it', async () => {
    const cache = createOperationCache(engine, { max: 1, limits: { [name]: most } });
    expect((await cache.prepare(within)).kind).toBe('query');
  });

  it('refuses what is beyond it, and tells which limit and how much it allows', async () => {
    const cache = createOperationCache(engine, { max: 1, limits: { [name]: most } });
    const expected = new RegExp(`more than ${most} ${LIMITS[name].what}`);
    await expect(cache.prepare(beyond)).rejects.toThrow(expected);
    await expect(cache.prepare(beyond)).rejects.toThrow(
      expect.objectContaining({
        limit: name,
        errors: [
          expect.objectContaining({ extensions: { code: 'OPERATION_LIMIT_EXCEEDED', limit: name, most } }),
        ],
      }),
    );
  });
});

describe('a deferred fragment counts like any other', () => {
  const prepare = (text: string, limits: object): Promise<unknown> =>
    createOperationCache(engine, { max: 1, limits }).prepare(text, undefined, true);

  it.each([
    ['depth', { depth: 3 }, '{ a { ... @defer { ... @defer { ... @defer { id } } } } }'],
    ['fields', { fields: 2 }, '{ a { id ... @defer { rank } } }'],
    ['directives', { directives: 1 }, '{ a { ... @defer { id } ... @defer { rank } } }'],
    ['planSize', { planSize: 2 }, '{ a { rank ... @defer { next { rank } } } }'],
  ])('in %s', async (limit, limits, text) => {
    await expect(prepare(text, limits)).rejects.toThrow(expect.objectContaining({ limit }));
    await expect(prepare(text, {})).resolves.toMatchObject({ kind: 'query' });
  });
});

describe('what is made to take long', () => {
  const cache = createOperationCache(engine, { max: 10 });

  it.each([
    [
      'a fragment that doubles itself',
      `{ ...F0 } ${repeat(30, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on Query { a { id } }`,
    ],
    [
      'a chain of fragments that outgrows the stack of the validation',
      `{ ...F0 } ${repeat(900, (n) => `fragment F${n} on Query { ...F${n + 1} }`)} fragment F900 on Query { a { id } }`,
    ],
    ['selections that outgrow the stack of the parser', '{a'.repeat(100_000)],
    ['lists that outgrow the stack of the parser', `{ a(x: ${'['.repeat(100_000)}`],
    [
      'values that circle through an input type',
      `{ a(i: ${'{i: '.repeat(500)}{}${'}'.repeat(500)}) { id } }`,
    ],
    ['a text of tokens', `{ ${repeat(100_000, () => 'a')} }`],
    ['a field under thousands of names', `{ a { ${repeat(3000, (n) => `a${n}: id`)} } }`],
  ])('is refused before it does: %s', async (_case, text) => {
    await expect(cache.prepare(text)).rejects.toThrow(LimitExceeded);
  });

  it('is refused by validation where only the schema knows: introspection that circles', async () => {
    const circle = `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} }'.repeat(5)} } } }`;
    await expect(cache.prepare(circle)).rejects.toThrow(/introspection depth/i);
  });
});

const DEEPEST = LIMITS.valueDepth.default;

it.each([
  ['lists', `{ a(x: ${'['.repeat(DEEPEST)}${']'.repeat(DEEPEST)}) { id } }`],
  ['inputs', `{ a(i: ${'{i: '.repeat(DEEPEST - 1)}{}${'}'.repeat(DEEPEST - 1)}) { id } }`],
])('values that are nested as deep as they may be are prepared: %s', async (_case, text) => {
  const cache = createOperationCache(engine, { max: 1 });
  expect((await cache.prepare(text)).kind).toBe('query');
});

it('lets pass what tools ask for: the full introspection query', async () => {
  const cache = createOperationCache(engine, { max: 1 });
  const text = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true });
  expect((await cache.prepare(text)).kind).toBe('query');
});
