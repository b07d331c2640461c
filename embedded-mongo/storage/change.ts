import type { Binary } from 'bson';
import { BSON_TYPE } from '../values/types';
import type { Document } from '../values/codec';
import { RawObject, encodeValue, memberOf } from '../values/raw';
import type { RawLeaf, RawValue } from '../values/raw';

/** Everything that change streams tell of. The place in this list is stored: append only. */
export const CHANGE_KINDS = [
  ...(['insert', 'update', 'replace', 'delete', 'drop', 'rename', 'dropDatabase'] as const),
  ...(['create', 'createIndexes', 'dropIndexes', 'modify'] as const),
] as const;

/** What happened, by the name that change streams give it. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Something that happened to a collection or database. */
export interface Change {
  readonly kind: ChangeKind;
  /** `database.collection`, two of them for a rename, or the name of a database. */
  readonly namespaces: readonly string[];
  /** What else is told of it, by the names that events use, and the images under names of their own. */
  readonly members: RawObject;
}

/** Members of a change that no event has under that name: the document before and after an update. */
export const IMAGE = { before: '$before', after: '$after' } as const;

/** What a change has to know of a collection. */
export interface ChangedCollection {
  readonly namespace: string;
  readonly uuid: Binary;
  readonly options: Document;
}

function document(bytes: Uint8Array): RawLeaf {
  return { type: BSON_TYPE.object, bytes };
}

const uuids = new WeakMap<ChangedCollection, RawLeaf>();

function uuidOf(collection: ChangedCollection): RawLeaf {
  const known = uuids.get(collection) ?? encodeValue(collection.uuid);
  uuids.set(collection, known);
  return known;
}

function keyOf(bytes: Uint8Array): RawObject {
  const id = memberOf(bytes, '_id');
  return new RawObject(new Map(id === undefined ? [] : [['_id', id]]));
}

/** What happened to one document: the bytes before and after, absent where there was or is none. */
export interface DocumentChange {
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  /** How an update changed it; a change without is a replacement. */
  readonly description?: RawObject | undefined;
}

/** The change of a document in a collection. */
export function documentChange(collection: ChangedCollection, change: DocumentChange): Change {
  const { before, after, description } = change;
  const members = new Map<string, RawValue>([['collectionUUID', uuidOf(collection)]]);
  const updated = description !== undefined;
  if (after !== undefined && !updated) members.set('fullDocument', document(after));
  members.set('documentKey', keyOf((after ?? before) as Uint8Array));
  if (updated) members.set('updateDescription', description);
  if (imagesEnabled(collection.options)) {
    if (before !== undefined) members.set(IMAGE.before, document(before));
    if (after !== undefined && updated) members.set(IMAGE.after, document(after));
  }
  return { kind: kindOf(change), namespaces: [collection.namespace], members: new RawObject(members) };
}

function kindOf({ before, after, description }: DocumentChange): ChangeKind {
  if (before === undefined) return 'insert';
  if (after === undefined) return 'delete';
  return description === undefined ? 'replace' : 'update';
}

/** Whether a collection with these options keeps its documents before and after each change. */
export function imagesEnabled(options: Document): boolean {
  const images = options['changeStreamPreAndPostImages'];
  if (typeof images !== 'object' || images === null) return false;
  const { enabled } = images as { enabled?: unknown };
  return enabled === true || Number(enabled ?? 0) !== 0;
}

/** What happened to a collection as a whole. */
export function collectionChange(
  kind: ChangeKind,
  collection: ChangedCollection,
  operationDescription?: Readonly<Record<string, unknown>>,
  others: Readonly<Record<string, unknown>> = {},
): Change {
  const members = new Map<string, RawValue>([['collectionUUID', uuidOf(collection)]]);
  if (operationDescription !== undefined)
    members.set('operationDescription', encodeValue(operationDescription));
  for (const [name, value] of Object.entries(others)) members.set(name, encodeValue(value));
  return { kind, namespaces: [collection.namespace], members: new RawObject(members) };
}

/** A collection that has another name now, and which it has replaced. */
export function renameChange(
  collection: ChangedCollection,
  to: string,
  replaced?: ChangedCollection,
): Change {
  const dot = to.indexOf('.');
  const target = { db: to.slice(0, dot), coll: to.slice(dot + 1) };
  const description = { to: target, ...(replaced === undefined ? {} : { dropTarget: replaced.uuid }) };
  const change = collectionChange('rename', collection, description);
  change.members.members.set('to', encodeValue(target));
  return { ...change, namespaces: [collection.namespace, to] };
}

/** A database that is gone. */
export function databaseChange(database: string): Change {
  return { kind: 'dropDatabase', namespaces: [database], members: new RawObject() };
}
