/** Subscriptions of a subgraph over HTTP: graphql-sse in distinct connections mode, at the address of its queries. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, GraphQLError, parse, validate } from 'graphql';
import { EVENT_STREAM, EVENT_STREAM_HEADERS, EventStream } from '../../common/event-stream';
import type { Logger } from '../../common/log';
import type { RunningSubgraph, SubgraphEvents, SubgraphOperation } from './subgraph';

export interface SubgraphStreams {
  serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** Breaks all streams, so that whoever reads them comes back to another process. */
  cut(): void;
}

export function wantsEvents({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes(EVENT_STREAM) === true;
}

export function subgraphStreams(subgraph: RunningSubgraph, log: Logger): SubgraphStreams {
  const open = new Set<EventStream>();
  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const operation = readOperation(subgraph, request);
    if ('faults' in operation) return reply.code(400).send({ errors: operation.faults });
    const events = await subgraph.subscribe(operation);
    if (!(Symbol.asyncIterator in events)) return reply.send(events);
    const stream = new EventStream();
    open.add(stream);
    stream.signal.addEventListener('abort', () => {
      open.delete(stream);
      void events.return?.().catch((err: unknown) => log.error({ err }, 'a subscription did not end'));
    });
    void pour(events, stream, log);
    return reply.headers(EVENT_STREAM_HEADERS).send(stream.body);
  };
  return { serve, cut: () => open.forEach((stream) => stream.cut()) };
}

/** What the gateway sends; it has checked the operation, but not against the schema that runs here now. */
function readOperation(
  { schema }: RunningSubgraph,
  { body, headers }: FastifyRequest,
): SubgraphOperation | { readonly faults: readonly GraphQLError[] } {
  const { query, operationName, variables } = (body ?? {}) as Record<string, unknown>;
  const document = readDocument(query);
  if (document instanceof GraphQLError) return { faults: [document] };
  const faults = validate(schema, document);
  if (faults.length > 0) return { faults };
  const requestId = headers['x-request-id'];
  return {
    document,
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: variables as SubgraphOperation['variables'],
    authorization: headers.authorization,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

function readDocument(query: unknown): DocumentNode | GraphQLError {
  try {
    return parse(String(query));
  } catch (fault) {
    return fault instanceof GraphQLError ? fault : new GraphQLError('The query cannot be read');
  }
}

/** A source that fails breaks the connection: only what is complete may look so. */
async function pour(events: SubgraphEvents, stream: EventStream, log: Logger): Promise<void> {
  try {
    if (events.position !== undefined) await stream.send({ id: events.position });
    for await (const answer of events) await stream.send({ event: 'next', data: JSON.stringify(answer) });
    await stream.send({ event: 'complete' });
    stream.end();
  } catch (err) {
    log.error({ err }, 'a subscription failed');
    stream.cut();
  }
}
