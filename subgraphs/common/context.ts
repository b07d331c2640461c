/** What a resolver has at hand: who calls, the data in the caller's sight, and the way to write. */
import type { Clock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import type { Logger } from '../../common/log';
import type { Viewer } from '../../common/viewer';
import type { Collections } from './collections';
import type { Data, Database, houseCollections } from './database';
import { follow, type Following, lastOf } from './live/follow';
import type { LogReader } from './live/log-reader';
import { write, type Work } from './unit-of-work';

/** Access past the tenants, with the reason for it. */
export interface Platform<C extends Collections> {
  readonly data: Data<C & typeof houseCollections>;
  /** Writes with all tenants in sight; changes go into the log of `tenantId`. */
  write<T>(tenantId: string, actorId: string, work: (unit: Work<C>) => Promise<T>): Promise<T>;
}

export interface ContextParts<C extends Collections, S> {
  readonly database: Database<C>;
  readonly viewer: Viewer | undefined;
  readonly services: S;
  /** Asked once at most. */
  readonly log: () => Logger;
}

/**
 * @typeParam C the collections of the subgraph
 * @typeParam S what the subgraph needs beside its data (engines, token issuers)
 */
export class SubgraphContext<C extends Collections = Collections, S = unknown> {
  readonly services: S;
  readonly clock: Clock;
  private readonly database: Database<C>;
  private requestLog: Logger | undefined;
  private scoped: Data<C & typeof houseCollections> | undefined;

  constructor(private readonly parts: ContextParts<C, S>) {
    this.services = parts.services;
    this.database = parts.database;
    this.clock = parts.database.clock;
  }

  /** What it writes names the request. */
  get log(): Logger {
    this.requestLog ??= this.parts.log();
    return this.requestLog;
  }

  get isSignedIn(): boolean {
    return this.parts.viewer !== undefined;
  }

  /** The caller. Throws UNAUTHORIZED where there is none. */
  get viewer(): Viewer {
    if (!this.parts.viewer) throw new DomainError('UNAUTHORIZED');
    return this.parts.viewer;
  }

  /** The data of the caller's tenant, and of no other. */
  get data(): Data<C & typeof houseCollections> {
    this.scoped ??= this.database.data({ tenantId: this.viewer.tenantId });
    return this.scoped;
  }

  /** Follows the log of the caller's tenant. */
  follow(following: Following): Promise<LogReader> {
    const { tenantId } = this.viewer;
    return follow(this.database.tails, tenantId, () => this.database.data({ tenantId }), following);
  }

  /** Where the log of the caller's tenant stands. */
  async logPosition(): Promise<string> {
    return String(await lastOf(this.data, this.viewer.tenantId));
  }

  /** Writes within the caller's tenant, see `write` of unit-of-work. */
  async write<T>(work: (unit: Work<C>) => Promise<T>): Promise<T> {
    const { tenantId, userId } = this.viewer;
    const result = await write(this.database, { tenantId, actorId: userId, scope: { tenantId } }, work);
    // What was batched before the write may be stale now.
    this.scoped = undefined;
    return result;
  }

  /** Looks past the tenants: for what has none yet, such as signing in. Its callers are listed in the lint rules. */
  asPlatform(reason: string): Platform<C> {
    const scope = { platformReason: reason };
    return {
      data: this.database.data(scope),
      write: (tenantId, actorId, work) => write(this.database, { tenantId, actorId, scope }, work),
    };
  }
}
