import { createHash } from 'node:crypto';
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
  MongoClient,
  MongoServerError,
  ObjectId,
  Timestamp,
} from 'mongodb';
import type { Collection, CollectionInfo, Db, Document } from 'mongodb';
import { startEmbeddedMongo } from '../index';
import { moveData } from './move';
import type { MoveRequest, Progress } from './move';

const MIB = 2 ** 20;

interface Side {
  readonly client: MongoClient;
  stop(): Promise<void>;
}

let from: Side;
let to: Side;

/** Never a server that somebody else runs: all databases are dropped after each test. */
async function start(): Promise<Side> {
  const mongo = await startEmbeddedMongo({ dataDir: ':memory:' });
  const client = await new MongoClient(mongo.uri).connect();
  return { client, stop: () => client.close().then(mongo.stop) };
}

beforeAll(async () => {
  [from, to] = await Promise.all([start(), start()]);
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const { client } of [from, to])
    for (const name of await databases(client)) await client.db(name).dropDatabase();
});

afterAll(async () => {
  await Promise.all([from.stop(), to.stop()]);
});

const move = (options: Partial<MoveRequest> = {}) =>
  moveData({ source: from.client, target: to.client, ...options });

async function databases(client: MongoClient): Promise<string[]> {
  const listed = await client.db('admin').admin().listDatabases({ nameOnly: true });
  return listed.databases.map(({ name }) => name);
}

/** Everything that a client can see of a server. */
async function contents(client: MongoClient): Promise<Document> {
  const seen: Document = {};
  for (const name of await databases(client)) {
    const db = client.db(name);
    for (const { name: collection, options } of (await db.listCollections().toArray()) as Document[])
      seen[`${name}.${String(collection)}`] = { options, ...(await contentsOf(db.collection(collection))) };
  }
  return seen;
}

/** The indexes of a collection as text, the number of its documents, and their bytes in short. */
async function contentsOf(collection: Collection): Promise<Document> {
  const indexes = await collection.listIndexes({ raw: true }).toArray();
  const documents = await collection.find({}, { raw: true }).sort({ _id: 1 }).toArray();
  return {
    indexes: (indexes as unknown as Buffer[]).map((bytes) => bytes.toString('hex')).sort(),
    count: documents.length,
    hash: createHash('sha256')
      .update(Buffer.concat(documents as unknown as Buffer[]))
      .digest('hex'),
  };
}

async function expectSame(): Promise<void> {
  expect(await contents(to.client)).toEqual(await contents(from.client));
}

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
  await from.client.db('shop').collection('mixed').insertMany(documents);
  const { moved, watched } = await move();
  const { hash } = await contentsOf(to.client.db('shop').collection('mixed'));
  expect(moved).toEqual([{ namespace: 'shop.mixed', count: 20_000, indexes: 0, hash }]);
  expect(watched).toBe(true);
  await expectSame();
});

test('members whose names are numbers stay in their order, in documents, indexes and options', async () => {
  const db = from.client.db('shop');
  const scrambled = new Map([['b', 1], ['2', 1], ['1', -1]]); // prettier-ignore
  const validator = { $jsonSchema: { properties: new Map([['b', {}], ['7', {}], ['3', { bsonType: 'int' }]]) } }; // prettier-ignore
  await db.command({ create: 'c', validator });
  await db.command({ createIndexes: 'c', indexes: [{ key: scrambled, name: 'scrambled' }] });
  await db.command({
    insert: 'c',
    documents: [new Map<string, unknown>([['_id', scrambled], ...scrambled])],
  });
  await move();
  await expectSame();
});

test('collections that are empty, have only indexes, or have options are there afterwards', async () => {
  const [shop, other] = [from.client.db('shop'), from.client.db('other')];
  await shop.createCollection('empty');
  await shop.collection('indexed').createIndexes([
    { key: { a: 1, b: -1 }, name: 'ab', unique: true, sparse: true },
    { key: { at: 1 }, name: 'expiring', expireAfterSeconds: 60 },
    { key: { c: 1 }, name: 'partial', partialFilterExpression: { c: { $gt: 1 } }, hidden: true },
  ]);
  await other.collection('dotted.name').insertOne({ a: 1 });
  await other.createCollection('watched', { changeStreamPreAndPostImages: { enabled: true } });
  await move();
  await expectSame();
});

