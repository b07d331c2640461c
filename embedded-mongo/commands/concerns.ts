import { Timestamp } from 'bson';
import { MongoError, badValue, failedToParse, typeMismatch } from '../errors';
import { timeOf, timestampOf } from '../storage/clock';
import type { Document } from '../values/codec';
import { isDocument, isNumeric } from '../values/types';
import type { Command, Reply, ServerState } from './command';

const LEVELS = ['local', 'available', 'majority', 'linearizable', 'snapshot'];

/** Levels that promise that what is read is never rolled back, here: that it is on the disk. */
const DURABLE_LEVELS = ['majority', 'linearizable', 'snapshot'];

const MAX_NODES = 50;

/** What a command asks of the state that it reads. */
export interface ReadConcern {
  readonly level: string | undefined;
  /** The answer waits until what was read is on the disk. */
  readonly durable: boolean;
}

/** Reads a command's `readConcern`. Throws where it makes no sense, or where it is about a time that has yet to come. */
export function readConcernOf({ body }: Command, server: ServerState): ReadConcern {
  const concern = body['readConcern'];
  if (concern === undefined) return { level: undefined, durable: false };
  if (!isDocument(concern)) throw typeMismatch('readConcern must be an object');
  const level = levelOf(concern);
  checkAfterClusterTime(concern, level, server);
  if (concern['atClusterTime'] !== undefined) {
    throw new MongoError('SnapshotTooOld', 'the embedded server keeps no state but the current one');
  }
  return { level, durable: level !== undefined && DURABLE_LEVELS.includes(level) };
}

function levelOf({ level }: Document): string | undefined {
  if (level === undefined) return undefined;
  if (typeof level !== 'string')
    throw typeMismatch("BSON field 'readConcern.level' is the wrong type, expected type 'string'");
  if (!LEVELS.includes(level))
    throw badValue(`Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`);
  return level;
}

function checkAfterClusterTime(concern: Document, level: string | undefined, { log }: ServerState): void {
  const time = concern['afterClusterTime'];
  if (time === undefined) return;
  if (!(time instanceof Timestamp))
    throw typeMismatch(
      "BSON field 'readConcern.afterClusterTime' is the wrong type, expected type 'timestamp'",
    );
  if (level === 'linearizable' || level === 'available') {
    throw new MongoError(
      'InvalidOptions',
      'afterClusterTime field can be set only if level is equal to majority, local, or snapshot',
    );
  }
  // Whatever was committed is visible at once, so that there is never anything to wait for.
  if (timeOf(time) <= log.clock.now) return;
  throw new MongoError(
    'InvalidOptions',
    `readConcern afterClusterTime value must not be greater than the current clusterTime. Requested clusterTime: { ts: ${shown(time)} }; current clusterTime: { ts: ${shown(timestampOf(log.clock.now))} }`,
  );
}

function shown(time: Timestamp): string {
  return `Timestamp(${time.t}, ${time.i})`;
}

/** What a reply says where a `writeConcern` cannot be met by a set of one. Throws where it makes no sense. */
export function writeConcernError({ body }: Command): Reply {
  const concern = body['writeConcern'];
  if (concern === undefined) return {};
  if (!isDocument(concern)) throw typeMismatch('writeConcern must be an object');
  const { w } = concern;
  if (w === undefined || w === 'majority') return {};
  if (typeof w === 'string') {
    const errmsg = `No write concern mode named '${w}' found in replica set configuration`;
    return { writeConcernError: { code: 79, codeName: 'UnknownReplWriteConcern', errmsg } };
  }
  if (!isNumeric(w)) throw failedToParse('w has to be a number, string, or object');
  if (Number(w) < 0 || Number(w) > MAX_NODES)
    throw failedToParse(
      `w has to be a non-negative number and not greater than ${MAX_NODES}; found: ${Number(w)}`,
    );
  if (Number(w) <= 1) return {};
  const errmsg = 'Not enough data-bearing nodes';
  return { writeConcernError: { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg } };
}
