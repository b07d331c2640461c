/** The kit over a real database: tenants, batching, writes and their log. */
import { randomBytes } from 'node:crypto';
import { SettableClock } from '../../common/clock';
import { silentLogger } from '../../common/log';
import { startTestMongo, type TestMongo } from '../../tests/support/mongo';
import { type CollectionDefinition, defineCollection } from './collections';
import { Database } from './database';
import { readPage } from './paging';
import type { Sort } from './records';
import { MissingTenant } from './tenancy';
import { write } from './unit-of-work';

interface Note {
  readonly text: string;
  readonly shelf: string;
}

const notes: CollectionDefinition<Note> = defineCollection<Note>(
  'notes',
  { text: { type: String, required: true }, shelf: { type: String, required: true } },
  { keepsDeleted: true },
);
const collections = { notes } as const;

const clock = new SettableClock();
let mongo: TestMongo;
let database: Database<typeof collections>;

beforeAll(async () => {
  mongo = await startTestMongo();
  database = await Database.open(mongo.uri, `test_${randomBytes(6).toString('hex')}`, collections, {
    clock,
    log: silentLogger,
  });
});

afterAll(async () => {
  await database.close();
  await mongo.stop();
});

const newTenant = (): string => randomBytes(8).toString('hex');
const change = {
  kind: 'note_written',
  subject: { type: 'note', id: 'n' },
  visibleIn: [],
  description: 'Note',
} as const;

function writeAs<T>(tenantId: string, work: Parameters<typeof write<typeof collections, T>>[2]): Promise<T> {
  return write(database, { tenantId, actorId: 'ada', scope: { tenantId } }, work);
}

describe('the wall between tenants', () => {
  it('throws for every kind of query that names no tenant', async () => {
    const model = database.connection.model('notes');
    const queries = {
      find: () => model.find({}),
      findOne: () => model.findOne({ text: 'a' }),
      findById: () => model.findById('x'),
      findOneAndUpdate: () => model.findOneAndUpdate({ text: 'a' }, { text: 'b' }),
      updateOne: () => model.updateOne({ text: 'a' }, { text: 'b' }),
      updateMany: () => model.updateMany({}, { text: 'b' }),
      deleteOne: () => model.deleteOne({ text: 'a' }),
      deleteMany: () => model.deleteMany({}),
      countDocuments: () => model.countDocuments({}),
      estimatedDocumentCount: () => model.estimatedDocumentCount(),
      distinct: () => model.distinct('text'),
      aggregate: () => model.aggregate([{ $group: { _id: '$text' } }]),
      'a tenant that is an operator': () => model.find({ tenantId: { $ne: 'x' } }),
    };
    for (const query of Object.values(queries)) await expect(query()).rejects.toBeInstanceOf(MissingTenant);
  });

  it('is not passed by records whose tenant is empty', async () => {
    await expect(database.data({ tenantId: '' }).notes.find({})).rejects.toBeInstanceOf(MissingTenant);
  });

  it('keeps the records of one tenant out of the sight of another', async () => {
    const [mine, theirs] = [newTenant(), newTenant()];
    const note = await database.data({ tenantId: mine }).notes.insert({ text: 'secret', shelf: 'a' });
    const other = database.data({ tenantId: theirs }).notes;
    expect(await other.load(note.id)).toBeNull();
    expect(await other.find({})).toEqual([]);
    expect(await other.count({ _id: note.id })).toBe(0);
    expect(await other.update({ _id: note.id }, { $set: { text: 'stolen' } })).toBeNull();
    expect(await other.remove({ _id: note.id }, clock.now())).toBe(0);
    expect(await other.aggregate([{ $match: { _id: note.id } }])).toEqual([]);
    expect(await database.data({ tenantId: mine }).notes.load(note.id)).toMatchObject({ text: 'secret' });
  });

  it('cannot be passed by naming another tenant in the filter or in the record', async () => {
    const [mine, theirs] = [newTenant(), newTenant()];
    await database.data({ tenantId: theirs }).notes.insert({ text: 'theirs', shelf: 'a' });
    const { notes: records } = database.data({ tenantId: mine });
    expect(await records.find({ tenantId: theirs })).toEqual([]);
    expect(await records.insert({ text: 'x', shelf: 'a', tenantId: theirs })).toMatchObject({
      tenantId: mine,
    });
  });

  it('opens with a reason only', async () => {
    const tenantId = newTenant();
    const note = await database.data({ tenantId }).notes.insert({ text: 'x', shelf: 'a' });
    const platform = database.data({ platformReason: 'a test of the way around' });
    expect(await platform.notes.load(note.id)).toMatchObject({ tenantId });
    expect(await platform.notes.aggregate([{ $match: { tenantId } }])).toHaveLength(1);
  });
});

