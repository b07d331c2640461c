import { MongoServerError } from 'mongodb';
import type { ClientSession, Collection } from 'mongodb';
import { random } from '../testing/random';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

const KEYS = [0, 1, 2, 3, 4];
const STEPS = 40;
const SESSIONS = 4;

type State = Map<number, number>;
type Collected = Collection<{ _id: number; value: number }>;

/** What can happen in one step. A transaction begins with its first operation. */
type Operation = 'read' | 'set' | 'insert' | 'remove' | 'commit' | 'abort' | 'outside';
const OPERATIONS: readonly Operation[] = [
  ...(['read', 'read', 'set', 'set', 'insert', 'remove', 'commit', 'abort', 'outside'] as const),
];

/** A transaction as it should behave: the state of its beginning, what it has written, and since when. */
interface Modelled {
  readonly began: number;
  readonly state: State;
  readonly written: Set<number>;
}

/** Snapshots and the first writer who wins, on a map. */
class Model {
  committed: State = new Map(KEYS.slice(0, 3).map((key) => [key, 0]));
  readonly open = new Map<number, Modelled>();
  private version = 0;
  private readonly changedAt = new Map<number, number>();

  at(session: number): Modelled {
    const known = this.open.get(session);
    if (known !== undefined) return known;
    const begun = { began: this.version, state: new Map(this.committed), written: new Set<number>() };
    this.open.set(session, begun);
    return begun;
  }

  /** Whether a transaction may write to a key. */
  mayWrite(session: number, key: number): boolean {
    const { began } = this.at(session);
    const others = [...this.open].filter(([other]) => other !== session);
    const claimed = others.some(([, { written }]) => written.has(key));
    return !claimed && (this.changedAt.get(key) ?? 0) <= began;
  }

  isClaimed(key: number): boolean {
    return [...this.open.values()].some(({ written }) => written.has(key));
  }

  commit(session: number): void {
    const { state, written } = this.at(session);
    this.apply(written, state);
    this.open.delete(session);
  }

  /** Makes some keys of a state part of what is committed. */
  apply(keys: Iterable<number>, from: State): void {
    this.version += 1;
    for (const key of keys) {
      const value = from.get(key);
      if (value === undefined) this.committed.delete(key);
      else this.committed.set(key, value);
      this.changedAt.set(key, this.version);
    }
  }
}

/** One run: a model and a server that are taken through the same steps. */
class Schedule {
  private readonly model = new Model();
  private readonly collection: Collected;
  private readonly sessions: readonly ClientSession[];
  private value = 0;

  constructor(collection: Collected, sessions: readonly ClientSession[]) {
    this.collection = collection;
    this.sessions = sessions;
  }

  async step(operation: Operation, at: number, key: number): Promise<void> {
    this.value += 1;
    if (operation === 'outside') return this.outside(key);
    const session = this.sessions[at] as ClientSession;
    if (operation === 'commit' || operation === 'abort') return this.end(operation, at, session);
    if (!session.inTransaction()) session.startTransaction();
    const expected = this.expect(operation, at, key);
    const found = await this.perform(operation, session, key).catch((error: unknown) => {
      if (error instanceof MongoServerError) return Number(error.code);
      throw error;
    });
    expect(found).toBe(expected);
    if (expected === 112 || expected === 11000) await session.abortTransaction();
  }

  /** Ends what is open and compares what is left. */
  async finish(): Promise<void> {
    for (const [at, session] of this.sessions.entries()) await this.end('abort', at, session);
    const found = await this.collection.find().toArray();
    expect(new Map(found.map(({ _id, value }) => [_id, value]))).toEqual(this.model.committed);
  }

  /** What an operation in a transaction answers: what it has read or how many it has met, or an error's code. */
  private expect(operation: Operation, at: number, key: number): number | undefined {
    const { state, written } = this.model.at(at);
    const isThere = state.has(key);
    if (operation === 'read') return state.get(key);
    if (!isThere && operation !== 'insert') return 0;
    if (isThere && operation === 'insert') return this.lose(at, 11000);
    if (!this.model.mayWrite(at, key)) return this.lose(at, 112);
    written.add(key);
    if (operation === 'remove') state.delete(key);
    else state.set(key, this.value);
    return 1;
  }

  private lose(at: number, code: number): number {
    this.model.open.delete(at);
    return code;
  }

  private async perform(
    operation: Operation,
    session: ClientSession,
    key: number,
  ): Promise<number | undefined> {
    const { collection, value } = this;
    const id = { _id: key };
    if (operation === 'read') return (await collection.findOne(id, { session }))?.value;
    if (operation === 'set')
      return (await collection.updateOne(id, { $set: { value } }, { session })).matchedCount;
    if (operation === 'remove') return (await collection.deleteOne(id, { session })).deletedCount;
    return (await collection.insertOne({ ...id, value }, { session })).acknowledged ? 1 : 0;
  }

  /** A write outside of transactions, where none is in its way: it would wait. */
  private async outside(key: number): Promise<void> {
    if (this.model.isClaimed(key)) return;
    await this.collection.updateOne({ _id: key }, { $set: { value: this.value } }, { upsert: true });
    this.model.apply([key], new Map([[key, this.value]]));
  }

  private async end(how: 'commit' | 'abort', at: number, session: ClientSession): Promise<void> {
    if (!session.inTransaction()) return;
    if (how === 'commit') {
      await session.commitTransaction();
      this.model.commit(at);
    } else {
      await session.abortTransaction();
      this.model.open.delete(at);
    }
  }
}

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const seeds = Array.from({ length: 50 }, (_, seed) => seed);

test.each(seeds)('schedule %d of concurrent transactions goes as on paper', async (seed) => {
  const next = random(seed);
  const collection = server.db.collection<{ _id: number; value: number }>(`schedule${seed}`);
  await collection.insertMany(KEYS.slice(0, 3).map((_id) => ({ _id, value: 0 })));
  const sessions = Array.from({ length: SESSIONS }, () => server.client.startSession());
  const schedule = new Schedule(collection, sessions);
  for (let step = 0; step < STEPS; step += 1) {
    const operation = OPERATIONS[next(OPERATIONS.length)] as Operation;
    await schedule.step(operation, next(SESSIONS), next(KEYS.length));
  }
  await schedule.finish();
  for (const session of sessions) await session.endSession();
});
