import fc from 'fast-check';
import { parse, validate } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { createLibrary, executeMonolith } from './testing/library';
import { queries } from './testing/operations';

const library = createLibrary();

const OPERATIONS: readonly [string, Readonly<Record<string, unknown>>?][] = [
  ['{ book(id: "b1") { title } }'],
  ['{ book(id: "none") { title } }'],
  ['{ books { id title pages genre shelf weight } }'],
  ['{ a: books { b: id c: title } }'],
  ['{ book(id: "b1") { id: title title: id } }'],
  ['{ x: book(id: "b1") { title } y: book(id: "b2") { title } }'],
  ['{ book(id: "b1") { isbn a: isbn(prefix: "1") b: isbn(prefix: "2") } }'],
  ['query ($p: String) { book(id: "b1") { isbn(prefix: $p) } }', { p: '9' }],
  ['query ($p: String) { book(id: "b1") { isbn(prefix: $p) } }'],
  ['query ($p: String = "d") { book(id: "b1") { isbn(prefix: $p) } }'],
  ['{ books { author { name } } }'],
  ['{ books { author { id name email mentor { name mentor { name } } } } }'],
  ['{ books { postage } }'],
  ['{ books { postage weight: title } }'],
  ['{ books { rating } }'],
  ['{ list: books { score: rating name: title } }'],
  ['{ book(id: "b1") { verdict } }'],
  ['{ book(id: "b3") { verdict } }'],
  ['{ books { verdict } }'],
  ['{ shelves { title reviews { stars } } }'],
  ['{ shelves { rating } }'],
  ['{ works { __typename id title } }'],
  ['{ works { id ... on Book { pages } ... on Film { minutes } } }'],
  ['{ works { ... on Book { value: pages } ... on Film { value: minutes } } }'],
  ['{ works { ... on Book { x: title reviews { stars } } ... on Film { x: director author { name } } } }'],
  ['{ works { reviews { stars text author { name } } } }'],
  ['{ works { a: reviews(first: 1) { stars } b: reviews { id } } }'],
  ['{ works { ... on Work { ... on Book { pages } title } ...F } } fragment F on Film { minutes }'],
  ['{ anything { __typename ... on Author { name } ... on Work { title } } }'],
  ['{ anything { ... on Author { works { title } } ... on Book { label: verdict } } }'],
  ['{ anything { kind: __typename } }'],
  ['{ author(id: "a1") { works { title ... on Book { postage } reviews { stars } } } }'],
  ['{ author(id: "a1") { name ...A mentor { ...A } } } fragment A on Author { email works { id } }'],
  ['{ author(id: "a1") { mentor { name } } again: author(id: "a1") { mentor { email } } }'],
  ['{ a: anything { ... on Book { rating } } b: anything { ... on Book { verdict } } }'],
  ['{ a: book(id: "b3") { title } b: book(id: "b3") { verdict } c: book(id: "b3") { verdict title } }'],
  ['{ a: book(id: "b3") { author { name } } b: book(id: "b3") { verdict author { email } } }'],
  ['{ broken book(id: "b1") { title } }'],
  ['{ one: broken two: broken }'],
  ['{ __typename book(id: "b1") { __typename author { __typename } } }'],
  ['{ kind: __typename }'],
  ['{ __schema { queryType { name } } book(id: "b1") { title } }'],
  ['{ t: __type(name: "Genre") { enumValues { name } } }'],
  ['query ($on: Boolean!) { books { title @include(if: $on) id @skip(if: $on) } }', { on: true }],
  ['query ($on: Boolean!) { books { title @include(if: $on) id @skip(if: $on) } }', { on: false }],
  ['query ($on: Boolean!) { books { author @include(if: $on) { name } } }', { on: false }],
  ['query ($on: Boolean!) { books { ... @include(if: $on) { reviews { stars } } title } }', { on: false }],
  ['query ($on: Boolean!) { books { ... @include(if: $on) { reviews { stars } } title } }', { on: true }],
  ['query ($on: Boolean!) { works { ...B @skip(if: $on) id } } fragment B on Book { rating }', { on: false }],
  ['query ($on: Boolean!) { books { author { name } author @include(if: $on) { email } } }', { on: false }],
  ['query ($on: Boolean!) { books { author { name } author @include(if: $on) { email } } }', { on: true }],
  ['query ($on: Boolean = false) { books @include(if: $on) { title } __typename }'],
  ['query ($on: Boolean!) { __schema @include(if: $on) { queryType { name } } broken }', { on: false }],
  ['{ books { title @skip(if: true) } }'],
  ['{ books { title @include(if: false) ... @include(if: false) { id } author @include(if: true) { id } } }'],
  ['query Named { books { reviews { author { works { ... on Film { director } } } } } }'],
];

describe('the engine answers as graphql-js answers over one schema', () => {
  it.each(OPERATIONS)('%s', async (query, variables = {}) => {
    const expected = await executeMonolith(query, variables);
    const actual = await library.run(query, variables);
    expect(await textOf(query, variables)).toBe(JSON.stringify(actual));
    expect(JSON.stringify(actual.data)).toBe(JSON.stringify(expected.data));
    expect(faults(actual)).toEqual(faults(expected));
  });
});

it('answers generated operations as graphql-js does', async () => {
  const { schema } = library.engine;
  const args = {
    book: ['(id: "b1")', '(id: "b2")', '(id: "b3")', '(id: "none")'],
    author: ['(id: "a1")', '(id: "a2")'],
    isbn: ['', '(prefix: "1")', '(prefix: "2")'],
    reviews: ['', '(first: 1)'],
  };
  const valid = queries(schema, args).filter((query) => validate(schema, parse(query)).length === 0);
  await fc.assert(
    fc.asyncProperty(valid, async (query) => {
      const expected = await executeMonolith(query);
      const actual = await library.run(query);
      expect(JSON.parse(await textOf(query))).toEqual(JSON.parse(JSON.stringify(actual)));
      expect(JSON.parse(JSON.stringify(actual.data))).toEqual(JSON.parse(JSON.stringify(expected.data)));
      expect(faults(actual)).toEqual(faults(expected));
    }),
    { numRuns: 200 },
  );
});

/** The same operation, answered as text. */
async function textOf(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const operation = library.engine.prepare(parse(query));
  const { body } = await library.engine.answer(operation, { variables, context: { headers: {} } });
  return body.toString();
}

/**
 * Messages and paths; the order in which subgraphs answer is not the order of the fields. Below a null that rose
 * the specification leaves open how many of several errors are told: there it is enough that there are some.
 */
function faults({ data, errors = [] }: ExecutionResult): string[] {
  const told = errors.map(({ message, path = [] }) =>
    isBelowNull(data, path) ? 'something below a null' : `${message} at ${path.join('.')}`,
  );
  return [...new Set(told)].sort();
}

function isBelowNull(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const key of path) {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return false;
}
