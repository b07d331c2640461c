import { Binary, Long, Timestamp } from 'bson';
import { timeOf } from '../storage/clock';
import { RawObject, encodeValue } from '../values/raw';
import type { RawLeaf } from '../values/raw';
import { BSON_TYPE, isDocument } from '../values/types';
import type { Command, ServerState } from './command';

/** What stands where a signature would be, on servers without authentication. */
const NO_SIGNATURE = encodeValue({ hash: new Binary(Buffer.alloc(20)), keyId: Long.ZERO });

/** Takes over the time that a client has seen, so that none of its later times is before it. */
export function gossip({ body }: Command, { log }: ServerState): void {
  const seen = body['$clusterTime'];
  const time = isDocument(seen) ? seen['clusterTime'] : undefined;
  if (time instanceof Timestamp) log.clock.advance(timeOf(time));
}

/** Adds the times to a reply: what it tells of was the state at `operationTime`. */
export function addTimes(reply: RawObject, { log }: ServerState): RawObject {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(log.clock.now);
  const time: RawLeaf = { type: BSON_TYPE.timestamp, bytes };
  const clusterTime = new RawObject(
    new Map([
      ['clusterTime', time],
      ['signature', NO_SIGNATURE],
    ]),
  );
  reply.members.set('$clusterTime', clusterTime);
  reply.members.set('operationTime', time);
  return reply;
}
