import { MongoError, failedToParse, typeMismatch } from '../errors';
import type { Document } from '../values/codec';
import { END_OF_COMMIT } from '../storage/keys';
import type { Position } from '../storage/keys';
import { isDocument } from '../values/types';

/** Where a stream stands: behind a change, or behind the `invalidate` that follows from it. */
export interface StreamPosition extends Position {
  readonly invalidated: boolean;
}

/** Every token begins with the type of a timestamp in the real server's order of types. */
const PREFIX = '82';
const TOKEN = /^82([0-9A-F]{16})([0-9A-F]{8})(0[01])$/i;

function hex(value: bigint | number, digits: number): string {
  return value.toString(16).padStart(digits, '0').toUpperCase();
}

/** The resume token of a place. As on the real server, the order of tokens as text is the order of events. */
export function tokenOf({ time, index, invalidated }: StreamPosition): { _data: string } {
  return { _data: `${PREFIX}${hex(time, 16)}${hex(index, 8)}${invalidated ? '01' : '00'}` };
}

/** The place that a token names. Throws where it is none, or none of this server. */
export function positionOf(token: unknown, member: string): StreamPosition {
  if (!isDocument(token)) {
    throw typeMismatch(`BSON field '$changeStream.${member}' is the wrong type, expected type 'object'`);
  }
  const data = token['_data'];
  if (typeof data !== 'string') {
    throw new MongoError(
      'Location40647',
      `Bad resume token: _data of missing or of wrong type: ${JSON.stringify(token)}`,
    );
  }
  if (data.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(data))
    throw failedToParse('resume token string was not a valid hex string');
  const [, time, index, flag] = TOKEN.exec(data) ?? [];
  if (time === undefined || index === undefined)
    throw new MongoError('InvalidResumeToken', `Invalid resume token: ${data}`);
  return { time: BigInt(`0x${time}`), index: Number.parseInt(index, 16), invalidated: flag === '01' };
}

/** Whether a place is between commits instead of at a change. */
export function isHighWaterMark({ index }: Position): boolean {
  return index === END_OF_COMMIT;
}

/** Below zero where the first place is the earlier one, above where it is the later one. */
export function comparePositions(a: Position, b: Position): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.index - b.index;
}

/** The part of a token that tells it from others, for messages. */
export function shownToken(position: StreamPosition): string {
  const token: Document = tokenOf(position);
  return JSON.stringify(token);
}
