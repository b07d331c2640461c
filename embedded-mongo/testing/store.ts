import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFilter } from '../query/matcher';
import { Catalog } from '../storage/catalog';
import type { CollectionMeta } from '../storage/catalog';
import { ChangeLog } from '../storage/change-log';
import { Documents } from '../storage/documents';
import { Engine } from '../storage/engine';
import { TransactionManager } from '../transactions/manager';
import { Sessions } from '../transactions/sessions';
import { encode } from '../values/codec';
import type { Document } from '../values/codec';

/** What a server keeps, without a server around it: for what no client can bring about. */
export class Store {
  private readonly directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-store-'));
  readonly engine = new Engine({ directory: this.directory, durable: false });
  readonly log = new ChangeLog(this.engine);
  readonly manager = new TransactionManager(this.engine, this.log);
  readonly sessions = new Sessions(this.manager, this.engine.view);
  readonly catalog = new Catalog(this.engine.view);
  readonly documents = new Documents(
    () => this.engine.view,
    (filter) => compileFilter(filter).matches,
  );

  /** A collection `db.c` of documents, with one index beside that on `_id`. */
  collection(index: Document, documents: readonly Document[]): Promise<CollectionMeta> {
    return this.manager.write((writer) => {
      const created = this.catalog.create(writer, 'db.c');
      const indexed = this.catalog.addIndex(writer, created, { v: 2, ...index });
      for (const document of documents) this.documents.insert(writer, indexed, encode(document));
      return indexed;
    });
  }

  async close(): Promise<void> {
    await this.engine.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
