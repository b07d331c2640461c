import {
  BSON,
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'mongodb';
import type { Document } from 'mongodb';
import { contents, expectSame, startPair } from '../testing/pair';
import type { Pair } from '../testing/pair';
import { moveData } from './move';
import type { MoveRequest, MoveResult } from './move';

const MIB = 2 ** 20;

let pair: Pair;

beforeAll(async () => {
  pair = await startPair();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await pair.empty();
});
afterAll(() => pair.stop());

const move = (options: Partial<MoveRequest> = {}): Promise<MoveResult> =>
  moveData({ source: pair.from, target: pair.to, ...options });

/** Documents of every type, with ids of many types. */
function mixed(index: number): Document {
  const ids = [index, Long.fromNumber(2 ** 40 + index), `id ${index}`, new ObjectId(), { b: index, a: '' }];
  const rare = [
    new Date(index),
    new Binary(Buffer.from([index & 255]), 5),
    new MinKey(),
    new MaxKey(),
    new Timestamp({ t: index, i: 1 }),
    new BSONRegExp('a.b', 'im'),
    new BSONSymbol('s'),
    new Code('f()', { x: index }),
    NaN,
    -0,
  ];
  return {
    _id: ids[index % ids.length],
    numbers: [
      new Int32(index),
      new Double(index),
      Long.fromNumber(index),
      Decimal128.fromString(`${index}.10E+3`),
    ],
    nested: { z: [null, { y: true }], a: 'é'.repeat(index % 40) },
    '': rare[index % rare.length],
  };
}

test('20,000 documents of mixed types arrive byte for byte', async () => {
  const documents = Array.from({ length: 20_000 }, (_, index) => mixed(index));
  await pair.from.db('shop').collection('mixed').insertMany(documents);
  const { moved, watched } = await move();
  const there = await contents(pair.to);
  expect(there).toEqual(await contents(pair.from));
  const { hash } = there['shop.mixed'];
  expect(moved).toEqual([{ namespace: 'shop.mixed', count: 20_000, indexes: 0, hash }]);
  expect(watched).toBe(true);
});

test('members whose names are numbers stay in their order, in documents, indexes and options', async () => {
  const db = pair.from.db('shop');
  const scrambled = new Map([['b', 1], ['2', 1], ['1', -1]]); // prettier-ignore
  const validator = { $jsonSchema: { properties: new Map([['b', {}], ['7', {}], ['3', { bsonType: 'int' }]]) } }; // prettier-ignore
  await db.command({ create: 'c', validator });
  await db.command({ createIndexes: 'c', indexes: [{ key: scrambled, name: 'scrambled' }] });
  await db.command({
    insert: 'c',
    documents: [new Map<string, unknown>([['_id', scrambled], ...scrambled])],
  });
  await move();
  await expectSame(pair);
});

test('collections that are empty, have only indexes, or have options are there afterwards', async () => {
  const [shop, other] = [pair.from.db('shop'), pair.from.db('other')];
  await shop.createCollection('empty');
  await shop.collection('indexed').createIndexes([
    { key: { a: 1, b: -1 }, name: 'ab', unique: true, sparse: true },
    { key: { at: 1 }, name: 'expiring', expireAfterSeconds: 60 },
    { key: { c: 1 }, name: 'partial', partialFilterExpression: { c: { $gt: 1 } }, hidden: true },
  ]);
  await other.collection('dotted.name').insertOne({ a: 1 });
  await other.createCollection('watched', { changeStreamPreAndPostImages: { enabled: true } });
  await move();
  await expectSame(pair);
});

test('documents that a validator would not let in any more come along', async () => {
  const db = pair.from.db('shop');
  await db.collection('strict').insertOne({ a: 'text' });
  await db.command({ collMod: 'strict', validator: { a: { $type: 'int' } } });
  await move();
  await expectSame(pair);
});

test('nothing expires on the way: the index that does it is made last', async () => {
  const collection = pair.from.db('shop').collection('sessions');
  await collection.createIndexes([{ key: { at: 1 }, expireAfterSeconds: 3600 }, { key: { user: 1 } }]);
  await collection.insertOne({ at: new Date(), user: 1 });
  await move();
  const made = await pair.to.db('shop').collection('sessions').listIndexes().toArray();
  expect(made.map(({ name }) => name as unknown)).toEqual(['_id_', 'user_1', 'at_1']);
  await expectSame(pair);
});

test('documents of the greatest size arrive, and many large ones', async () => {
  const collection = pair.from.db('shop').collection<{ _id: number; bytes: Binary }>('large');
  const around = BSON.calculateObjectSize({ _id: 0, bytes: new Binary(Buffer.alloc(0)) });
  for (const [_id, size] of [16 * MIB, 5 * MIB, 5 * MIB, 5 * MIB].entries())
    await collection.insertOne({ _id, bytes: new Binary(Buffer.alloc(size - around, _id)) });
  expect((await move()).moved).toMatchObject([{ count: 4 }]);
  await expectSame(pair);
});

describe('a target that holds something already', () => {
  beforeEach(async () => {
    await pair.from.db('shop').collection('orders').insertOne({ a: 1 });
  });

  test('is left alone where it is a collection of the same name, whatever is asked for', async () => {
    await pair.to.db('shop').collection('orders').insertOne({ theirs: true });
    const before = await contents(pair.to);
    await expect(move({ intoExisting: true })).rejects.toThrow('The target holds shop.orders already');
    expect(await contents(pair.to)).toEqual(before);
  });

  test('is left alone where it is another collection of the database, unless that is meant', async () => {
    await pair.to.db('shop').collection('theirs').insertOne({ a: 1 });
    const before = await contents(pair.to);
    await expect(move()).rejects.toThrow('--into-existing');
    expect(await contents(pair.to)).toEqual(before);
    await move({ intoExisting: true });
    expect(await contents(pair.to)).toEqual({ ...before, ...(await contents(pair.from)) });
  });

  test('does not matter where it is in another database', async () => {
    await pair.to.db('elsewhere').collection('theirs').insertOne({ a: 1 });
    await move();
    expect(Object.keys(await contents(pair.to))).toEqual(['elsewhere.theirs', 'shop.orders']);
  });
});

test('an empty source is told', async () => {
  await expect(move()).rejects.toThrow('nothing to copy');
});
