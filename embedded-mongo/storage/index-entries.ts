import type { Document } from '../values/codec';
import { equalValues } from '../values/order';
import type { CollectionMeta, IndexMeta } from './catalog';
import { checksumOf } from './checksum';
import { duplicateKeyError } from './duplicate-key';
import type { HighestKeys } from './highest-keys';
import { indexKeysOf } from './index-keys';
import type { IndexKey } from './index-keys';
import { indexEntryKey, indexFlagKey, indexRange, kindOfKey, recordIdOfKey } from './keys';
import { walk } from './view';
import type { View } from './view';
import type { Writer } from './writer';

const FLAG = { multikey: 1, inexact: 2 } as const;

/** What has been learned about an index from the documents that went into it; never unlearned. */
export interface IndexFlags {
  /** Some document has more than one key, because of an array. */
  readonly multikey: boolean;
  /** Some keys are cut or rounded: the order of entries is not quite the order of values. */
  readonly inexact: boolean;
}

/** The flags of an index in a state of the data. */
export function indexFlags(view: View, index: IndexMeta): IndexFlags {
  const isRaised = (flag: number): boolean => view.get(indexFlagKey(index.id, flag)) !== undefined;
  return { multikey: isRaised(FLAG.multikey), inexact: isRaised(FLAG.inexact) };
}

/** What a check of uniqueness asks others. */
export interface Others {
  /** Another record's document, to compare values that share their index bytes. */
  readonly readRecord: (recordId: number) => Document | undefined;
  readonly highest: HighestKeys;
}

/** The keys that a document is to have, checked against those of other documents where the index is unique. */
export interface PreparedKeys {
  readonly index: IndexMeta;
  readonly keys: readonly IndexKey[];
  readonly multikey: boolean;
}

/** Computes the keys of a document. */
export function prepareKeys(index: IndexMeta, document: Document, included: boolean): PreparedKeys {
  return included ? { index, ...indexKeysOf(index, document) } : { index, keys: [], multikey: false };
}

/** The keys of a record in one index, before a change and after it. */
export interface KeyChange {
  readonly recordId: number;
  readonly before: PreparedKeys | undefined;
  readonly after: PreparedKeys;
}

/** Throws DuplicateKey where another record has one of the keys that a record is to have in a unique index. */
export function checkUnique(
  writer: Writer,
  collection: CollectionMeta,
  { recordId, before, after }: KeyChange,
  { readRecord, highest }: Others,
): void {
  const { index } = after;
  if (!index.unique) return;
  for (const key of after.keys) {
    // What is this record's already cannot be another one's.
    if (key.exact && before?.keys.some(({ bytes }) => bytes.equals(key.bytes)) === true) continue;
    const { start, end } = indexRange(index.id, key.bytes);
    const isNew = highest.raise(index.id, key.bytes);
    for (const entry of isNew ? [] : walk(() => writer.view, start, end)) {
      const other = recordIdOfKey(entry.key);
      if (other === recordId) continue;
      if (key.exact || hasKey(index, readRecord(other), key))
        throw duplicateKeyError(collection, index, key.values);
    }
    writer.claim(start.toString('latin1'));
  }
}

function hasKey(index: IndexMeta, document: Document | undefined, key: IndexKey): boolean {
  if (document === undefined) return false;
  return indexKeysOf(index, document).keys.some((other) => equalValues(other.values, key.values));
}

/** Replaces the entries of a record in one index by others; either may be empty. */
export function writeEntries(
  writer: Writer,
  recordId: number,
  before: PreparedKeys | undefined,
  after: PreparedKeys | undefined,
): void {
  const kept = new Set(after?.keys.map((key) => key.bytes.toString('latin1')));
  for (const key of before?.keys ?? []) {
    if (kept.has(key.bytes.toString('latin1'))) continue;
    if (before?.index.unique === true)
      writer.claim(indexRange(before.index.id, key.bytes).start.toString('latin1'));
    writer.remove(indexEntryKey((before as PreparedKeys).index.id, key.bytes, recordId));
  }
  if (after === undefined) return;
  for (const { bytes } of after.keys) {
    const key = indexEntryKey(after.index.id, bytes, recordId);
    writer.put(key, checksumOf(key));
  }
  if (after.multikey) raise(writer, after.index, FLAG.multikey);
  if (after.keys.some((key) => !key.exact)) raise(writer, after.index, FLAG.inexact);
}

/** Whether what an index has is not what was written: the value of each key is the key's checksum. */
export function isDamagedEntry(key: Buffer, value: Buffer): boolean {
  const kind = kindOfKey(key);
  if (kind !== 'index' && kind !== 'indexFlags') return false;
  // What was written before there were checksums has a value of one byte.
  return value.length !== 1 && !value.equals(checksumOf(key));
}

function raise(writer: Writer, index: IndexMeta, flag: number): void {
  const key = indexFlagKey(index.id, flag);
  if (writer.view.get(key) === undefined) writer.put(key, checksumOf(key));
}
