import fc from 'fast-check';
import { parse, validate } from 'graphql';
import type { GraphQLError } from 'graphql';
import { setImmediate } from 'node:timers/promises';
import { createLibrary } from './testing/library';
import { queries } from './testing/operations';
import { defer, difference, merge } from './testing/parts';

type Path = readonly (string | number)[];

/** How many turns of the event loop each request takes, one after the other and from the beginning again. */
let turns: readonly number[] = [];
let asked = 0;
const library = createLibrary({
  pace: async () => {
    for (let left = turns[asked++ % turns.length] ?? 0; left > 0; left -= 1) await setImmediate();
  },
});
const { schema } = library.engine;

const ARGS = {
  book: ['(id: "b1")', '(id: "b2")', '(id: "b3")', '(id: "none")'],
  author: ['(id: "a1")', '(id: "a2")'],
  isbn: ['', '(prefix: "1")', '(prefix: "2")'],
  reviews: ['', '(first: 1)'],
};

const DEFERS = ['@defer', '@defer(label: "later")', '@defer(if: $yes)', '@defer(if: $no)'];

/** Conditions are left to chance less often than elsewhere: what is skipped is deferred for nothing. */
const DIRECTIVES = ['', '', '', '', '@include(if: $yes)', '@skip(if: $yes)'];

it('adds up to the answer that is given at once, whatever is deferred and whatever comes first', async () => {
  const deferring = queries(schema, ARGS, { defers: DEFERS, directives: DIRECTIVES }).filter(
    (query) => query.includes('@defer') && validate(schema, parse(query)).length === 0,
  );
  let inParts = 0;
  await fc.assert(
    fc.asyncProperty(deferring, fc.array(fc.nat({ max: 9 })), async (query, pace) => {
      turns = pace;
      const expected = plain(await library.run(query));
      const answer = await defer(library, query);
      if ('parts' in answer) inParts += 1;
      const actual = await merge(answer);
      expect(difference(actual.data, expected.data, actual.lost)).toEqual([]);
      // Below a null that rose it is left open which errors are told.
      if (actual.lost.length > 0) return;
      expect(faults(actual.errors, expected.data)).toEqual(faults(expected.errors ?? [], expected.data));
    }),
    { numRuns: 300 },
  );
  expect(inParts).toBeGreaterThan(30);
});

const plain = (result: object): { data: unknown; errors?: GraphQLError[] } =>
  JSON.parse(JSON.stringify(result)) as { data: unknown };

function faults(errors: readonly GraphQLError[], data: unknown): string[] {
  const told = errors.map(({ message, path = [] }) =>
    isBelowNull(data, path) ? 'something below a null' : `${message} at ${path.join('.')}`,
  );
  return [...new Set(told)].sort();
}

function isBelowNull(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) {
    if (!isObject(value)) return true;
    value = value[String(key)];
  }
  return false;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
