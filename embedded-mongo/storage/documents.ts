import { MongoError } from '../errors';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import type { RawObject } from '../values/raw';
import type { CollectionMeta, IndexMeta } from './catalog';
import { documentChange } from './change';
import { seal, unseal } from './checksum';
import { HighestKeys } from './highest-keys';
import { checkUnique, prepareKeys, writeEntries } from './index-entries';
import type { PreparedKeys } from './index-entries';
import { documentKey, documentRange, recordIdOfKey } from './keys';
import type { Entry, View } from './view';
import { walk } from './view';
import type { Writer } from './writer';

/** The largest document that the real server accepts. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** A stored document: which record it is, and its BSON bytes. */
export interface StoredDocument {
  readonly recordId: number;
  readonly bytes: Uint8Array;
}

/** Compiles the filter of a partial index. */
export type CompilePartial = (filter: Document) => (document: Document) => boolean;

/** Reads and writes the documents of collections and keeps their indexes in step. */
export class Documents {
  private readonly compilePartial: CompilePartial;
  private readonly partials = new WeakMap<Document, (document: Document) => boolean>();
  private readonly lastRecordIds = new Map<number, number>();
  private readonly highest: HighestKeys;
  private readonly latest: () => View;

  /** `latest` is the state with all commits, from which record ids continue. */
  constructor(latest: () => View, compilePartial: CompilePartial) {
    this.latest = latest;
    this.highest = new HighestKeys(latest);
    this.compilePartial = compilePartial;
  }

  /** The document of a record, or undefined. Throws DataCorruptionDetected where its bytes are damaged. */
  read(view: View, collection: CollectionMeta, recordId: number): StoredDocument | undefined {
    const sealed = view.get(documentKey(collection.id, recordId));
    return sealed === undefined
      ? undefined
      : { recordId, bytes: unseal(sealed, `record ${recordId} of ${collection.namespace}`) };
  }

  /** All documents in the order of insertion, or backwards. */
  *scan(view: () => View, collection: CollectionMeta, reverse = false): Generator<StoredDocument> {
    const { start, end } = documentRange(collection.id);
    for (const entry of walk(view, start, end, reverse)) yield storedDocument(entry, collection);
  }

  /** How many documents there are. */
  count(view: View, collection: CollectionMeta): number {
    const { start, end } = documentRange(collection.id);
    let count = 0;
    for (const entry of walk(() => view, start, end)) count += Number(entry.key.length > 0);
    return count;
  }

  /** Adds a document. Throws DuplicateKey and writes nothing where a unique index refuses it. */
  insert(writer: Writer, collection: CollectionMeta, bytes: Uint8Array): StoredDocument {
    checkSize(bytes);
    const recordId = this.newRecordId(collection);
    const after = this.prepareAll(collection, decode(bytes));
    this.checkAll(writer, collection, recordId, after);
    this.touch(writer, collection);
    writer.put(documentKey(collection.id, recordId), seal(bytes));
    for (const prepared of after) writeEntries(writer, recordId, undefined, prepared);
    writer.changes.push(documentChange(collection, { after: bytes }));
    return { recordId, bytes };
  }

  /**
   * Puts other bytes in a document's place; `description` says how an update has changed it, where it is not replaced.
   * Throws DuplicateKey and writes nothing where a unique index refuses.
   */
  replace(
    writer: Writer,
    collection: CollectionMeta,
    before: StoredDocument,
    bytes: Uint8Array,
    description?: RawObject,
  ): StoredDocument {
    checkSize(bytes);
    const { recordId } = before;
    this.claimRecord(writer, collection, recordId);
    const old = this.prepareAll(collection, decode(before.bytes));
    const after = this.prepareAll(collection, decode(bytes));
    this.checkAll(writer, collection, recordId, after, old);
    this.touch(writer, collection);
    writer.put(documentKey(collection.id, recordId), seal(bytes));
    after.forEach((prepared, at) => writeEntries(writer, recordId, old[at], prepared));
    writer.changes.push(documentChange(collection, { before: before.bytes, after: bytes, description }));
    return { recordId, bytes };
  }

  /** Deletes a document. */
  remove(writer: Writer, collection: CollectionMeta, document: StoredDocument): void {
    const { recordId } = document;
    this.claimRecord(writer, collection, recordId);
    this.touch(writer, collection);
    writer.remove(documentKey(collection.id, recordId));
    for (const old of this.prepareAll(collection, decode(document.bytes)))
      writeEntries(writer, recordId, old, undefined);
    writer.changes.push(documentChange(collection, { before: document.bytes }));
  }

  /** Fills a new index with the documents that are there. Throws DuplicateKey where they break its uniqueness. */
  buildIndex(writer: Writer, collection: CollectionMeta, index: IndexMeta): void {
    for (const { recordId, bytes } of this.scan(() => writer.view, collection)) {
      const prepared = this.prepare(index, decode(bytes));
      this.checkAll(writer, collection, recordId, [prepared]);
      writeEntries(writer, recordId, undefined, prepared);
    }
  }

  private claimRecord(writer: Writer, collection: CollectionMeta, recordId: number): void {
    writer.claim(documentKey(collection.id, recordId).toString('latin1'));
  }

  private touch(writer: Writer, collection: CollectionMeta): void {
    writer.touched.add(collection.namespace);
  }

  private prepareAll(collection: CollectionMeta, document: Document): PreparedKeys[] {
    return collection.indexes.map((index) => this.prepare(index, document));
  }

  private prepare(index: IndexMeta, document: Document): PreparedKeys {
    return prepareKeys(index, document, this.includes(index, document));
  }

  private includes(index: IndexMeta, document: Document): boolean {
    if (index.partial === undefined) return true;
    const matches = this.partials.get(index.partial) ?? this.compilePartial(index.partial);
    this.partials.set(index.partial, matches);
    return matches(document);
  }

  private checkAll(
    writer: Writer,
    collection: CollectionMeta,
    recordId: number,
    after: readonly PreparedKeys[],
    before: readonly PreparedKeys[] = [],
  ): void {
    const readRecord = (other: number): Document | undefined => {
      const stored = this.read(writer.view, collection, other);
      return stored === undefined ? undefined : decode(stored.bytes);
    };
    const { highest } = this;
    for (const [at, keys] of after.entries())
      checkUnique(writer, collection, { recordId, before: before[at], after: keys }, { readRecord, highest });
  }

  private newRecordId(collection: CollectionMeta): number {
    const last = this.lastRecordIds.get(collection.id) ?? this.highestRecordId(collection);
    this.lastRecordIds.set(collection.id, last + 1);
    return last + 1;
  }

  private highestRecordId(collection: CollectionMeta): number {
    const { start, end } = documentRange(collection.id);
    const [last] = this.latest().range(start, end, 1, true);
    return last === undefined ? 0 : recordIdOfKey(last.key);
  }
}

function storedDocument(entry: Entry, collection: CollectionMeta): StoredDocument {
  const recordId = recordIdOfKey(entry.key);
  return { recordId, bytes: unseal(entry.value, `record ${recordId} of ${collection.namespace}`) };
}

function checkSize(bytes: Uint8Array): void {
  if (bytes.length <= MAX_DOCUMENT_BYTES) return;
  throw new MongoError(
    'BSONObjectTooLarge',
    `BSONObj size: ${bytes.length} (0x${bytes.length.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}(16MB)`,
  );
}
