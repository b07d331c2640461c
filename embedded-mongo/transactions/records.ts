import { Long } from 'bson';
import { sessionKey } from '../storage/keys';
import type { View } from '../storage/view';
import type { Writer } from '../storage/writer';
import { RawArray, RawObject, decodeValue, encodeValue, openValue, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';

/** What one statement of a write that may be sent again has done. */
export interface StatementResult {
  readonly n: number;
  readonly nModified?: number;
  /** The id of the document that an upsert has inserted. */
  readonly upserted?: RawValue;
  /** The whole answer, for commands of one statement that answer with more than numbers. */
  readonly reply?: RawObject;
}

/** Neighbouring statements with the same result: most of a long insert is one of these. */
export interface StatementRun extends StatementResult {
  readonly first: number;
  readonly count: number;
}

/** What outlives the server of a session: its last transaction that was committed, or its last write and the results. */
export interface SessionRecord {
  readonly number: bigint;
  readonly usedAt: number;
  readonly committed: boolean;
  readonly runs: readonly StatementRun[];
}

/** Reads what is remembered of a session. */
export function readRecord(view: View, id: string): SessionRecord | undefined {
  const bytes = view.get(sessionKey(id));
  return bytes === undefined ? undefined : decodeRecord(bytes);
}

/** Remembers a session, in the same commit as what it has done. */
export function writeRecord(writer: Writer, id: string, record: SessionRecord): void {
  const { runs } = record;
  const number = Long.fromBigInt(record.number);
  const head = { number, usedAt: new Date(record.usedAt), committed: record.committed };
  writer.put(sessionKey(id), toBytes(objectOf({ ...head, runs: new RawArray(runs.map(encodeRun)) })));
}

/** When a session was last heard of that is remembered by these bytes. */
export function usedAt(bytes: Uint8Array): number {
  return dateOf(RawObject.parse(bytes));
}

function objectOf(fields: Readonly<Record<string, unknown>>): RawObject {
  const members = new Map<string, RawValue>();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    members.set(name, isRaw(value) ? value : encodeValue(value));
  }
  return new RawObject(members);
}

function isRaw(value: unknown): value is RawValue {
  if (value instanceof RawObject || value instanceof RawArray) return true;
  return typeof value === 'object' && value !== null && 'type' in value && 'bytes' in value;
}

function encodeRun({ first, count, n, nModified, upserted, reply }: StatementRun): RawObject {
  return objectOf({ first, count, n, nModified, upserted, reply });
}

function decodeRecord(bytes: Uint8Array): SessionRecord {
  const raw = RawObject.parse(bytes);
  const runs = raw.open('runs');
  return {
    number: BigInt(String(valueOf(raw, 'number'))),
    usedAt: dateOf(raw),
    committed: valueOf(raw, 'committed') === true,
    runs: runs instanceof RawArray ? runs.items.map(openValue).map(decodeRun) : [],
  };
}

function decodeRun(value: RawValue): StatementRun {
  const raw = value instanceof RawObject ? value : new RawObject();
  const nModified = valueOf(raw, 'nModified');
  const upserted = raw.members.get('upserted');
  const reply = raw.open('reply');
  return {
    first: Number(valueOf(raw, 'first')),
    count: Number(valueOf(raw, 'count')),
    n: Number(valueOf(raw, 'n')),
    ...(nModified === undefined ? {} : { nModified: Number(nModified) }),
    ...(upserted === undefined ? {} : { upserted }),
    ...(reply instanceof RawObject ? { reply } : {}),
  };
}

function valueOf(raw: RawObject, name: string): unknown {
  const value = raw.members.get(name);
  return value === undefined ? undefined : decodeValue(value);
}

function dateOf(raw: RawObject): number {
  const value = valueOf(raw, 'usedAt');
  return value instanceof Date ? value.getTime() : 0;
}
