import type { ChangeStream, Collection, Document } from 'mongodb';
import {} from 'mongodb';

/** An event without what differs from run to run. */
export function plain(event: Document): Document {
  const { _id, clusterTime, wallTime, collectionUUID, ns, ...rest } = event;
  return rest;
}

/** Reads events until there are as many as wanted. */
export async function take(stream: ChangeStream, count: number): Promise<Document[]> {
  const events: Document[] = [];
  while (events.length < count) events.push(await stream.next());
  return events;
}

/** Opens a stream that is there before anything else happens. */
export async function opened(
  target: Pick<Collection, 'watch'>,
  pipeline: Document[] = [],
  options = {},
): Promise<ChangeStream> {
  const stream = target.watch(pipeline, { maxAwaitTimeMS: 20, ...options });
  await stream.tryNext();
  return stream;
}

/** Opens a stream that begins in the past. */
export function resumed(target: Pick<Collection, 'watch'>, options: object): ChangeStream {
  return target.watch([], { maxAwaitTimeMS: 20, ...options });
}
