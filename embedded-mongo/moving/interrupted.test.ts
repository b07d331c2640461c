import { MongoServerError } from 'mongodb';
import type { CollectionInfo, Db } from 'mongodb';
import { expectSame, startPair } from '../testing/pair';
import type { Pair } from '../testing/pair';
import { moveData } from './move';
import type { MoveRequest, MoveResult, Progress } from './move';

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

describe('a move that is interrupted', () => {
  const lost = new Error('interrupted');
  let shop: Db;

  beforeEach(async () => {
    shop = pair.from.db('shop');
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
    (await pair.to.db('shop').listCollections().toArray()).map((listed) => (listed as CollectionInfo).info);

  test.each([
    ['in the first collection', 1, 1, 1000],
    ['between two collections', 1, 1200, 1200],
    ['in the second collection', 1, 1201, 2200],
    ['while comparing', 2, 1201, 2400],
  ])('%s goes on with what it has', async (_where, round, documents, copied) => {
    await interrupt(round, documents);
    const counts = ['a', 'b'].map((name) => pair.to.db('shop').collection(name).countDocuments());
    expect((await Promise.all(counts)).reduce((sum, count) => sum + count)).toBe(copied);
    const before = await identities();
    await move();
    expect(await identities()).toEqual(before);
    await expectSame(pair);
  });

  test('goes on where the source has been changed since', async () => {
    await interrupt(1, 2200);
    await shop.collection('a').deleteOne({ n: 5 });
    await shop.collection('a').updateOne({ n: 10 }, { $set: { changed: true } });
    await shop.collection('b').drop();
    await shop.collection('b').insertOne({ another: 'collection' });
    await move();
    await expectSame(pair);
  });

  test('names the index that the target cannot make', async () => {
    await interrupt(2, 1);
    await pair.to
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
    const client = pair.from;
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
    const a = pair.from.db('shop').collection('a');
    const onProgress = ({ round, done, of }: Progress): void => {
      if (round > 1 && done === of && writes.length < 2)
        writes.push(a.updateOne({ n: 1 }, { $inc: { written: 1 } }));
    };
    await move({ onProgress });
    expect(writes).toHaveLength(2);
    expect(await pair.to.db('shop').collection('a').findOne({ n: 1 })).toMatchObject({ written: 2 });
    await expectSame(pair);
  });

  test('ends it, where it is another collection', async () => {
    const onProgress = (): void => {
      if (writes.length === 0) writes.push(pair.from.db('shop').collection('new').insertOne({}));
    };
    await expect(move({ onProgress })).rejects.toThrow('Collections of the source have changed meanwhile');
  });

  test('ends it, where that does not end', async () => {
    const z = pair.from.db('shop').collection('z');
    const onProgress = (): void => void writes.push(z.updateOne({ n: 1 }, { $inc: { written: 1 } }));
    await expect(move({ onProgress })).rejects.toThrow('The source is being written to (shop.z)');
  });

  test('is told apart from a target that does not keep what it is sent', async () => {
    const z = pair.to.db('shop').collection('z');
    const onProgress = ({ done, of }: Progress): void => {
      if (done === of && writes.length === 0) writes.push(z.updateOne({}, { $set: { n: 2 } }));
    };
    await expect(move({ onProgress })).rejects.toThrow(/has not kept shop\.z .* at the _id {"\$oid":/);
  });
});

test('a source that cannot tell of changes is copied, and that is said', async () => {
  const client = pair.from;
  await client.db('shop').collection('a').insertOne({ a: 1 });
  // What a server answers that is no member of a replica set.
  const refusal = new MongoServerError({ message: 'The $changeStream stage is only supported', code: 40573 });
  const stream = client.watch();
  jest.spyOn(stream, 'tryNext').mockRejectedValue(refusal);
  jest.spyOn(client, 'watch').mockReturnValue(stream);
  expect(await move()).toMatchObject({ moved: [{ count: 1 }], watched: false });
  await expectSame(pair);
});
