import type { Binary, ChangeStream, Db, Document, ResumeToken, Timestamp } from 'mongodb';
import { isLoss } from './writer';

/** The collection whose first document ends the stream. */
export const END = 'end';

/** How many events a transfer has: two accounts and itself. */
const EVENTS_OF_TRANSFER = 3;

/** Replays a change stream and holds it against what such a stream promises. */
export class Follower {
  /** The documents as the events tell of them, by collection and id. */
  readonly replayed = new Map<string, Map<unknown, Document>>();
  events = 0;
  /** How often the stream had to be opened again, beside what the driver does by itself. */
  reopened = 0;
  private readonly db: Db;
  private token: ResumeToken;
  private lastToken = '';
  private lastTime = 0n;
  private lastCommit = '';
  private ofCommit = 0;

  constructor(db: Db) {
    this.db = db;
  }

  /** Begins to follow from here on. */
  async open(): Promise<ChangeStream> {
    const stream = this.watch();
    await stream.tryNext();
    this.token = stream.resumeToken;
    return stream;
  }

  private watch(): ChangeStream {
    const place = this.token === undefined ? {} : { resumeAfter: this.token };
    return this.db.watch([], { maxAwaitTimeMS: 20, ...place });
  }

  /** Follows to the end mark, through kills of the server. Throws at a gap, a repeat, or a commit that is torn. */
  async follow(opened: ChangeStream): Promise<void> {
    for (let stream = opened; ; stream = this.watch()) {
      try {
        if (await this.read(stream)) return;
      } catch (error) {
        if (!isLoss(error)) throw error;
        this.reopened += 1;
      } finally {
        await stream.close();
      }
    }
  }

  private async read(stream: ChangeStream): Promise<boolean> {
    for (;;) {
      const event: Document = await stream.next();
      if (event['ns'].coll === END) return true;
      this.events += 1;
      this.checkPlace(event);
      this.replay(event);
      this.token = event['_id'];
    }
  }

  /** One commit has one time, later ones have greater ones, and all events of a commit are neighbours. */
  private checkPlace({ _id, clusterTime, lsid, txnNumber }: Document): void {
    const token = _id._data as string;
    if (token <= this.lastToken) throw new Error(`event ${token} came after ${this.lastToken}`);
    const time = (clusterTime as Timestamp).toBigInt();
    if (time < this.lastTime) throw new Error(`time ${time} came after ${this.lastTime}`);
    const commit = txnNumber === undefined ? token : `${(lsid.id as Binary).toString('hex')} ${txnNumber}`;
    if ((commit === this.lastCommit) !== (time === this.lastTime))
      throw new Error(`commits ${this.lastCommit} at ${this.lastTime} and ${commit} at ${time} are mixed`);
    if (commit !== this.lastCommit) {
      if (this.ofCommit !== 0) throw new Error(`commit ${this.lastCommit} is not whole`);
      this.ofCommit = txnNumber === undefined ? 1 : EVENTS_OF_TRANSFER;
    }
    this.ofCommit -= 1;
    [this.lastToken, this.lastTime, this.lastCommit] = [token, time, commit];
  }

  /** Every update adds one to `version`: a lost or repeated one does not fit. */
  private replay(event: Document): void {
    const { operationType, ns, documentKey, fullDocument, updateDescription } = event;
    const documents = this.replayed.get(ns.coll) ?? new Map<unknown, Document>();
    this.replayed.set(ns.coll, documents);
    const { _id } = documentKey;
    const before = documents.get(_id);
    const misfit = (): Error =>
      new Error(`${operationType} of ${ns.coll} ${_id} does not follow ${JSON.stringify(before)}`);
    if ((before === undefined) !== (operationType === 'insert')) throw misfit();
    if (operationType === 'insert') {
      documents.set(_id, fullDocument);
    } else if (operationType === 'delete') {
      documents.delete(_id);
    } else {
      const { updatedFields } = updateDescription;
      if (updatedFields.version !== Number(before?.['version']) + 1) throw misfit();
      for (const [path, value] of Object.entries(updatedFields)) setAt(before as Document, path, value);
    }
  }
}

function setAt(document: Document, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) document[name] = value;
  else setAt((document[name] ??= {}), rest.join('.'), value);
}
