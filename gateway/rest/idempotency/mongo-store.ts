/**
 * Keys in a collection of the gateways' own database, shared by all of them. Whether a key is still good is decided by
 * the times in its row; the database removes old rows by its own clock, which is housekeeping.
 */
import { Binary, type Collection, MongoClient, MongoServerError } from 'mongodb';
import { type Claim, type Claimed, type IdempotencyStore, STORE_MILLISECONDS, type Turn } from './store';

interface Row {
  readonly _id: string;
  readonly proof: string;
  /** Absent, like `leaseUntil`, once there is an answer. */
  readonly holder?: string;
  readonly leaseUntil?: Date;
  readonly keepUntil: Date;
  readonly answer?: Binary;
  /** By the clock of the database. */
  readonly touchedAt: Date;
}

const COLLECTION = 'idempotencyKeys';
const KEPT_SECONDS = 24 * 60 * 60;
const MOST_CONNECTIONS = 10;
const DUPLICATE_KEY = 11_000;

/** A turn that has ended is one whose lease lies in the past. */
const ENDED = new Date(0);

const TOUCH = { $currentDate: { touchedAt: true } } as const;

export class MongoStore implements IdempotencyStore {
  private readonly client: MongoClient;
  private readonly rows: Collection<Row>;
  private opened: Promise<unknown> | undefined;

  /** Connects when it is first asked: a gateway starts, and serves, without its database. */
  constructor(uri: string, database: string, patience = STORE_MILLISECONDS) {
    this.client = new MongoClient(uri, {
      maxPoolSize: MOST_CONNECTIONS,
      serverSelectionTimeoutMS: patience,
      connectTimeoutMS: patience,
      socketTimeoutMS: patience,
      waitQueueTimeoutMS: patience,
    });
    this.rows = this.client.db(database).collection<Row>(COLLECTION);
  }

  /** One write decides: it takes a key that is new or free, and fails for every other one. */
  async claim({ id, holder, proof, now, leaseUntil, keepUntil }: Claim): Promise<Claimed> {
    await (this.opened ??= this.open());
    const isFree = { $or: [{ keepUntil: { $lte: now } }, { proof, leaseUntil: { $lte: now } }] };
    const taken = { proof, holder, leaseUntil, keepUntil };
    try {
      await this.rows.updateOne(
        { _id: id, ...isFree },
        { $set: taken, $unset: { answer: true }, ...TOUCH },
        { upsert: true },
      );
      return { kind: 'granted' };
    } catch (fault) {
      if (!(fault instanceof MongoServerError) || fault.code !== DUPLICATE_KEY) throw fault;
    }
    const row = await this.rows.findOne({ _id: id });
    if (row && row.proof !== proof) return { kind: 'taken' };
    return row?.answer ? { kind: 'answered', answer: row.answer.value() } : { kind: 'running' };
  }

  async keep({ id, holder }: Turn, answer: Uint8Array): Promise<void> {
    await this.rows.updateOne(
      { _id: id, holder },
      { $set: { answer: new Binary(answer) }, $unset: { holder: true, leaseUntil: true }, ...TOUCH },
    );
  }

  async release({ id, holder }: Turn): Promise<void> {
    await this.rows.updateOne({ _id: id, holder }, { $set: { leaseUntil: ENDED }, ...TOUCH });
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  /** A client that could not connect stays closed until it is told to connect again, so the next claim does. */
  private async open(): Promise<void> {
    try {
      await this.client.connect();
      await this.rows.createIndex({ touchedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS }, {});
    } catch (fault) {
      this.opened = undefined;
      throw fault;
    }
  }
}
