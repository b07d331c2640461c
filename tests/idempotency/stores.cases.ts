/** Both stores of idempotency keys keep the same promises; the shared one over a real server. */
import { MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../../embedded-mongo';
import { type IdempotencyStore, MemoryStore, MongoStore } from '../../gateway/rest';
import { startTestMongo, type TestMongo } from '../support/mongo';

const DATABASE = 'stores_gateway';
const SECOND = 1000;
const BEGIN = Date.parse('2026-01-15T10:00:00Z');
const at = (seconds: number): Date => new Date(BEGIN + seconds * SECOND);
/** Enough for a server that begins; what is not there is missed soon. */
const PATIENCE = 2000;
const ANSWER = Uint8Array.of(1, 2, 3);

let mongo: TestMongo;

beforeAll(async () => {
  mongo = await startTestMongo();
});
afterAll(() => mongo.stop());

interface Attempt {
  readonly id: string;
  readonly seconds?: number;
  readonly holder?: string;
  readonly proof?: string;
}

/** A lease of 30 seconds, and a key that is good for 100. */
const claimOf = ({ id, seconds = 0, holder = 'first', proof = 'p' }: Attempt) => ({
  id,
  holder,
  proof,
  now: at(seconds),
  leaseUntil: at(seconds + 30),
  keepUntil: at(seconds + 100),
});

describe.each<[string, () => IdempotencyStore]>([
  ['in the process', () => new MemoryStore()],
  ['in MongoDB', () => new MongoStore(mongo.uri, DATABASE)],
])('the store %s', (_name, open) => {
  let store: IdempotencyStore;
  beforeAll(() => {
    store = open();
  });
  afterAll(() => store.close());

  const claim = (attempt: Attempt) => store.claim(claimOf(attempt));

  it('grants a new key once: whoever asks the same meanwhile hears that it is running', async () => {
    const attempts = Array.from({ length: 20 }, (_none, index) => claim({ id: 'a', holder: `h${index}` }));
    const kinds = (await Promise.all(attempts)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['granted', ...Array<string>(19).fill('running')]);
  });

  it('has the answer for all who ask the same later', async () => {
    await claim({ id: 'b' });
    await store.keep({ id: 'b', holder: 'first' }, ANSWER);
    for (const seconds of [0, 99]) {
      const claimed = await claim({ id: 'b', seconds, holder: 'second' });
      expect(claimed).toMatchObject({ kind: 'answered' });
      expect('answer' in claimed && Uint8Array.from(claimed.answer)).toEqual(ANSWER);
    }
  });

  it('tells that a key belongs to another request, be it running, ended, or answered', async () => {
    const other = { id: 'c', holder: 'second', proof: 'q' };
    await claim({ id: 'c' });
    expect(await claim(other)).toEqual({ kind: 'taken' });
    await store.release({ id: 'c', holder: 'first' });
    expect(await claim(other)).toEqual({ kind: 'taken' });
    await claim({ id: 'c' });
    await store.keep({ id: 'c', holder: 'first' }, ANSWER);
    expect(await claim(other)).toEqual({ kind: 'taken' });
  });

  it('gives the next one a turn when the first has ended without an answer', async () => {
    await claim({ id: 'd' });
    await store.release({ id: 'd', holder: 'first' });
    expect(await claim({ id: 'd', holder: 'second' })).toEqual({ kind: 'granted' });
    expect(await claim({ id: 'd', holder: 'third' })).toEqual({ kind: 'running' });
  });

  it('gives the next one a turn when the lease is over, and then takes nothing from the first', async () => {
    await claim({ id: 'e' });
    expect(await claim({ id: 'e', seconds: 29, holder: 'second' })).toEqual({ kind: 'running' });
    expect(await claim({ id: 'e', seconds: 30, holder: 'second' })).toEqual({ kind: 'granted' });
    await store.keep({ id: 'e', holder: 'first' }, ANSWER);
    await store.release({ id: 'e', holder: 'first' });
    expect(await claim({ id: 'e', seconds: 31, holder: 'third' })).toEqual({ kind: 'running' });
  });

  it('forgets a key when its time is over, with request and answer', async () => {
    await claim({ id: 'f' });
    await store.keep({ id: 'f', holder: 'first' }, ANSWER);
    const other = { id: 'f', seconds: 100, holder: 'second', proof: 'q' };
    expect(await claim(other)).toEqual({ kind: 'granted' });
    expect(await claim({ ...other, holder: 'third' })).toEqual({ kind: 'running' });
  });

  it('keeps keys apart', async () => {
    expect(await claim({ id: 'g' })).toEqual({ kind: 'granted' });
    expect(await claim({ id: 'h', proof: 'q' })).toEqual({ kind: 'granted' });
  });
});

describe('the store in MongoDB', () => {
  it('lets the database remove a row a day after it was last touched, by the clock of the database', async () => {
    const [store, client] = [new MongoStore(mongo.uri, DATABASE), new MongoClient(mongo.uri)];
    try {
      const before = new Date();
      await store.claim(claimOf({ id: 'i' }));
      const rows = client.db(DATABASE).collection<{ _id: string; touchedAt: Date }>('idempotencyKeys');
      const indexes = await rows.listIndexes().toArray();
      expect(indexes).toContainEqual(
        expect.objectContaining({ key: { touchedAt: 1 }, expireAfterSeconds: 24 * 60 * 60 }),
      );
      const row = await rows.findOne({ _id: 'i' });
      expect(row?.touchedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    } finally {
      await Promise.all([store.close(), client.close()]);
    }
  });

  it('rejects while its database is away, and works when it is there', async () => {
    const away = await startEmbeddedMongo({ dataDir: ':memory:' });
    const store = new MongoStore(away.uri, DATABASE, PATIENCE);
    await away.stop();
    await expect(store.claim(claimOf({ id: 'j' }))).rejects.toThrow();
    const back = await startEmbeddedMongo({ dataDir: ':memory:', port: Number(new URL(away.uri).port) });
    try {
      expect(await store.claim(claimOf({ id: 'j' }))).toEqual({ kind: 'granted' });
    } finally {
      await store.close();
      await back.stop();
    }
  });
});
