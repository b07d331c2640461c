/**
 * When connections are written to. What comes in one turn of the event loop is written together; a connection that was
 * written to a moment ago waits a little, so that events in quick succession go out in one write. One timer serves all.
 */

/** One connection with something to write. */
export interface Flushed {
  flush(): void;
}

/** A connection that has had nothing for so long is written to at once. */
const QUIET_MILLISECONDS = 5;
const LATEST_MILLISECONDS = 50;

const soon: Flushed[] = [];
const later: Flushed[] = [];

/** Writes to a connection when it is time. @param written when that was done last, by `performance.now()` */
export function scheduleFlush(connection: Flushed, written: number): void {
  if (performance.now() - written > QUIET_MILLISECONDS) {
    if (soon.push(connection) === 1) setImmediate(flushAll, soon);
  } else if (later.push(connection) === 1) setTimeout(flushAll, LATEST_MILLISECONDS, later);
}

function flushAll(connections: Flushed[]): void {
  for (const connection of connections.splice(0)) connection.flush();
}
