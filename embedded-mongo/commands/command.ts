import type { ObjectId } from 'bson';
import type { Cursors } from '../cursors';
import type { Deadline } from '../deadline';
import { MongoError, badValue, location, notSupported, typeMismatch } from '../errors';
import type { Catalog, CollectionMeta } from '../storage/catalog';
import type { ChangeLog } from '../storage/change-log';
import type { Documents } from '../storage/documents';
import type { Engine } from '../storage/engine';
import type { View } from '../storage/view';
import type { Writer } from '../storage/writer';
import type { TransactionManager } from '../transactions/manager';
import type { RetryableWrite } from '../transactions/retryable';
import type { Session, Sessions } from '../transactions/sessions';
import type { Snapshots } from '../transactions/snapshots';
import type { Transaction } from '../transactions/transaction';
import type { Document } from '../values/codec';
import { RawArray, RawObject, encodeValue } from '../values/raw';
import type { RawValue } from '../values/raw';
import { typeName } from '../values/type-names';
import { isDocument, isNumeric } from '../values/types';

/** A command as it came in. */
export interface Command {
  readonly name: string;
  readonly database: string;
  /** The command document, decoded. */
  readonly body: Document;
  /** The same with every value in its bytes. */
  readonly raw: RawObject;
  /** Documents that came in sections of their own, by the name of the member they stand for. */
  readonly sequences: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** What the server as a whole is made of. */
export interface ServerState {
  readonly engine: Engine;
  readonly log: ChangeLog;
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly manager: TransactionManager;
  readonly sessions: Sessions;
  readonly snapshots: Snapshots;
  readonly cursors: Cursors;
  readonly info: ServerInfo;
}

/** What the server says about itself. */
export interface ServerInfo {
  /** `host:port`, as clients reach it. */
  address: string;
  /** Tells this run of the server from all others. */
  readonly processId: ObjectId;
  readonly startedAt: number;
  /** How many clients are connected. */
  readonly connections: () => { current: number; total: number };
}

/** The connection that a command came in on. */
export interface ConnectionState {
  readonly id: number;
  /** `host:port` of the client. */
  readonly peer: string;
  /** Fulfilled when the connection closes, for commands that hold their reply. */
  readonly closed: Promise<void>;
  /** Calls back when the connection closes, until the returned function is called. */
  onClose(listener: () => void): () => void;
}

/** What a command runs in. */
export interface CommandContext {
  readonly server: ServerState;
  readonly connection: ConnectionState;
  readonly session: Session | undefined;
  readonly transaction: Transaction | undefined;
  /** Where the client may send the write again: what has been done of it already. */
  readonly retryable: RetryableWrite | undefined;
  /** Where the client has said how long the command may take. */
  readonly deadline: Deadline | undefined;
  /** The state that the command reads: its transaction's, or the current one. */
  readonly view: () => View;
  /** Runs writes in the command's transaction, or on their own and durable when the promise is fulfilled. */
  readonly write: <T>(work: (writer: Writer) => T) => Promise<T>;
}

/** The members of a reply; `ok` is added. */
export type Reply = Record<string, unknown>;

/** Carries out a command. */
export type Handler = (command: Command, context: CommandContext) => Reply | Promise<Reply>;

/** A document of values in JavaScript's form and of raw ones; undefined members are left out. */
export function rawDocument(fields: Readonly<Record<string, unknown>>): RawObject {
  const members = new Map<string, RawValue>();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    members.set(name, isRaw(value) ? value : encodeValue(value));
  }
  return new RawObject(members);
}

function isRaw(value: unknown): value is RawValue {
  return value instanceof RawObject || value instanceof RawArray || value instanceof RawDocument;
}

/** A document that goes into a reply as the bytes it is. */
export class RawDocument {
  readonly type = 3;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** An array of documents that go into a reply as the bytes they are. */
export function rawDocuments(documents: readonly Uint8Array[]): RawArray {
  return new RawArray(documents.map((bytes) => new RawDocument(bytes)));
}

/** The namespace that a command is about. Throws InvalidNamespace where the collection's name is not one. */
export function namespaceOf(command: Command, collection: unknown = command.body[command.name]): string {
  if (typeof collection !== 'string') {
    throw new MongoError('InvalidNamespace', `collection name has invalid type ${typeName(collection)}`);
  }
  if (collection === '' || collection.includes('\0') || collection.startsWith('.')) {
    throw new MongoError(
      'InvalidNamespace',
      `Invalid namespace specified '${command.database}.${collection}'`,
    );
  }
  if (collection.includes('$'))
    throw new MongoError('InvalidNamespace', `Invalid collection name: ${collection}`);
  const namespace = `${command.database}.${collection}`;
  if (Buffer.byteLength(namespace) > 255) {
    throw new MongoError(
      'InvalidNamespace',
      `Fully qualified namespace is too long. Namespace: ${namespace} Max: 255`,
    );
  }
  return namespace;
}

/** A namespace that is written out. Throws InvalidNamespace where it is none. */
export function namespaceIn(command: Command, value: unknown): string {
  const dot = typeof value === 'string' ? value.indexOf('.') : -1;
  if (typeof value !== 'string' || dot < 1)
    throw new MongoError('InvalidNamespace', `Invalid namespace specified: ${String(value)}`);
  return namespaceOf({ ...command, database: value.slice(0, dot) }, value.slice(dot + 1));
}

/** Throws Unauthorized where a command came to another database than `admin`. */
export function onlyOnAdmin(database: string, name: string): void {
  if (database !== 'admin')
    throw new MongoError('Unauthorized', `${name} may only be run against the admin database.`);
}

/** The collection that a writer sees, created where there is none. */
export function collectionForWriting(server: ServerState, writer: Writer, namespace: string): CollectionMeta {
  return server.catalog.find(writer.view, namespace) ?? server.catalog.create(writer, namespace);
}

/** A member that is a document, or empty where it is absent. */
export function documentMember(body: Document, name: string): Document {
  const value = body[name];
  if (value === undefined || value === null) return {};
  if (!isDocument(value))
    throw typeMismatch(`BSON field '${name}' is the wrong type, expected type 'object'`);
  return value;
}

/** A member that is a number not below zero, or undefined. */
export function countMember(body: Document, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw typeMismatch(`BSON field '${name}' is the wrong type, expected a number`);
  const count = Number(value);
  if (!Number.isInteger(count)) throw badValue(`BSON field '${name}' must be an integer, found: ${count}`);
  if (count < 0) throw badValue(`BSON field '${name}' value must be >= 0, actual value '${count}'`);
  return count;
}

/** Members that every command may have, beside those that begin with `$`. */
const GENERIC_MEMBERS = new Set([
  ...['lsid', 'txnNumber', 'autocommit', 'startTransaction', 'readConcern', 'writeConcern', 'maxTimeMS'],
  ...['comment', 'apiVersion', 'apiStrict', 'apiDeprecationErrors', 'stmtId', 'stmtIds', 'rawData'],
]);

/** Throws where a command has a member that the real server does not know. */
export function checkMembers({ name, body }: Command, known: ReadonlySet<string>): void {
  const unknown = Object.keys(body).find(
    (member) =>
      member !== name && !member.startsWith('$') && !known.has(member) && !GENERIC_MEMBERS.has(member),
  );
  if (unknown !== undefined) throw location(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
}

/** Throws for an option that is asked for and not there. */
export function refuseOptions(body: Document, names: readonly string[], command: string): void {
  for (const name of names)
    if (body[name] !== undefined && body[name] !== false) throw notSupported(`option ${name} of ${command}`);
}