describe('records', () => {
  it('that cannot be there yet are not asked for', async () => {
    const { notes } = database.data({ tenantId: newTenant() });
    notes.hasNone('shelf', 'new', { text: 1 });
    const find = jest.spyOn(notes, 'find');
    expect(await notes.loadAll('shelf', 'new', { text: 1 })).toEqual([]);
    expect(find).not.toHaveBeenCalled();
  });

  it('that a list has brought are not read again', async () => {
    const tenantId = newTenant();
    const { id } = await database.data({ tenantId }).notes.insert({ text: 'x', shelf: 'a' });
    const { notes } = database.data({ tenantId });
    await notes.find({});
    const find = jest.spyOn(notes, 'find');
    expect(await notes.load(id)).toMatchObject({ text: 'x' });
    expect(find).not.toHaveBeenCalled();
  });

  it('that a list has brought are read again in a write, which may have changed them', async () => {
    const tenantId = newTenant();
    const { id } = await database.data({ tenantId }).notes.insert({ text: 'x', shelf: 'a' });
    const read = await writeAs(tenantId, async ({ data }) => {
      await data.notes.find({});
      await data.notes.update({ _id: id }, { $set: { text: 'y' } });
      return data.notes.load(id);
    });
    expect(read).toMatchObject({ text: 'y' });
  });

  it('are found by values in the form of a member or of its text', async () => {
    const { notes } = database.data({ tenantId: newTenant() });
    const { createdAt } = await notes.insert({ text: 'x', shelf: 'a' });
    for (const moment of [createdAt, createdAt.toISOString() as unknown as Date]) {
      expect(await notes.find({ createdAt: { $in: [moment] } })).toHaveLength(1);
    }
  });

  it('are read in one query, however many are asked for at once', async () => {
    const { notes: records } = database.data({ tenantId: newTenant() });
    const rows = await Promise.all(['a', 'b', 'c'].map((text) => records.insert({ text, shelf: 'one' })));
    const find = jest.spyOn(records, 'find');
    const loaded = await Promise.all([...rows.map(({ id }) => records.load(id)), records.load('nobody')]);
    expect(loaded.map((row) => row?.text)).toEqual(['a', 'b', 'c', undefined]);
    expect(
      await Promise.all([
        records.loadAll('shelf', 'one', { text: -1 }),
        records.loadAll('shelf', 'two', { text: -1 }),
      ]),
    ).toEqual([rows.toReversed(), []]);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('that are deleted are out of sight but kept', async () => {
    const tenantId = newTenant();
    const { notes: records } = database.data({ tenantId });
    const { id } = await records.insert({ text: 'old', shelf: 'a' });
    expect(await records.remove({ _id: id }, clock.now())).toBe(1);
    expect(await records.findOne({ _id: id })).toBeNull();
    const kept = await database.connection.collection('notes').findOne({ tenantId });
    expect(kept).toMatchObject({ text: 'old', deletedAt: clock.now() });
  });

  it('that are deleted are found apart, all of them or those of one moment, and by their tenant only', async () => {
    const { notes: records } = database.data({ tenantId: newTenant() });
    await records.insert({ text: 'here', shelf: 'a' });
    const moments = [clock.now(), new Date(clock.now().getTime() + 1)];
    for (const [index, moment] of moments.entries()) {
      const { id } = await records.insert({ text: `gone ${index}`, shelf: 'a' });
      await records.remove({ _id: id }, moment);
    }
    const found = await records.findDeleted({ shelf: 'a' });
    expect(new Set(found.map(({ deletedAt }) => deletedAt))).toEqual(new Set(moments));
    expect(await records.findDeleted({ shelf: 'a' }, moments[1])).toMatchObject([{ text: 'gone 1' }]);
    expect(await database.data({ tenantId: newTenant() }).notes.findDeleted({ shelf: 'a' })).toEqual([]);
  });

  it('that were found deleted do not come into sight by it', async () => {
    const { notes: records } = database.data({ tenantId: newTenant() });
    const { id } = await records.insert({ text: 'gone', shelf: 'a' });
    await records.remove({ _id: id }, clock.now());
    expect(await records.findDeleted({ _id: id })).toHaveLength(1);
    expect(await records.load(id)).toBeNull();
  });

  it('that are deleted come back once, and into their own tenant only', async () => {
    const tenantId = newTenant();
    const { notes: records } = database.data({ tenantId });
    const { id } = await records.insert({ text: 'back', shelf: 'a' });
    await records.remove({ _id: id }, clock.now());
    expect(await database.data({ tenantId: newTenant() }).notes.restore(id)).toBeNull();
    expect(await records.restore(id, { shelf: 'b' })).toMatchObject({ text: 'back', shelf: 'b' });
    expect(await database.data({ tenantId }).notes.load(id)).toMatchObject({ text: 'back', deletedAt: null });
    expect(await records.restore(id)).toBeNull();
  });

  it('are paged by their ids in the order that is asked for', async () => {
    const { notes: records } = database.data({ tenantId: newTenant() });
    for (const shelf of ['a', 'b', 'c']) await records.insert({ text: 'same', shelf });
    const ids = (await records.find({})).map(({ id }) => id).toSorted();
    const inOrder = async (sort: Sort): Promise<string[]> =>
      (await readPage(records, {}, sort, {})).nodes.map(({ id }) => id);
    expect(await inOrder({ text: 1, _id: 1 })).toEqual(ids);
    expect(await inOrder({ text: 1 })).toEqual(ids.toReversed());
  });

  it('are paged by cursor and by offset without gap or repeat', async () => {
    const { notes: records } = database.data({ tenantId: newTenant() });
    for (const text of ['a', 'b', 'c', 'd', 'e']) await records.insert({ text, shelf: 'a' });
    const texts: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readPage<Note>>> = await readPage(
        records,
        {},
        { shelf: 1 },
        { first: 2, after },
      );
      texts.push(...page.nodes.map(({ text }) => text));
      expect(await page.totalCount()).toBe(5);
      const { hasNextPage, endCursor } = await page.pageInfo();
      after = hasNextPage ? endCursor : null;
    } while (after);
    expect(texts.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    const tail = await readPage(records, {}, { text: 1 }, { offset: 3 });
    expect(tail.nodes.map(({ text }) => text)).toEqual(['d', 'e']);
    expect((await readPage(records, {}, { text: 1 }, { first: 0 })).nodes).toEqual([]);
    await expect(readPage(records, {}, { text: 1 }, { after: 'nonsense' })).rejects.toThrow('cursor');
  });
});

describe('a write', () => {
  it('that fails leaves neither data nor a number in the log', async () => {
    const tenantId = newTenant();
    const failing = writeAs(tenantId, async (work) => {
      await work.data.notes.insert({ text: 'half', shelf: 'a' });
      work.record(change);
      throw new Error('on second thoughts');
    });
    await expect(failing).rejects.toThrow('on second thoughts');
    await writeAs(tenantId, async (work) => work.record(change));
    const data = database.data({ tenantId });
    expect(await data.notes.find({})).toEqual([]);
    expect((await data.changes.find({})).map(({ seq }) => seq)).toEqual([1]);
  });

  it('numbers changes by the tenant, without gap or repeat, when many write at the same time', async () => {
    const [one, two] = [newTenant(), newTenant()];
    const writes = Array.from({ length: 30 }, (_, index) =>
      writeAs(index % 3 === 0 ? two : one, async (work) => {
        await work.data.notes.insert({ text: String(index), shelf: 'a' });
        work.record(change);
        work.record(change);
        if (index % 5 === 4) throw new Error('aborted');
      }).catch(() => undefined),
    );
    await Promise.all(writes);
    for (const tenantId of [one, two]) {
      const data = database.data({ tenantId });
      const numbers = (await data.changes.find({}, { sort: { seq: 1 } })).map(({ seq }) => seq);
      const count = 2 * (await data.notes.count({}));
      expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    }
  });

  it('knows who made the change, and when', async () => {
    const tenantId = newTenant();
    clock.set('2026-03-01T08:00:00Z');
    await writeAs(tenantId, async (work) => work.record(change));
    const [row] = await database.data({ tenantId }).changes.find({});
    expect(row).toMatchObject({
      actorId: 'ada',
      kind: 'note_written',
      createdAt: new Date('2026-03-01T08:00:00Z'),
    });
  });
});
