import { Schema, Types } from 'mongoose';
import type { Model, Query } from 'mongoose';
import { startMongoose } from '../testing/mongoose';
import type { MongooseServer } from '../testing/mongoose';

let server: MongooseServer;

beforeAll(async () => {
  server = await startMongoose();
});
afterAll(() => server.stop());

test('timestamps are set, advanced, and left alone where that is asked for', async () => {
  const Notes = server.mongoose.model('Note', new Schema({ text: String }, { timestamps: true }));
  const [created] = await Notes.insertMany([{ text: 'a', createdAt: new Date(5), updatedAt: new Date(5) }]);
  const updated = await Notes.findOneAndUpdate({}, { text: 'b' }, { returnDocument: 'after' }).orFail();
  expect(updated.createdAt).toEqual(created?.createdAt);
  expect(updated.updatedAt.getTime()).toBeGreaterThan(5);
  const quiet = await Notes.findOneAndUpdate(
    {},
    { text: 'c' },
    { timestamps: false, returnDocument: 'after' },
  ).orFail();
  expect(quiet.updatedAt).toEqual(updated.updatedAt);
});

test('who saves an older state of a list, or of anything where concurrency is checked, is refused', async () => {
  const Lists = server.mongoose.model('List', new Schema({ items: [Number] }));
  const list = await Lists.create({ items: [1, 2, 3] });
  const other = await Lists.findById(list._id).orFail();
  list.items.splice(0, 1);
  await list.save();
  other.set('items.1', 9);
  await expect(other.save()).rejects.toThrow(expect.objectContaining({ name: 'VersionError' }));
  const Carts = server.mongoose.model('Cart', new Schema({ n: Number }, { optimisticConcurrency: true }));
  const cart = await Carts.create({ n: 1 });
  const stale = await Carts.findById(cart._id).orFail();
  await cart.set('n', 2).save();
  await expect(stale.set('n', 3).save()).rejects.toThrow(expect.objectContaining({ name: 'VersionError' }));
  expect(await Carts.findById(cart._id).lean()).toMatchObject({ n: 2, __v: 1 });
});

test('lists, subdocuments, maps and mixed values are saved by what has changed of them', async () => {
  const { mongoose } = server;
  const Orders = mongoose.model(
    'Order',
    new Schema({
      lines: [{ sku: String, n: Number }],
      tags: [String],
      address: new Schema({ city: String, zip: String }, { _id: false }),
      counts: { type: Map, of: Number },
      free: {},
    }),
  );
  const order = await Orders.create({
    lines: [
      { sku: 'a', n: 1 },
      { sku: 'b', n: 2 },
    ],
    tags: ['x'],
    address: { city: 'Bern' },
    counts: { a: 1 },
    free: { deep: { er: 1 } },
  });
  order.lines.push({ sku: 'c', n: 3 });
  order.tags.push('y');
  order.set('address.zip', '3000');
  order.counts?.set('b', 2);
  await order.save();
  order.lines.pull({ _id: order.lines[0]?._id });
  const [line] = order.lines;
  if (line) line.n = 20;
  order.tags.unshift('first');
  order.counts?.delete('a');
  (order.free as { deep: { er: number } }).deep.er = 2;
  order.markModified('free');
  await order.save();
  const saved = await Orders.findById(order._id).orFail();
  expect(saved.toObject({ flattenMaps: true, versionKey: false })).toMatchObject({
    lines: [
      { sku: 'b', n: 20 },
      { sku: 'c', n: 3 },
    ],
    tags: ['first', 'x', 'y'],
    address: { city: 'Bern', zip: '3000' },
    counts: { b: 2 },
    free: { deep: { er: 2 } },
  });
  saved.tags.splice(1, 1);
  saved.set('address', undefined);
  await saved.save();
  expect(await Orders.findById(order._id).lean()).toMatchObject({ tags: ['first', 'y'] });
  expect(await Orders.countDocuments({ address: { $exists: false } })).toBe(1);
});

test('values of every type come back as they were', async () => {
  const Values = server.mongoose.model(
    'Value',
    new Schema({
      decimal: 'Decimal128',
      long: BigInt,
      int: 'Int32',
      double: 'Double',
      bytes: Buffer,
      uuid: 'UUID',
      at: Date,
      id: 'ObjectId',
      flag: Boolean,
    }),
  );
  const given = {
    decimal: Types.Decimal128.fromString('1.20'),
    long: 2n ** 60n + 1n,
    int: 7,
    double: 1.5,
    bytes: Buffer.from([0, 255]),
    uuid: new Types.UUID('b1f5c4a0-3c5e-4b5c-9d0a-0123456789ab'),
    at: new Date(12345),
    id: new Types.ObjectId(),
    flag: false,
  };
  const { _id } = await Values.create(given);
  const found = await Values.findById(_id).orFail();
  expect([found.decimal?.toString(), found.long, found.int]).toEqual(['1.20', 2n ** 60n + 1n, 7]);
  expect([found.uuid?.toString(), found.at, found.flag]).toEqual([given.uuid.toString(), given.at, false]);
  expect([...(found.bytes ?? [])]).toEqual([0, 255]);
  const filters = [
    { long: given.long },
    { uuid: given.uuid },
    { bytes: given.bytes },
    { decimal: given.decimal },
  ];
  for (const filter of filters) expect(await Values.countDocuments(filter)).toBe(1);
});