test('documents that a validator would not let in any more come along', async () => {
  const db = from.client.db('shop');
  await db.collection('strict').insertOne({ a: 'text' });
  await db.command({ collMod: 'strict', validator: { a: { $type: 'int' } } });
  await move();
  await expectSame();
});

test('nothing expires on the way: the index that does it is made last', async () => {
  const collection = from.client.db('shop').collection('sessions');
  await collection.createIndexes([{ key: { at: 1 }, expireAfterSeconds: 3600 }, { key: { user: 1 } }]);
  await collection.insertOne({ at: new Date(), user: 1 });
  await move();
  const made = await to.client.db('shop').collection('sessions').listIndexes().toArray();
  expect(made.map(({ name }) => name as unknown)).toEqual(['_id_', 'user_1', 'at_1']);
  await expectSame();
});

test('documents of the greatest size arrive, and many large ones', async () => {
  const collection = from.client.db('shop').collection<{ _id: number; bytes: Binary }>('large');
  const around = BSON.calculateObjectSize({ _id: 0, bytes: new Binary(Buffer.alloc(0)) });
  for (const [_id, size] of [16 * MIB, 5 * MIB, 5 * MIB, 5 * MIB].entries())
    await collection.insertOne({ _id, bytes: new Binary(Buffer.alloc(size - around, _id)) });
  expect((await move()).moved).toMatchObject([{ count: 4 }]);
  await expectSame();
});

describe('a target that holds something already', () => {
  beforeEach(async () => {
    await from.client.db('shop').collection('orders').insertOne({ a: 1 });
  });

  test('is left alone where it is a collection of the same name, whatever is asked for', async () => {
    await to.client.db('shop').collection('orders').insertOne({ theirs: true });
    const before = await contents(to.client);
    await expect(move({ intoExisting: true })).rejects.toThrow('The target holds shop.orders already');
    expect(await contents(to.client)).toEqual(before);
  });

  test('is left alone where it is another collection of the database, unless that is meant', async () => {
    await to.client.db('shop').collection('theirs').insertOne({ a: 1 });
    const before = await contents(to.client);
    await expect(move()).rejects.toThrow('--into-existing');
    expect(await contents(to.client)).toEqual(before);
    await move({ intoExisting: true });
    expect(await contents(to.client)).toEqual({ ...before, ...(await contents(from.client)) });
  });

  test('does not matter where it is in another database', async () => {
    await to.client.db('elsewhere').collection('theirs').insertOne({ a: 1 });
    await move();
    expect(Object.keys(await contents(to.client))).toEqual(['elsewhere.theirs', 'shop.orders']);
  });
});

describe('a move that is interrupted', () => {
  const lost = new Error('interrupted');
  let shop: Db;

  beforeEach(async () => {
    shop = from.client.db('shop');
    for (const name of ['a', 'b']) {
      const documents = Array.from({ length: 1200 }, (_, n) => ({ _id: n as never, n }));
      await shop.collection(name).insertMany(documents);
      await shop.collection(name).createIndexes([{ key: { n: 1 }, name: 'by_n', unique: true }]);
    }
  });

  /** Interrupts a move once as much is done. */
  async function interrupt(round: number, documents: number): Promise<void> {
    const onProgress = (progress: Progress): void => {
      if (progress.round === round && progress.done >= documents) throw lost;
    };
    await expect(move({ onProgress })).rejects.toBe(lost);
  }

  /** What tells a collection from another one of the same name. */
  const identities = async (): Promise<unknown[]> =>
    (await to.client.db('shop').listCollections().toArray()).map((listed) => (listed as CollectionInfo).info);

  test.each([
    ['in the first collection', 1, 1, 1000],
    ['between two collections', 1, 1200, 1200],
    ['in the second collection', 1, 1201, 2200],
    ['while comparing', 2, 1201, 2400],
  ])('%s goes on with what it has', async (_where, round, documents, copied) => {
    await interrupt(round, documents);
    const counts = ['a', 'b'].map((name) => to.client.db('shop').collection(name).countDocuments());
    expect((await Promise.all(counts)).reduce((sum, count) => sum + count)).toBe(copied);
    const before = await identities();
    await move();
    expect(await identities()).toEqual(before);
    await expectSame();
  });

  test('goes on where the source has been changed since', async () => {
    await interrupt(1, 2200);
    await shop.collection('a').deleteOne({ n: 5 });
    await shop.collection('a').updateOne({ n: 10 }, { $set: { changed: true } });
    await shop.collection('b').drop();
    await shop.collection('b').insertOne({ another: 'collection' });
    await move();
    await expectSame();
  });

  test('names the index that the target cannot make', async () => {
    await interrupt(2, 1);
    await to.client
      .db('shop')
      .collection('b')
      .createIndexes([{ key: { other: 1 }, name: 'by_n' }]);
    await expect(move()).rejects.toThrow('The target refuses an index of shop.b (by_n): An existing index');
  });
});

