import type {
  PlacedStream,
  StreamPosition,
  SubgraphRequest,
  SubgraphResponse,
  SubgraphStream,
  Transport,
} from '../types';
import { until } from './local-stream';

/**
 * The way to a subgraph in the same process: no HTTP, no JSON, the document as it was parsed when prepared.
 * A subgraph's stream of events need not mind the signal: it is told to return when the signal aborts.
 *
 * @param stopped while it is aborted nothing is reached, and streams that were opened before break with its reason
 */
export function createLocalTransport(
  handler: (request: SubgraphRequest) => Promise<SubgraphResponse>,
  subscribe?: (request: SubgraphRequest) => Promise<PlacedStream | SubgraphResponse>,
  stopped?: () => AbortSignal | undefined,
): Transport {
  const execute: Transport['execute'] = stopped
    ? async (request) => {
        stopped()?.throwIfAborted();
        return handler(request);
      }
    : handler;
  if (!subscribe) return { execute };
  return {
    execute,
    subscribe: async (request) => {
      const running = stopped?.();
      running?.throwIfAborted();
      const opened = await subscribe(request);
      const { signal } = request.context;
      return isPlaced(opened) ? placed(opened.position, until(opened, signal, running)) : opened;
    },
  };
}

const isPlaced = (opened: PlacedStream | SubgraphResponse): opened is PlacedStream =>
  Symbol.asyncIterator in opened;

/** The same events behind the position where they begin. */
function placed(
  position: string | undefined,
  events: AsyncIterableIterator<SubgraphResponse, undefined>,
): SubgraphStream {
  if (position === undefined) return events;
  let isTold = false;
  const stream: AsyncIterableIterator<SubgraphResponse | StreamPosition, undefined> = {
    ...events,
    next: async () => {
      if (isTold) return events.next();
      isTold = true;
      return { done: false, value: { position } };
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