test('discriminators share a collection, those inside a document share a list', async () => {
  const { mongoose } = server;
  const Shapes = mongoose.model('Shape', new Schema({ name: String }, { discriminatorKey: 'kind' }));
  const Circles = Shapes.discriminator('Circle', new Schema({ radius: Number }));
  const Squares = Shapes.discriminator('Square', new Schema({ side: Number }));
  await Circles.create({ name: 'a', radius: 1 });
  await Squares.create({ name: 'b', side: 2 });
  await Shapes.create({ name: 'c' });
  expect(await Promise.all([Shapes, Circles, Squares].map((model) => model.countDocuments()))).toEqual([
    3, 1, 1,
  ]);
  await Circles.updateMany({}, { radius: 5 });
  expect(await Shapes.findOne({ name: 'a' })).toBeInstanceOf(Circles);
  expect(await Circles.aggregate([{ $group: { _id: null, r: { $sum: '$radius' } } }])).toEqual([
    { _id: null, r: 5 },
  ]);
  const parts = new Schema({}, { discriminatorKey: 'kind', _id: false });
  const drawing = new Schema({ parts: [parts] });
  drawing.path<Schema.Types.DocumentArray>('parts').discriminator('Line', new Schema({ to: Number }));
  drawing.path<Schema.Types.DocumentArray>('parts').discriminator('Text', new Schema({ say: String }));
  const Drawings = mongoose.model('Drawing', drawing);
  const { _id } = await Drawings.create({
    parts: [
      { kind: 'Line', to: 5 },
      { kind: 'Text', say: 'hi' },
    ],
  });
  await Drawings.updateOne({ _id, 'parts.kind': 'Text' }, { $set: { 'parts.$.say': 'ho' } });
  expect(await Drawings.findById(_id).lean()).toMatchObject({
    parts: [
      { kind: 'Line', to: 5 },
      { kind: 'Text', say: 'ho' },
    ],
  });
});

interface Person {
  first: string;
  last: string;
  age: number;
  secret?: string;
}
interface PersonMethods {
  siblings(): Promise<number>;
}
interface PersonHelpers {
  adults(): Query<unknown, Person, PersonHelpers>;
}

test('lean, select, virtuals, query helpers and methods', async () => {
  const schema = new Schema<
    Person,
    Model<Person, PersonHelpers, PersonMethods>,
    PersonMethods,
    PersonHelpers
  >({
    first: String,
    last: String,
    age: Number,
    secret: { type: String, select: false },
  });
  schema.virtual('full').get(function () {
    return `${this.first} ${this.last}`;
  });
  schema.query.adults = function (this: Query<unknown, Person, PersonHelpers>) {
    return this.where({ age: { $gte: 18 } });
  };
  schema.methods.siblings = function () {
    return People.countDocuments({ last: this.last, _id: { $ne: this._id } }).exec();
  };
  const People = server.mongoose.model<Person, Model<Person, PersonHelpers, PersonMethods>>('Person', schema);
  await People.create([
    { first: 'Ann', last: 'Arp', age: 20, secret: 's' },
    { first: 'Ben', last: 'Arp', age: 9 },
  ]);
  const adult = await People.findOne().adults().orFail();
  expect(adult).toMatchObject({ full: 'Ann Arp', secret: undefined });
  expect(await People.find({ last: 'Arp' }).select('first -_id').sort({ age: 1 }).lean()).toEqual([
    { first: 'Ben' },
    { first: 'Ann' },
  ]);
  const ann = await People.findOne({ first: 'Ann' }).select('+secret').orFail();
  expect([ann.secret, await ann.siblings()]).toEqual(['s', 1]);
  expect(await People.exists({ first: 'Nobody' })).toBeNull();
});

test('plugins and middleware see saves, queries, aggregates and deletes', async () => {
  const { mongoose } = server;
  const seen: string[] = [];
  const tenant = (schema: Schema): void => {
    schema.add({ tenant: String });
    schema.pre('save', function () {
      this.set('tenant', 't1');
    });
    schema.pre(/^(find|count|update|delete)/, function () {
      seen.push((this as unknown as { op: string }).op);
      (this as unknown as { where(filter: object): void }).where({ tenant: 't1' });
    });
    schema.pre('aggregate', function () {
      this.pipeline().unshift({ $match: { tenant: 't1' } });
    });
  };
  const schema = new Schema({ n: Number });
  schema.plugin(tenant);
  schema.post('save', (doc) => void seen.push(`saved ${String(doc.get('n'))}`));
  schema.post('findOneAndDelete', (doc: { n: number } | null) => void seen.push(`deleted ${String(doc?.n)}`));
  const Rows = mongoose.model('Row', schema);
  await Rows.create({ n: 1 });
  await Rows.collection.insertOne({ n: 2, tenant: 't2' });
  expect(await Rows.countDocuments()).toBe(1);
  expect(await Rows.aggregate([{ $count: 'n' }])).toEqual([{ n: 1 }]);
  await Rows.updateMany({}, { $inc: { n: 10 } });
  await Rows.findOneAndDelete({});
  expect(seen).toEqual(['saved 1', 'countDocuments', 'updateMany', 'findOneAndDelete', 'deleted 11']);
  expect(await Rows.collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([
    { n: 2, tenant: 't2' },
  ]);
});
