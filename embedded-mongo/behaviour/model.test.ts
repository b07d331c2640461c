import fc from 'fast-check';
import { BSON, Decimal128, Double, Long, MongoServerError } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { startTarget } from '../testing/target';
import type { Target } from '../testing/target';
import { grouped, inOrder, meets, updated } from './model.fixture';

const RUNS = { numRuns: 60 };

let target: Target;
let collection: Collection;

beforeAll(async () => {
  target = await startTarget();
  collection = target.client.db(`${target.prefix}model`).collection('c');
});
afterAll(async () => {
  await target.client.db(`${target.prefix}model`).dropDatabase();
  await target.stop();
});

const numbers = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom('int', 'double', 'long', 'decimal', 'half'))
  .map(([value, type]): unknown => {
    if (type === 'int') return value;
    if (type === 'double') return new Double(value);
    if (type === 'half') return value + 0.5;
    return type === 'long' ? Long.fromNumber(value) : Decimal128.fromString(String(value));
  });
const scalars = fc.oneof(
  { weight: 4, arbitrary: numbers },
  fc.constantFrom<unknown>(null, true, false, '', 'a', 'b', 'é', new Date(0), new Date(1)),
);
const members = fc.record({ b: scalars, c: scalars }, { requiredKeys: [] });
const values = fc.oneof(
  { weight: 3, arbitrary: scalars },
  fc.array(fc.oneof(scalars, members, fc.array(scalars, { maxLength: 2 })), { maxLength: 3 }),
  members,
);
const documents = fc
  .array(fc.record({ a: values, b: scalars }, { requiredKeys: [] }), { minLength: 1, maxLength: 10 })
  .map((list): Document[] => list.map((document, _id) => ({ _id, ...document })));
const conditions = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), values),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(values, { maxLength: 3 })),
  fc.tuple(fc.constant('$exists'), fc.boolean()),
  fc.tuple(fc.constant('$size'), fc.integer({ min: 0, max: 3 })),
);
const paths = fc.constantFrom('a', 'b', 'a.b', 'a.c');
const questions = fc.tuple(paths, conditions);
const indexes = fc.subarray<Record<string, 1 | -1>>([
  { a: 1 },
  { a: -1, b: 1 },
  { 'a.b': 1 },
  { b: 1, a: -1 },
]);

async function fill(list: Document[], keys: Record<string, 1 | -1>[]): Promise<void> {
  await collection.drop().catch(() => undefined);
  if (keys.length > 0) await collection.createIndexes(keys.map((key) => ({ key })));
  await collection.insertMany(list);
}

/** Documents as text that tells every type, decimals by their value. */
function exact(list: readonly Document[]): string[] {
  return list.map((document) =>
    BSON.EJSON.stringify(BSON.deserialize(BSON.serialize(document), { promoteValues: false }), {
      relaxed: false,
    }).replace(
      /("\$numberDecimal":")([^"]*)/g,
      (_text, name: string, value: string) => `${name}${Number(value)}`,
    ),
  );
}

const idsOf = (list: readonly Document[]): unknown[] => list.map(({ _id }) => _id as unknown);

test('a find answers what the rules say, whatever indexes there are', async () => {
  const property = fc.asyncProperty(
    documents,
    indexes,
    fc.tuple(questions, questions, questions),
    async (list, keys, asked) => {
      await fill(list, keys);
      for (const [path, condition] of asked) {
        const filter = { [path]: { [condition[0]]: condition[1] } };
        const found = await collection.find(filter).sort({ _id: 1 }).toArray();
        expect(idsOf(found)).toEqual(idsOf(list.filter((document) => meets(document, path, condition))));
        expect(await collection.countDocuments(filter)).toBe(found.length);
      }
      const [[path, condition], [second, other]] = asked;
      const both = {
        $and: [{ [path]: { [condition[0]]: condition[1] } }, { [second]: { [other[0]]: other[1] } }],
      };
      const found = await collection.find(both).sort({ _id: 1 }).toArray();
      const expected = list.filter(
        (document) => meets(document, path, condition) && meets(document, second, other),
      );
      expect(idsOf(found)).toEqual(idsOf(expected));
    },
  );
  await fc.assert(property, RUNS);
});

test('a sort answers in the order of the rules, whatever indexes there are', async () => {
  const property = fc.asyncProperty(
    documents,
    indexes,
    paths,
    fc.constantFrom<1 | -1>(1, -1),
    async (list, keys, path, direction) => {
      await fill(list, keys);
      const found = await collection
        .find()
        .sort({ [path]: direction, _id: 1 })
        .toArray();
      expect(idsOf(found)).toEqual(idsOf(inOrder(list, path, direction)));
      const first = await collection
        .find()
        .sort({ [path]: direction, _id: 1 })
        .limit(2)
        .toArray();
      expect(idsOf(first)).toEqual(idsOf(found).slice(0, 2));
    },
  );
  await fc.assert(property, RUNS);
});

const changes = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$unset', '$min', '$max', '$push', '$addToSet'), values),
  fc.tuple(fc.constant('$inc'), numbers),
  fc.tuple(fc.constant('$pull'), scalars),
);

test('an update leaves what the rules say, to the type of each number, and indexes follow it', async () => {
  const property = fc.asyncProperty(
    values,
    indexes,
    fc.array(changes, { minLength: 1, maxLength: 5 }),
    async (start, keys, steps) => {
      await fill([{ _id: 1, a: start }], keys);
      let a: unknown = start;
      for (const [operator, operand] of steps) {
        const expected = updated(a, operator, operand);
        const outcome = await collection.updateOne({ _id: 1 as never }, { [operator]: { a: operand } }).then(
          () => 'done',
          (error: unknown) =>
            error instanceof MongoServerError ? 'refused' : Promise.reject(error as Error),
        );
        expect(outcome).toBe(expected === 'refused' ? 'refused' : 'done');
        if (expected !== 'refused') a = expected;
        const [found] = await collection.find({}, { promoteValues: false }).toArray();
        expect(exact([found as Document])).toEqual(exact([a === undefined ? { _id: 1 } : { _id: 1, a }]));
      }
      if (a !== undefined) expect(await collection.countDocuments({ a: { $eq: a } })).toBe(1);
    },
  );
  await fc.assert(property, RUNS);
});

test('$group makes the groups of the rules', async () => {
  const property = fc.asyncProperty(documents, async (list) => {
    await fill(list, []);
    const found = await collection
      .aggregate([
        { $sort: { _id: 1 } },
        { $group: { _id: '$a', ids: { $push: '$_id' }, sum: { $sum: '$b' }, largest: { $max: '$b' } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    const expected = grouped(list);
    const byFirst = <T extends { ids: unknown[] }>(groups: T[]): T[] =>
      [...groups].sort((a, b) => Number(a.ids[0]) - Number(b.ids[0]));
    const shown = byFirst(found as (Document & { ids: unknown[] })[]).map(({ ids, sum, largest }) => [
      ids,
      Number(String(sum)),
      String(largest),
    ]);
    expect(shown).toEqual(byFirst(expected).map(({ ids, sum, largest }) => [ids, sum, String(largest)]));
  });
  await fc.assert(property, RUNS);
});
