import { type Binary, UUID } from 'bson';
import { MongoError } from '../errors';
import { checksumOf } from './checksum';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import { collectionChange, renameChange } from './change';
import { catalogKey, catalogRange, idOfKey, namespaceOfKey, purgeKey, purgeRange } from './keys';
import { walk } from './view';
import type { View } from './view';
import type { Writer } from './writer';
import { membersOf } from '../values/members';

/** An index as the catalog has it. */
export interface IndexMeta {
  readonly id: number;
  readonly name: string;
  /** Paths with their directions, in order. */
  readonly key: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly unique: boolean;
  readonly sparse: boolean;
  /** Only documents that match this filter are in the index. */
  readonly partial: Document | undefined;
  /** Documents whose date lies this many seconds back are deleted. */
  readonly expireAfterSeconds: number | undefined;
  /** The specification as it was given, which is what listIndexes shows. */
  readonly specification: Document;
}

/** A collection as the catalog has it. */
export interface CollectionMeta {
  readonly namespace: string;
  readonly database: string;
  readonly name: string;
  readonly id: number;
  readonly uuid: Binary;
  readonly options: Document;
  readonly indexes: readonly IndexMeta[];
}

/** `database.collection`, taken apart. */
export function splitNamespace(namespace: string): { database: string; name: string } {
  const dot = namespace.indexOf('.');
  return { database: namespace.slice(0, dot), name: namespace.slice(dot + 1) };
}

/** Reads the directions of an index key document. */
function keyFields(key: Document): [string, 1 | -1][] {
  return membersOf(key).map(([path, direction]) => [path, Number(direction) < 0 ? -1 : 1]);
}

/** An index of the catalog from its specification. */
export function indexMeta(id: number, specification: Document): IndexMeta {
  const expiry = specification['expireAfterSeconds'];
  return {
    id,
    name: specification['name'] as string,
    key: keyFields(specification['key'] as Document),
    unique: specification['unique'] === true || specification['name'] === '_id_',
    sparse: specification['sparse'] === true,
    partial: specification['partialFilterExpression'] as Document | undefined,
    expireAfterSeconds: expiry === undefined ? undefined : Number(expiry),
    specification,
  };
}

/** The catalog: which collections there are, and their indexes. Ids are never given twice. */
export class Catalog {
  private lastId: number;
  /** The entry of each namespace that was decoded last: every command asks for one. */
  private readonly decoded = new Map<string, { readonly bytes: Uint8Array; readonly meta: CollectionMeta }>();

  constructor(view: View) {
    const ids = this.all(view).flatMap((meta) => [meta.id, ...meta.indexes.map((index) => index.id)]);
    this.lastId = Math.max(0, ...ids, ...this.purges(view));
  }

  /** A fresh id for a collection or an index. */
  newId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** The entry of a collection, or undefined where there is none. */
  find(view: View, namespace: string): CollectionMeta | undefined {
    const bytes = view.get(catalogKey(namespace));
    return bytes === undefined ? undefined : this.read(namespace, bytes);
  }

  /** All collections, or those of one database, by name. */
  all(view: View, database?: string): CollectionMeta[] {
    const { start, end } = catalogRange(database);
    return Array.from(
      walk(() => view, start, end),
      (entry) => this.read(namespaceOfKey(entry.key), entry.value),
    );
  }

  /** Adds a collection with its `_id` index. */
  create(writer: Writer, namespace: string, options: Document = {}): CollectionMeta {
    const meta: CollectionMeta = {
      namespace,
      ...splitNamespace(namespace),
      id: this.newId(),
      uuid: new UUID(),
      options,
      indexes: [indexMeta(this.newId(), { v: 2, key: { _id: 1 }, name: '_id_' })],
    };
    this.save(writer, meta);
    const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' };
    writer.changes.push(collectionChange('create', meta, { idIndex, ...options }));
    return meta;
  }

