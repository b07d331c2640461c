import { MongoError } from '../errors';
import { IMAGE } from '../storage/change';
import type { ChangeEntry } from '../storage/change-entry';
import { timestampOf } from '../storage/clock';
import { BSON_TYPE } from '../values/types';
import { RawObject, encodeValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import type { StreamOptions } from './options';
import { shownToken, tokenOf } from './token';
import type { StreamPosition } from './token';

/** Finds the document of a change as it is now: its bytes, or undefined where it is gone. */
export type Lookup = (namespace: string, members: RawObject) => Uint8Array | undefined;

const NULL = encodeValue(null);

/** The event that tells of a change. */
export function eventOf(entry: ChangeEntry, options: StreamOptions, lookup: Lookup): Uint8Array {
  const logged = RawObject.parse(entry.members).members;
  const event = heading({ ...entry.position, invalidated: false }, entry.kind);
  if (options.expanded) copy(logged, event, ['collectionUUID']);
  event.set('wallTime', encodeValue(new Date(entry.wallTime)));
  copy(logged, event, ['txnNumber', 'lsid', 'fullDocument']);
  event.set('ns', encodeValue(namespaceOf(entry)));
  copy(logged, event, ['to', 'documentKey']);
  if (options.expanded) copy(logged, event, ['operationDescription', 'stateBeforeChange']);
  copy(logged, event, ['updateDescription']);
  addBefore(entry, logged, options, event);
  addAfter(entry, logged, options, event, lookup);
  return toBytes(new RawObject(event));
}

/** The event after which a stream ends, because what it watches is no more. */
export function invalidateOf(entry: ChangeEntry): Uint8Array {
  const event = heading({ ...entry.position, invalidated: true }, 'invalidate');
  return toBytes(new RawObject(event.set('wallTime', encodeValue(new Date(entry.wallTime)))));
}

function heading(position: StreamPosition, operationType: string): Map<string, RawValue> {
  return new Map<string, RawValue>([
    ['_id', encodeValue(tokenOf(position))],
    ['operationType', encodeValue(operationType)],
    ['clusterTime', encodeValue(timestampOf(position.time))],
  ]);
}

function copy(from: Map<string, RawValue>, to: Map<string, RawValue>, names: readonly string[]): void {
  for (const name of names) {
    const value = from.get(name);
    if (value !== undefined) to.set(name, value);
  }
}

function namespaceOf({ namespaces: [namespace = ''] }: ChangeEntry): Record<string, string> {
  const dot = namespace.indexOf('.');
  return dot === -1 ? { db: namespace } : { db: namespace.slice(0, dot), coll: namespace.slice(dot + 1) };
}

/** The document before the change, where it is wanted and the collection keeps it. */
function addBefore(
  entry: ChangeEntry,
  logged: Map<string, RawValue>,
  { fullDocumentBeforeChange: wanted }: StreamOptions,
  event: Map<string, RawValue>,
): void {
  if (wanted === 'off' || !['update', 'replace', 'delete'].includes(entry.kind)) return;
  const image = logged.get(IMAGE.before);
  if (image === undefined && wanted === 'required') throw imageMissing('pre-image', entry);
  event.set('fullDocumentBeforeChange', image ?? NULL);
}

/** The document after an update: as it was then, or as it is now. */
function addAfter(
  entry: ChangeEntry,
  logged: Map<string, RawValue>,
  { fullDocument: wanted }: StreamOptions,
  event: Map<string, RawValue>,
  lookup: Lookup,
): void {
  if (entry.kind !== 'update' || wanted === 'default') return;
  if (wanted === 'updateLookup') {
    const bytes = lookup(entry.namespaces[0] as string, new RawObject(logged));
    event.set('fullDocument', bytes === undefined ? NULL : { type: BSON_TYPE.object, bytes });
    return;
  }
  const image = logged.get(IMAGE.after);
  if (image === undefined && wanted === 'required') throw imageMissing('post-image', entry);
  event.set('fullDocument', image ?? NULL);
}

function imageMissing(what: 'pre-image' | 'post-image', entry: ChangeEntry): MongoError {
  const scope = what === 'pre-image' ? 'update, delete and replace' : 'update';
  const token = shownToken({ ...entry.position, invalidated: false });
  return new MongoError(
    'NoMatchingDocument',
    `Change stream was configured to require a ${what} for all ${scope} events, but the ${what} was not found for event: { _id: ${token}, operationType: "${entry.kind}" }`,
  );
}
