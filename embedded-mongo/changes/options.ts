import { Timestamp } from 'bson';
import { MongoError, badValue, failedToParse, typeMismatch } from '../errors';
import { timeOf } from '../storage/clock';
import type { ChangeKind } from '../storage/change';
import type { ChangeEntry } from '../storage/change-entry';
import { END_OF_COMMIT } from '../storage/keys';
import type { Document } from '../values/codec';
import { isDocument } from '../values/types';
import { positionOf } from './token';
import type { StreamPosition } from './token';

/** What a stream watches. */
export interface Scope {
  /** Whether a change belongs to it. */
  covers(namespaces: readonly string[]): boolean;
  /** Changes after which there is nothing left to watch. */
  readonly invalidatedBy: readonly ChangeKind[];
}

/** Where a stream begins. */
export type Start =
  | { readonly kind: 'now' }
  | { readonly kind: 'time'; readonly position: StreamPosition }
  | { readonly kind: 'token'; readonly position: StreamPosition };

/** What a `$changeStream` stage asks for. */
export interface StreamOptions {
  readonly scope: Scope;
  readonly start: Start;
  readonly fullDocument: string;
  readonly fullDocumentBeforeChange: string;
  /** Events of the kinds that were added later are wanted too. */
  readonly expanded: boolean;
}

const FULL_DOCUMENT = ['default', 'updateLookup', 'whenAvailable', 'required'];
const BEFORE_CHANGE = ['off', 'whenAvailable', 'required'];
const INTERNAL = ['admin', 'config', 'local'];
const KNOWN = new Set([
  ...['fullDocument', 'fullDocumentBeforeChange', 'resumeAfter', 'startAfter', 'startAtOperationTime'],
  ...['allChangesForCluster', 'showExpandedEvents', 'allowToRunOnConfigDB', 'allowToRunOnSystemNS'],
  ...['showMigrationEvents', 'showSystemEvents', 'showRawUpdateDescription'],
]);

const EXPANDED_ONLY: ReadonlySet<ChangeKind> = new Set(['create', 'createIndexes', 'dropIndexes', 'modify']);

/** Reads a `$changeStream` stage. Throws the real server's errors where it makes no sense. */
export function parseStreamOptions(stage: unknown, database: string, collection: unknown): StreamOptions {
  if (!isDocument(stage)) {
    throw new MongoError(
      'Location50808',
      '$changeStream stage expects a document as argument, found: ' + typeof stage,
    );
  }
  const unknown = Object.keys(stage).find((name) => !KNOWN.has(name));
  if (unknown !== undefined)
    throw new MongoError('Location40415', `BSON field '$changeStream.${unknown}' is an unknown field.`);
  return {
    scope: scopeOf(stage, database, collection),
    start: startOf(stage),
    fullDocument: choice(stage, 'fullDocument', FULL_DOCUMENT),
    fullDocumentBeforeChange: choice(stage, 'fullDocumentBeforeChange', BEFORE_CHANGE),
    expanded: stage['showExpandedEvents'] === true,
  };
}

/** Whether a stream tells of a change. */
export function tellsOf({ scope, expanded }: StreamOptions, { kind, namespaces }: ChangeEntry): boolean {
  return (expanded || !EXPANDED_ONLY.has(kind)) && scope.covers(namespaces);
}

function choice(stage: Document, name: string, choices: readonly string[]): string {
  const value = stage[name] ?? choices[0];
  if (typeof value === 'string' && choices.includes(value)) return value;
  if (typeof value !== 'string')
    throw typeMismatch(`BSON field '$changeStream.${name}' is the wrong type, expected type 'string'`);
  throw badValue(`Enumeration value '${value}' for field '$changeStream.${name}' is not a valid value.`);
}

function scopeOf(stage: Document, database: string, collection: unknown): Scope {
  if (stage['allChangesForCluster'] === true) {
    if (database === 'admin' && typeof collection !== 'string') return cluster();
    throw new MongoError(
      'InvalidOptions',
      `A $changeStream with 'allChangesForCluster:true' may only be opened on the 'admin' database, and with no collection name; found ${database}.${String(collection)}`,
    );
  }
  if (INTERNAL.includes(database)) {
    throw new MongoError(
      'InvalidNamespace',
      `$changeStream may not be opened on the internal ${database} database`,
    );
  }
  if (typeof collection !== 'string') return wholeDatabase(database);
  const namespace = `${database}.${collection}`;
  return {
    covers: (namespaces) => namespaces.includes(namespace),
    invalidatedBy: ['drop', 'rename'],
  };
}

function databaseOf(namespace: string): string {
  return namespace.split('.', 1)[0] as string;
}

function wholeDatabase(database: string): Scope {
  return {
    covers: (namespaces) => namespaces.some((namespace) => databaseOf(namespace) === database),
    invalidatedBy: ['dropDatabase'],
  };
}

function cluster(): Scope {
  return {
    covers: (namespaces) => !namespaces.every((namespace) => INTERNAL.includes(databaseOf(namespace))),
    invalidatedBy: [],
  };
}

function startOf(stage: Document): Start {
  const { resumeAfter, startAfter, startAtOperationTime: time } = stage;
  if (resumeAfter !== undefined && startAfter !== undefined)
    throw new MongoError(
      'Location50865',
      "Do not specify both 'resumeAfter' and 'startAfter' in a $changeStream stage",
    );
  const token = resumeAfter ?? startAfter;
  if (time !== undefined && token !== undefined)
    throw new MongoError(
      'Location40674',
      'Only one type of resume option is allowed, but multiple were found.',
    );
  if (time !== undefined) return { kind: 'time', position: beforeTime(time) };
  if (token === undefined) return { kind: 'now' };
  const position = positionOf(token, resumeAfter === undefined ? 'startAfter' : 'resumeAfter');
  if (position.invalidated && resumeAfter !== undefined) {
    throw new MongoError(
      'InvalidResumeToken',
      "Attempting to resume a change stream using 'resumeAfter' is not allowed from an invalidate notification",
    );
  }
  return { kind: 'token', position };
}

/** The place before the first change of a time. */
function beforeTime(time: unknown): StreamPosition {
  if (!(time instanceof Timestamp))
    throw typeMismatch(
      "BSON field '$changeStream.startAtOperationTime' is the wrong type, expected type 'timestamp'",
    );
  const since = timeOf(time);
  if (since === 0n) throw failedToParse("'startAtOperationTime' must not be the null timestamp");
  return { time: since - 1n, index: END_OF_COMMIT, invalidated: false };
}
