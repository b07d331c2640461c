import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';
import type { RootDatabase } from 'lmdb';
import { MongoError } from '../errors';
import { checkDataFile } from './file/check';
import { noteClosed, takeClosed } from './file/closing';
import { dataFileOf } from './file/data-file';
import { LayeredView } from './view';
import type { Entry, View } from './view';
import type { Write, WriteSet } from './write-set';

type Pinned = ReturnType<RootDatabase['useReadTransaction']>;

/** How the engine keeps its data. */
export interface EngineOptions {
  readonly directory: string;
  /** Answer only after the data is on the disk. */
  readonly durable: boolean;
}

/** A state of the data that later commits do not change. Hold it no longer than needed, and release it. */
export interface Snapshot {
  readonly view: View;
  /** The number of the last commit that it contains. */
  readonly version: number;
  release(): void;
}

class LmdbView implements View {
  private readonly database: RootDatabase<Buffer, Buffer>;
  private readonly pinned: Pinned | undefined;

  constructor(database: RootDatabase<Buffer, Buffer>, pinned?: Pinned) {
    this.database = database;
    this.pinned = pinned;
  }

  get(key: Buffer): Uint8Array | undefined {
    return this.database.get(key, this.pinned === undefined ? {} : { transaction: this.pinned });
  }

  range(start: Buffer, end: Buffer, limit: number, reverse = false): Entry[] {
    const bounds = reverse
      ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true }
      : { start, end };
    const pin = this.pinned === undefined ? {} : { transaction: this.pinned };
    const entries: Entry[] = [];
    for (const entry of this.database.getRange({ ...bounds, ...pin, limit })) entries.push(entry);
    return entries;
  }

  count(start: Buffer, end: Buffer): number {
    const pin = this.pinned === undefined ? {} : { transaction: this.pinned };
    return this.database.getKeysCount({ start, end, ...pin });
  }
}

/**
 * The ordered key space of a data directory. Commits become visible at once and durable together: while one group is
 * being written, the next one gathers, and readers see both through layers over the database file.
 */
export class Engine {
  /** The file that holds the data. */
  readonly file: string;
  /** The current state, including commits that are not durable yet. */
  readonly view: View;
  /** What is on the disk, and so survives a crash. */
  readonly durableView: View;
  private readonly database: RootDatabase<Buffer, Buffer>;
  /** Commits that are not in the file yet, oldest first; the last one takes further commits until it is sealed. */
  private layers: WriteSet[] = [];
  private sealed = new WeakSet<WriteSet>();
  private commits = 0;
  private flushing: Promise<void> | undefined;
  private failure: MongoError | undefined;

  /** Throws DamagedFile where the directory has a data file that cannot be used. */
  constructor(options: EngineOptions) {
    this.file = dataFileOf(options.directory);
    mkdirSync(options.directory, { recursive: true });
    if (!takeClosed(this.file)) checkDataFile(options.directory);
    this.database = open<Buffer, Buffer>({
      path: options.directory,
      noSubdir: false,
      keyEncoding: 'binary',
      encoding: 'binary',
      // A commit promise then means "on the disk"; gathering commits is done here, not by overlapping them.
      overlappingSync: false,
      noSync: !options.durable,
      maxReaders: 1024,
    });
    this.durableView = new LmdbView(this.database);
    this.view = new LayeredView(this.durableView, () => this.layers);
  }

  /** The number of the last commit. */
  get version(): number {
    return this.commits;
  }

  /** Makes writes visible as one commit. The promise is fulfilled when they are durable. */
  commit(writes: WriteSet): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    // What a write without effect has seen is to be as durable as if it had written it: it may be a write sent again.
    if (writes.size === 0) return this.durable();
    this.commits += 1;
    const top = this.layers.at(-1);
    if (top !== undefined && !this.sealed.has(top)) top.addAll(writes);
    else this.layers.push(writes);
    return this.durable();
  }

  /** Fulfilled when everything committed so far is durable. */
  async durable(): Promise<void> {
    const wanted = this.commits;
    while (this.flushedUpTo < wanted) {
      this.flushing ??= this.flush().finally(() => {
        this.flushing = undefined;
      });
      await this.flushing;
    }
  }

  /** Calls back whenever more has become durable, until the returned function is called. */
  onDurable(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private readonly listeners = new Set<() => void>();
  private flushedUpTo = 0;

  private async flush(): Promise<void> {
    // Commits of the same turn of the event loop, and of the commands read in it, share one write to the disk.
    await new Promise(setImmediate);
    const group = this.layers;
    const upTo = this.commits;
    for (const layer of group) this.sealed.add(layer);
    this.layers = [...group];
    try {
      await this.database.batch(() => {
        for (const layer of group) for (const write of layer.all()) this.write(write);
      });
    } catch (error) {
      this.failure = new MongoError('InternalError', `cannot write to the data directory: ${String(error)}`);
      throw this.failure;
    }
    this.database.resetReadTxn();
    this.layers = this.layers.filter((layer) => !group.includes(layer));
    this.flushedUpTo = upTo;
    for (const listener of this.listeners) listener();
  }

  private write({ key, value }: Write): void {
    // The promise of the batch covers these.
    if (value === null) void this.database.remove(key);
    else void this.database.put(key, Buffer.from(value.buffer, value.byteOffset, value.byteLength));
  }

  /** Pins the current state. */
  snapshot(): Snapshot {
    const layers = [...this.layers];
    const top = layers.at(-1);
    if (top !== undefined) this.sealed.add(top);
    const pinned = this.database.useReadTransaction();
    const view = new LayeredView(new LmdbView(this.database, pinned), () => layers);
    return { view, version: this.commits, release: () => pinned.done() };
  }

  /** Size of the database file's pages in use and other counters of lmdb. */
  stats(): object {
    return this.database.getStats();
  }

  /** Writes what is left and closes the file. */
  async close(): Promise<void> {
    if (this.failure === undefined) await this.durable();
    await this.database.close();
    if (this.failure === undefined) noteClosed(this.file);
  }
}
