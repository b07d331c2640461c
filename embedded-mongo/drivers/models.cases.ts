import { Schema } from 'mongoose';
import { startMongoose } from '../testing/mongoose';
import type { MongooseServer } from '../testing/mongoose';

let server: MongooseServer;

beforeAll(async () => {
  server = await startMongoose();
});
afterAll(() => server.stop());

function numbers(name: string, count = 10) {
  const Numbers = server.mongoose.model(name, new Schema({ n: { type: Number, required: true } }));
  return Numbers.insertMany(Array.from({ length: count }, (_, n) => ({ n }))).then(() => Numbers);
}

const newer = { returnDocument: 'after' } as const;

test('cursors: for await, eachAsync in parallel and in batches, map, close', async () => {
  const Numbers = await numbers('Walked');
  let sum = 0;
  for await (const { n } of Numbers.find().cursor({ batchSize: 3 })) sum += n;
  expect(sum).toBe(45);
  const seen: number[] = [];
  await Numbers.find()
    .sort({ n: -1 })
    .cursor()
    .eachAsync(({ n }) => void seen.push(n), { parallel: 4 });
  expect(seen.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const sizes: number[] = [];
  await Numbers.find()
    .lean()
    .cursor()
    .eachAsync((batch) => void sizes.push(batch.length), { batchSize: 4 });
  expect(sizes).toEqual([4, 4, 2]);
  const doubled = Numbers.find()
    .sort('n')
    .cursor({ batchSize: 2 })
    .map(({ n }) => n * 2);
  expect([await doubled.next(), await doubled.next(), await doubled.next()]).toEqual([0, 2, 4]);
  await doubled.close();
  const groups = Numbers.aggregate<{ _id: number }>([{ $sort: { n: 1 } }, { $project: { _id: '$n' } }]);
  const ids: number[] = [];
  for await (const { _id } of groups.cursor({ batchSize: 4 })) ids.push(_id);
  expect(ids).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('insertMany and bulkWrite: ordered and not, with errors', async () => {
  const Keys = server.mongoose.model('Key', new Schema({ k: { type: Number, unique: true } }));
  await Keys.init();
  const rows = [{ k: 1 }, { k: 1 }, { k: 2 }];
  await expect(Keys.insertMany(rows)).rejects.toMatchObject({ code: 11000, insertedDocs: [{ k: 1 }] });
  await Keys.deleteMany();
  await expect(Keys.insertMany(rows, { ordered: false })).rejects.toMatchObject({ code: 11000 });
  expect(await Keys.countDocuments()).toBe(2);
  const written = await Keys.bulkWrite([
    { insertOne: { document: { k: 3 } } },
    { updateOne: { filter: { k: 4 }, update: { $inc: { k: 10 } }, upsert: true } },
    { updateMany: { filter: { k: { $in: [1, 2] } }, update: { $mul: { k: -1 } } } },
    { replaceOne: { filter: { k: 3 }, replacement: { k: 30 } } },
    { deleteOne: { filter: { k: -1 } } },
  ]);
  expect(written).toMatchObject({
    insertedCount: 1,
    upsertedCount: 1,
    matchedCount: 3,
    modifiedCount: 3,
    deletedCount: 1,
  });
  const saved = await Keys.find().sort('k');
  for (const [at, key] of saved.entries()) key.set('k', 100 + at);
  await Keys.bulkSave(saved);
  expect((await Keys.distinct('k')).sort()).toEqual([100, 101, 102]);
});

test('findOneAnd…, upserts and counts', async () => {
  const Numbers = await numbers('Found');
  expect(await Numbers.findOneAndUpdate({ n: 3 }, { $inc: { n: 100 } }, newer)).toMatchObject({ n: 103 });
  expect(await Numbers.findOneAndReplace({ n: 103 }, { n: 3 }, newer)).toMatchObject({ n: 3 });
  expect(await Numbers.findOneAndDelete({}, { sort: { n: -1 } })).toMatchObject({ n: 9 });
  const raw = await Numbers.findOneAndUpdate(
    { n: 50 },
    {},
    { ...newer, upsert: true, includeResultMetadata: true },
  );
  expect(raw).toMatchObject({ ok: 1, value: { n: 50 }, lastErrorObject: { updatedExisting: false } });
  expect(await Numbers.findOneAndUpdate({ n: 77 }, { n: 78 })).toBeNull();
  expect([await Numbers.countDocuments({ n: { $lt: 5 } }), await Numbers.estimatedDocumentCount()]).toEqual([
    5, 10,
  ]);
  expect(
    await Numbers.find({ n: { $gt: 2 } })
      .sort({ n: 1 })
      .skip(1)
      .limit(2)
      .distinct('n'),
  ).toHaveLength(7);
});

test('indexes are built from the schema, compared and made alike', async () => {
  const { mongoose } = server;
  const schema = new Schema({ a: { type: Number, index: true }, b: String }, { autoIndex: false });
  schema.index({ b: 1, a: -1 }, { unique: true, partialFilterExpression: { a: { $gt: 0 } } });
  const Indexed = mongoose.model('Indexed', schema);
  await Indexed.createCollection();
  await Indexed.collection.createIndexes([{ key: { old: 1 } }]);
  expect(await Indexed.diffIndexes()).toMatchObject({
    toDrop: ['old_1'],
    toCreate: [{ a: 1 }, { b: 1, a: -1 }],
  });
  expect(await Indexed.syncIndexes()).toEqual(['old_1']);
  expect(await Indexed.diffIndexes()).toMatchObject({ toDrop: [], toCreate: [] });
  expect(Object.keys(await Indexed.collection.indexInformation())).toEqual(['_id_', 'a_1', 'b_1_a_-1']);
  await Indexed.ensureIndexes();
  await Indexed.cleanIndexes();
});

test('aggregates join, facet, and are explained', async () => {
  const Numbers = await numbers('Joined');
  const [result] = await Numbers.aggregate<unknown>([
    { $match: { n: { $gte: 5 } } },
    { $lookup: { from: Numbers.collection.name, localField: 'n', foreignField: 'n', as: 'same' } },
    {
      $facet: {
        sum: [{ $group: { _id: null, n: { $sum: '$n' } } }],
        most: [{ $sort: { n: -1 } }, { $limit: 1 }],
      },
    },
  ]);
  expect(result).toMatchObject({ sum: [{ n: 35 }], most: [{ n: 9, same: [{ n: 9 }] }] });
  expect(await Numbers.find({ n: 1 }).explain('queryPlanner')).toMatchObject({
    queryPlanner: { winningPlan: { stage: 'COLLSCAN' } },
  });
  expect(await Numbers.aggregate([{ $match: { _id: null } }]).explain()).toBeDefined();
});

test('collation and hint reach the server', async () => {
  const Words = server.mongoose.model('Word', new Schema({ w: { type: String, index: true } }));
  await Words.init();
  await Words.insertMany([{ w: 'Ä' }, { w: 'a' }, { w: 'B' }]);
  const collation = { locale: 'de', strength: 1 } as const;
  expect(await Words.find({}, 'w -_id').sort('w').collation(collation).skip(1).lean()).toEqual([
    { w: 'a' },
    { w: 'B' },
  ]);
  expect(await Words.countDocuments({ w: 'A' }).collation(collation)).toBe(2);
  expect(await Words.find({ w: 'a' }).hint('w_1').lean()).toHaveLength(1);
  await expect(Words.find().hint('none_1')).rejects.toThrow(/hint provided does not correspond/);
});

test('a transaction is taken back as a whole, or retried where another one was first', async () => {
  const { mongoose } = server;
  const Accounts = mongoose.model('Account', new Schema({ sum: Number }));
  const account = await Accounts.create({ sum: 10 });
  const failing = mongoose.connection.transaction(async (session) => {
    account.set('sum', 5);
    await account.save({ session });
    await Accounts.create([{ sum: 5 }], { session });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(account.isModified('sum')).toBe(true);
  expect(await Accounts.find().lean()).toMatchObject([{ sum: 10 }]);
  let attempts = 0;
  await mongoose.connection.transaction(async (session) => {
    attempts += 1;
    const read = await Accounts.findById(account._id).session(session).orFail();
    // Somebody else writes what this transaction has read, the first time.
    if (attempts === 1) await Accounts.updateOne({ _id: account._id }, { $inc: { sum: 100 } });
    await read.set('sum', Number(read.sum) + 1).save({ session });
  });
  expect([attempts, (await Accounts.findById(account._id))?.sum]).toEqual([2, 111]);
});

test('a session is carried by AsyncLocalStorage', async () => {
  const { mongoose } = server;
  mongoose.set('transactionAsyncLocalStorage', true);
  const Steps = mongoose.model('Step', new Schema({ n: Number }));
  await Steps.createCollection();
  const failing = mongoose.connection.transaction(async () => {
    await Steps.create({ n: 1 });
    await Steps.updateOne({ n: 1 }, { n: 2 });
    expect(await Steps.countDocuments({ n: 2 })).toBe(1);
    throw new Error('undo');
  });
  await expect(failing).rejects.toThrow('undo');
  expect(await Steps.countDocuments()).toBe(0);
});

test('models and the connection are watched, and a stream is resumed', async () => {
  const { mongoose } = server;
  const Watched = mongoose.model('Watched', new Schema({ n: Number }));
  await Watched.createCollection();
  const { operationTime: startAtOperationTime } = await server.server.db.command({ ping: 1 });
  const own = Watched.watch([{ $match: { operationType: 'insert' } }], {
    hydrate: true,
    startAtOperationTime,
  });
  const all = mongoose.connection.watch([], { startAtOperationTime });
  const heard = new Promise((resolve) => all.once('change', resolve));
  await Watched.create([{ n: 1 }, { n: 2 }], { ordered: true });
  const first = await own.next();
  expect(first.fullDocument).toBeInstanceOf(Watched);
  expect(await heard).toMatchObject({ ns: { coll: Watched.collection.name }, fullDocument: { n: 1 } });
  await Promise.all([own.close(), all.close()]);
  const rest = Watched.watch([], { resumeAfter: first._id });
  expect(await rest.next()).toMatchObject({ fullDocument: { n: 2 } });
  await rest.close();
});

test('validators of the server refuse what passes by the schema', async () => {
  const { mongoose } = server;
  const Strict = mongoose.model('Strict', new Schema({ n: {} }));
  await Strict.createCollection({ validator: { n: { $type: 'number' } } });
  await expect(Strict.create({ n: 'x' })).rejects.toMatchObject({ code: 121 });
  await expect(Strict.create({ n: 1 })).resolves.toMatchObject({ n: 1 });
});

test('what is not there is refused in words, and nothing is done', async () => {
  const { mongoose } = server;
  const schema = new Schema({ t: String, at: { type: [Number], index: '2d' } }, { autoIndex: false });
  schema.index({ t: 'text' });
  const Refused = mongoose.model('Refused', schema);
  const missing = { code: 115, message: expect.stringMatching(/is not supported by the embedded server$/) };
  const attempts = [
    () => Refused.ensureIndexes(),
    () => Refused.createCollection({ capped: true, size: 1000 }),
    () => mongoose.connection.createCollection('seen', { viewOn: 'rows', pipeline: [] }),
    () => Refused.find({ $where: 'true' }).exec(),
    () => Refused.find({ at: { $near: [1, 1] } }).exec(),
    () => Refused.aggregate([{ $indexStats: {} }]).exec(),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(missing);
  expect(await mongoose.connection.listCollections()).not.toContainEqual(
    expect.objectContaining({ name: 'seen' }),
  );
});
