/**
 * Where things are in the one key space of a data directory. The first byte is the kind; ids are unsigned 32-bit
 * integers and record ids 64-bit ones, both big-endian, so that keys of one thing are neighbours in order.
 */
const KIND = {
  catalog: 1,
  document: 2,
  index: 3,
  purge: 4,
  indexFlags: 5,
  change: 6,
  trimmed: 7,
  session: 8,
} as const;

const RECORD_ID_BYTES = 8;

/** A half-open range of keys. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

function withId(kind: number, id: number, extra = 0): Buffer {
  const key = Buffer.allocUnsafe(5 + extra);
  key[0] = kind;
  key.writeUInt32BE(id, 1);
  return key;
}

/** Key of a collection's entry in the catalog. */
export function catalogKey(namespace: string): Buffer {
  return Buffer.concat([Buffer.of(KIND.catalog), Buffer.from(namespace)]);
}

/** All catalog entries, or those of one database. */
export function catalogRange(database?: string): KeyRange {
  const start = catalogKey(database === undefined ? '' : `${database}.`);
  return { start, end: after(start) };
}

/** The namespace that a catalog key names. */
export function namespaceOfKey(key: Buffer): string {
  return key.toString('utf8', 1);
}

/** Key of a document. */
export function documentKey(collectionId: number, recordId: number): Buffer {
  const key = withId(KIND.document, collectionId, RECORD_ID_BYTES);
  writeRecordId(key, recordId, 5);
  return key;
}

/** All documents of all collections. */
export function allDocumentsRange(): KeyRange {
  return { start: Buffer.of(KIND.document), end: Buffer.of(KIND.document + 1) };
}

/** All documents of a collection. */
export function documentRange(collectionId: number): KeyRange {
  const start = withId(KIND.document, collectionId);
  return { start, end: after(start) };
}

/** Key of an index entry: the indexed values, then the record they are of. */
export function indexEntryKey(indexId: number, values: Buffer, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(5 + values.length + RECORD_ID_BYTES);
  key[0] = KIND.index;
  key.writeUInt32BE(indexId, 1);
  values.copy(key, 5);
  writeRecordId(key, recordId, 5 + values.length);
  return key;
}

/** What kind of thing a key is of. */
export type KeyKind = keyof typeof KIND;

const KIND_NAMES = new Map<number | undefined, KeyKind>(
  Object.entries(KIND).map(([name, kind]) => [kind, name as KeyKind]),
);

/** What a key is of; undefined where nothing that is stored has such a key. */
export function kindOfKey(key: Buffer): KeyKind | undefined {
  const kind = KIND_NAMES.get(key[0]);
  const namesRecord = kind === 'document' || kind === 'index';
  return namesRecord && key.length < 5 + RECORD_ID_BYTES ? undefined : kind;
}

/** The collection or index that a key is about, where it is that of a document, an index entry, a flag or a purge note. */
export function idOfKey(key: Buffer): number {
  return key.readUInt32BE(1);
}

/** The place in an index before the first entry whose values start with these bytes. */
export function indexPrefix(indexId: number, values: Buffer): Buffer {
  return Buffer.concat([withId(KIND.index, indexId), values]);
}

/** All entries of an index, or those whose values start with the given bytes. */
export function indexRange(indexId: number, values: Buffer = Buffer.alloc(0)): KeyRange {
  const start = indexPrefix(indexId, values);
  return { start, end: after(start) };
}

/** The values part of an index entry. */
export function valuesOfEntry(key: Buffer): Buffer {
  return key.subarray(5, key.length - RECORD_ID_BYTES);
}

/** The record that a document key or index entry ends with. */
export function recordIdOfKey(key: Buffer): number {
  const at = key.length - RECORD_ID_BYTES;
  return key.readUInt32BE(at) * 2 ** 32 + key.readUInt32BE(at + 4);
}

/** Key of one thing that has been learned about an index (see index-entries.ts). */
export function indexFlagKey(indexId: number, flag: number): Buffer {
  const key = withId(KIND.indexFlags, indexId, 1);
  key[5] = flag;
  return key;
}

/** Everything learned about an index. */
export function indexFlagsRange(indexId: number): KeyRange {
  const start = withId(KIND.indexFlags, indexId);
  return { start, end: after(start) };
}

/** Key of a note that a dropped collection or index still has entries to delete. */
export function purgeKey(id: number): Buffer {
  return withId(KIND.purge, id);
}

/** All such notes. */
export function purgeRange(): KeyRange {
  return { start: Buffer.of(KIND.purge), end: Buffer.of(KIND.purge + 1) };
}

/** A place in the log of changes: the time of a commit, and which of its changes. */
export interface Position {
  readonly time: bigint;
  readonly index: number;
}

/** An index behind all changes of a commit. */
export const END_OF_COMMIT = 0xffffffff;

/** Key of a change in the log. */
export function changeKey({ time, index }: Position): Buffer {
  const key = Buffer.allocUnsafe(13);
  key[0] = KIND.change;
  key.writeBigUInt64BE(time, 1);
  key.writeUInt32BE(index, 9);
  return key;
}

/** The place that the key of a change names. */
export function positionOfKey(key: Buffer): Position {
  return { time: key.readBigUInt64BE(1), index: key.readUInt32BE(9) };
}

/** All changes behind a place, or all there are. */
export function changeRange(behind?: Position): KeyRange {
  const start =
    behind === undefined ? Buffer.of(KIND.change) : Buffer.concat([changeKey(behind), Buffer.alloc(1)]);
  return { start, end: Buffer.of(KIND.change + 1) };
}

/** Key of the place up to which changes have been deleted. */
export function trimmedKey(): Buffer {
  return Buffer.of(KIND.trimmed);
}

/** Key of what is remembered of a client's session, by the session's id in hexadecimal. */
export function sessionKey(id: string): Buffer {
  return Buffer.concat([Buffer.of(KIND.session), Buffer.from(id, 'hex')]);
}

/** All remembered sessions. */
export function sessionRange(): KeyRange {
  return { start: Buffer.of(KIND.session), end: Buffer.of(KIND.session + 1) };
}

/** The id of the session that a key is about. */
export function sessionOfKey(key: Buffer): string {
  return key.toString('hex', 1);
}

function writeRecordId(key: Buffer, recordId: number, at: number): void {
  key.writeUInt32BE(Math.floor(recordId / 2 ** 32), at);
  key.writeUInt32BE(recordId % 2 ** 32, at + 4);
}

/** The smallest key above all keys that start with the given bytes. */
export function after(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  const end = Buffer.from(prefix.subarray(0, length));
  if (length > 0) end[length - 1] = (end[length - 1] as number) + 1;
  return end;
}
