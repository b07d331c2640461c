import { Binary, Long, Timestamp } from 'bson';
import { timeOf, timestampOf } from '../storage/clock';
import { isDocument } from '../values/types';
import type { Command, Reply, ServerState } from './command';

/** What stands where a signature would be, on servers without authentication. */
const NO_SIGNATURE = { hash: new Binary(Buffer.alloc(20)), keyId: Long.ZERO };

/** Takes over the time that a client has seen, so that none of its later times is before it. */
export function gossip({ body }: Command, { log }: ServerState): void {
  const seen = body['$clusterTime'];
  const time = isDocument(seen) ? seen['clusterTime'] : undefined;
  if (time instanceof Timestamp) log.clock.advance(timeOf(time));
}

/** The times of a reply: what it tells of was the state at `operationTime`. */
export function timesOf({ log }: ServerState): Reply {
  const time = timestampOf(log.clock.now);
  return { $clusterTime: { clusterTime: time, signature: NO_SIGNATURE }, operationTime: time };
}
