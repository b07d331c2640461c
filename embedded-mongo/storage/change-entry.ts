import { toBytes } from '../values/raw';
import { CHANGE_KINDS } from './change';
import type { Change, ChangeKind } from './change';
import { seal, unseal } from './checksum';
import { positionOfKey } from './keys';
import type { Position } from './keys';
import type { Entry } from './view';

/** A change as the log has it. */
export interface ChangeEntry {
  readonly position: Position;
  readonly kind: ChangeKind;
  readonly namespaces: readonly string[];
  /** When it was committed, in milliseconds since 1970. */
  readonly wallTime: number;
  /** How many changes there have been, this one included. */
  readonly sequence: number;
  /** How many bytes all changes have taken, this one included. */
  readonly total: number;
  /** BSON of the members. */
  readonly members: Uint8Array;
}

/** What the log adds to a change. */
export type Numbering = Pick<ChangeEntry, 'wallTime' | 'sequence' | 'total'>;

const CHECKSUM = 4;
const HEADER = { sequence: 0, total: 8, wallTime: 16, kind: 24, length: 25, namespaces: 27 } as const;

/** The bytes of a change; `total` is the one before, to which its own size is added. */
export function encodeChange({ kind, namespaces, members }: Change, before: Numbering): Buffer {
  const names = Buffer.from(namespaces.join('\0'));
  const head = Buffer.alloc(HEADER.namespaces);
  const body = toBytes(members);
  head.writeDoubleBE(before.sequence + 1, HEADER.sequence);
  head.writeDoubleBE(before.total + head.length + names.length + body.length, HEADER.total);
  head.writeDoubleBE(before.wallTime, HEADER.wallTime);
  head.writeUInt8(CHANGE_KINDS.indexOf(kind), HEADER.kind);
  head.writeUInt16BE(names.length, HEADER.length);
  return seal(Buffer.concat([head, names, body]));
}

/** Reads a change. Throws DataCorruptionDetected where its bytes are damaged. */
export function decodeChange({ key, value }: Entry): ChangeEntry {
  const bytes = unseal(value, 'a change in the log');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyAt = HEADER.namespaces + buffer.readUInt16BE(HEADER.length);
  return {
    position: positionOfKey(key),
    kind: CHANGE_KINDS[buffer.readUInt8(HEADER.kind)] as ChangeKind,
    namespaces: buffer.toString('utf8', HEADER.namespaces, bodyAt).split('\0'),
    members: buffer.subarray(bodyAt),
    ...numberingOf(value),
  };
}

/** What the log has added to a change, without looking at the rest. */
export function numberingOf(value: Uint8Array): Numbering {
  const head = Buffer.from(value.buffer, value.byteOffset + CHECKSUM, HEADER.kind);
  return {
    sequence: head.readDoubleBE(HEADER.sequence),
    total: head.readDoubleBE(HEADER.total),
    wallTime: head.readDoubleBE(HEADER.wallTime),
  };
}

/** How many bytes a stored change counts for. */
export function sizeOf(value: Uint8Array): number {
  return value.length - CHECKSUM;
}