describe('what is written to the source during the copy', () => {
  const writes: Promise<unknown>[] = [];

  beforeEach(async () => {
    writes.length = 0;
    const { client } = from;
    await client
      .db('shop')
      .collection('a')
      .insertMany([{ n: 1 }, { n: 2 }]);
    await client.db('shop').collection('z').insertOne({ n: 1 });
    // The writes are there when the source is asked what was written.
    const watch = client.watch.bind(client);
    jest.spyOn(client, 'watch').mockImplementation((...asked) => {
      const stream = watch(...asked);
      const tryNext = stream.tryNext.bind(stream);
      jest.spyOn(stream, 'tryNext').mockImplementation(async () => {
        await Promise.all(writes);
        return tryNext();
      });
      return stream;
    });
  });

  test('is brought along, also where the collection had been compared', async () => {
    const a = from.client.db('shop').collection('a');
    const onProgress = ({ round, done, of }: Progress): void => {
      if (round > 1 && done === of && writes.length < 2)
        writes.push(a.updateOne({ n: 1 }, { $inc: { written: 1 } }));
    };
    await move({ onProgress });
    expect(writes).toHaveLength(2);
    expect(await to.client.db('shop').collection('a').findOne({ n: 1 })).toMatchObject({ written: 2 });
    await expectSame();
  });

  test('ends it, where it is another collection', async () => {
    const onProgress = (): void => {
      if (writes.length === 0) writes.push(from.client.db('shop').collection('new').insertOne({}));
    };
    await expect(move({ onProgress })).rejects.toThrow('Collections of the source have changed meanwhile');
  });

  test('ends it, where that does not end', async () => {
    const z = from.client.db('shop').collection('z');
    const onProgress = (): void => void writes.push(z.updateOne({ n: 1 }, { $inc: { written: 1 } }));
    await expect(move({ onProgress })).rejects.toThrow('The source is being written to (shop.z)');
  });

  test('is told apart from a target that does not keep what it is sent', async () => {
    const z = to.client.db('shop').collection('z');
    const onProgress = ({ done, of }: Progress): void => {
      if (done === of && writes.length === 0) writes.push(z.updateOne({}, { $set: { n: 2 } }));
    };
    await expect(move({ onProgress })).rejects.toThrow(/has not kept shop\.z .* at the _id {"\$oid":/);
  });
});

test('a source that cannot tell of changes is copied, and that is said', async () => {
  const { client } = from;
  await client.db('shop').collection('a').insertOne({ a: 1 });
  // What a server answers that is no member of a replica set.
  const refusal = new MongoServerError({ message: 'The $changeStream stage is only supported', code: 40573 });
  const stream = client.watch();
  jest.spyOn(stream, 'tryNext').mockRejectedValue(refusal);
  jest.spyOn(client, 'watch').mockReturnValue(stream);
  expect(await move()).toMatchObject({ moved: [{ count: 1 }], watched: false });
  await expectSame();
});

test('an empty source is told', async () => {
  await expect(move()).rejects.toThrow('nothing to copy');
});