  /** Writes a changed entry. */
  save(writer: Writer, meta: CollectionMeta): void {
    const key = catalogKey(meta.namespace);
    writer.claim(key.toString('latin1'));
    const indexes = meta.indexes.map((index) => ({ id: index.id, specification: index.specification }));
    const { namespace, id, uuid, options } = meta;
    writer.put(key, withChecksum(encode({ namespace, id, uuid, options, indexes })));
  }

  /** Adds an index, last in the list; what is in the collection has to be put into it. */
  addIndex(writer: Writer, meta: CollectionMeta, specification: Document): CollectionMeta {
    const changed = { ...meta, indexes: [...meta.indexes, indexMeta(this.newId(), specification)] };
    this.save(writer, changed);
    writer.changes.push(collectionChange('createIndexes', changed, { indexes: [specification] }));
    return changed;
  }

  /** Gives a collection another name, in the place of one that has it; its documents and indexes stay where they are. */
  rename(writer: Writer, meta: CollectionMeta, namespace: string, replaced?: CollectionMeta): void {
    const key = catalogKey(meta.namespace);
    writer.claim(key.toString('latin1'));
    if (replaced !== undefined) this.remove(writer, replaced);
    writer.remove(key);
    this.save(writer, { ...meta, namespace, ...splitNamespace(namespace) });
    writer.changes.push(renameChange(meta, namespace, replaced));
  }

  /** Removes a collection; its documents and index entries are left to be purged. */
  drop(writer: Writer, meta: CollectionMeta): void {
    this.remove(writer, meta);
    writer.changes.push(collectionChange('drop', meta));
  }

  private remove(writer: Writer, meta: CollectionMeta): void {
    const key = catalogKey(meta.namespace);
    writer.claim(key.toString('latin1'));
    writer.remove(key);
    for (const id of [meta.id, ...meta.indexes.map((index) => index.id)]) this.notePurge(writer, id);
  }

  /** Leaves a note that whatever belongs to an id is to be deleted. */
  notePurge(writer: Writer, id: number): void {
    writer.put(purgeKey(id), Buffer.of(1));
  }

  /** Ids that still have entries to delete. */
  purges(view: View): number[] {
    const { start, end } = purgeRange();
    return Array.from(
      walk(() => view, start, end),
      (entry) => idOfKey(entry.key),
    );
  }

  private read(namespace: string, bytes: Uint8Array): CollectionMeta {
    const known = this.decoded.get(namespace);
    if (known !== undefined && Buffer.compare(known.bytes, bytes) === 0) return known.meta;
    const meta = decodeCollection(bytes);
    if (this.decoded.size >= MOST_DECODED) this.decoded.clear();
    this.decoded.set(namespace, { bytes: Uint8Array.from(bytes), meta });
    return meta;
  }
}

const MOST_DECODED = 1000;

/** An entry is its BSON, which says how long it is, and a checksum, which those of earlier versions are without. */
function withChecksum(bson: Uint8Array): Buffer {
  return Buffer.concat([bson, checksumOf(bson)]);
}

/** Reads an entry of the catalog. Throws DataCorruptionDetected where it is damaged. */
export function decodeCollection(bytes: Uint8Array): CollectionMeta {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bson = stored.subarray(0, stored.length < 5 ? 0 : stored.readInt32LE(0));
  if (stored.length > bson.length && !withChecksum(bson).equals(stored))
    throw new MongoError('DataCorruptionDetected', 'the stored bytes of an entry of the catalog are damaged');
  const entry = decode(bson);
  const namespace = entry['namespace'];
  if (typeof namespace !== 'string') throw new MongoError('DataCorruptionDetected', 'damaged catalog entry');
  return {
    namespace,
    ...splitNamespace(namespace),
    id: entry['id'] as number,
    uuid: entry['uuid'] as Binary,
    options: entry['options'] as Document,
    indexes: (entry['indexes'] as { id: number; specification: Document }[]).map((index) =>
      indexMeta(index.id, index.specification),
    ),
  };
}
