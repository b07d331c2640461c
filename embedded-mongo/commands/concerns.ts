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
  /** The state at a time is wanted, as `find` and the like read it outside of transactions. */
  readonly snapshot: boolean;
  /** The time of that state; undefined for the current one. */
  readonly atClusterTime: bigint | undefined;
}

/** Commands that can read the state at a time. */
const SNAPSHOT_READERS = new Set(['find', 'aggregate', 'distinct']);

/** Reads a command's `readConcern`. Throws where it makes no sense, or where it is about a time that has yet to come. */
export function readConcernOf({ name, body }: Command, server: ServerState): ReadConcern {
  const concern = body['readConcern'];
  // Drivers repeat it with each batch; a cursor goes on in the state that it was opened on.
  if (concern === undefined || name === 'getMore') return NO_CONCERN;
  if (!isDocument(concern)) throw typeMismatch('readConcern must be an object');
  const level = levelOf(concern);
  checkAfterClusterTime(concern, level, server);
  const snapshot = level === 'snapshot' && body['autocommit'] === undefined;
  if (snapshot && !SNAPSHOT_READERS.has(name))
    throw new MongoError('InvalidOptions', `Command ${name} does not support readConcern level: snapshot`);
  const durable = level !== undefined && DURABLE_LEVELS.includes(level);
  return { level, durable, snapshot, atClusterTime: atClusterTimeOf(concern, snapshot) };
}

const NO_CONCERN: ReadConcern = {
  level: undefined,
  durable: false,
  snapshot: false,
  atClusterTime: undefined,
};

function atClusterTimeOf({ atClusterTime: time }: Document, snapshot: boolean): bigint | undefined {
  if (time === undefined) return undefined;
  if (!(time instanceof Timestamp))
    throw typeMismatch("BSON field 'readConcern.atClusterTime' is the wrong type, expected type 'timestamp'");
  if (!snapshot)
    throw new MongoError(
      'InvalidOptions',
      "readConcern.atClusterTime is only allowed outside of transactions and with level 'snapshot'",
    );
  return timeOf(time);
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
