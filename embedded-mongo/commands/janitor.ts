import { prepareFind } from '../query/find';
import type { CollectionMeta, IndexMeta } from '../storage/catalog';
import {
  documentRange,
  indexFlagsRange,
  indexRange,
  purgeKey,
  sessionOfKey,
  sessionRange,
} from '../storage/keys';
import { walk } from '../storage/view';
import type { Writer } from '../storage/writer';
import { usedAt } from '../transactions/records';
import { SESSION_TIMEOUT_MINUTES } from '../transactions/sessions';
import type { ServerState } from './command';

/** How often expired documents are looked for, as on the real server. */
const INTERVAL_MS = 60_000;

/** How many entries are deleted at a time, so that clients do not wait long. */
const PORTION = 2000;

/** What of a server needs such work. */
type Tended = Pick<ServerState, 'engine' | 'log' | 'catalog' | 'documents' | 'manager' | 'sessions'>;

/** Does what no client waits for: deletes what has expired, and what dropped collections and indexes left behind. */
export class Janitor {
  private readonly server: Tended;
  private timer: NodeJS.Timeout | undefined;
  private working = false;

  constructor(server: Tended) {
    this.server = server;
  }

  /** Begins to work from time to time. */
  start(): void {
    this.timer = setInterval(() => void this.work(), INTERVAL_MS).unref();
    setImmediate(() => void this.work());
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      await this.purge();
      await this.expire(Date.now());
      await this.forgetChanges(Date.now());
      await this.forgetSessions(Date.now());
    } catch {
      // The engine fails every write of clients in the same way, with an error that they see.
    } finally {
      this.working = false;
    }
  }

  /** Deletes the documents and index entries of what was dropped. */
  async purge(): Promise<void> {
    const { catalog, engine, manager } = this.server;
    for (const id of catalog.purges(engine.view)) {
      while ((await manager.write((writer) => purgePortion(writer, id))) === PORTION);
      await manager.write((writer) => writer.remove(purgeKey(id)));
    }
  }

  /** Deletes the documents that TTL indexes say have expired. */
  async expire(now: number): Promise<void> {
    const { catalog, engine, manager } = this.server;
    for (const collection of catalog.all(engine.view)) {
      for (const index of collection.indexes) {
        if (index.expireAfterSeconds === undefined) continue;
        while (
          (await manager.write((writer) => this.expirePortion(writer, collection, index, now))) === PORTION
        );
      }
    }
  }

  /** Deletes changes that are too old for change streams to be resumed from. */
  async forgetChanges(now: number): Promise<void> {
    const { log, manager } = this.server;
    while (await manager.write((writer) => log.expire(writer, now)));
  }

  /** Deletes what is remembered of sessions that have not been used for as long as sessions last. */
  async forgetSessions(now: number): Promise<void> {
    const { engine, manager, sessions } = this.server;
    const { start, end } = sessionRange();
    const before = now - SESSION_TIMEOUT_MINUTES * 60_000;
    const forgotten: Buffer[] = [];
    for (const { key, value } of walk(() => engine.view, start, end)) {
      if (usedAt(value) < before && !sessions.isKnown(sessionOfKey(key))) forgotten.push(key);
    }
    while (forgotten.length > 0) {
      const portion = forgotten.splice(0, PORTION);
      await manager.write((writer) => {
        for (const key of portion) if (!sessions.isKnown(sessionOfKey(key))) writer.remove(key);
      });
    }
  }

  private expirePortion(
    writer: Writer,
    { namespace }: CollectionMeta,
    index: IndexMeta,
    now: number,
  ): number {
    const { catalog, documents } = this.server;
    const collection = catalog.find(writer.view, namespace);
    const path = index.key[0]?.[0];
    if (collection === undefined || path === undefined || index.expireAfterSeconds === undefined) return 0;
    const expiry = { [path]: { $lt: new Date(now - index.expireAfterSeconds * 1000) } };
    const filter = index.partial === undefined ? expiry : { $and: [expiry, index.partial] };
    const expired = [
      ...prepareFind(documents, () => writer.view, collection, { filter, limit: PORTION }).run(),
    ];
    for (const document of expired) documents.remove(writer, collection, document);
    return expired.length;
  }
}

function purgePortion(writer: Writer, id: number): number {
  const ranges = [documentRange(id), indexRange(id), indexFlagsRange(id)];
  let removed = 0;
  for (const { start, end } of ranges) {
    for (const { key } of writer.view.range(start, end, PORTION - removed)) {
      writer.remove(key);
      removed += 1;
    }
    if (removed === PORTION) break;
  }
  return removed;
}
