/**
 * /graphql/stream: operations by the graphql-sse protocol, distinct connections and single connection mode.
 * Source: graphql-sse PROTOCOL.md; interface.md, Addresses.
 */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../common/errors';
import { EVENT_STREAM, EVENT_STREAM_HEADERS, EventStream } from '../../common/event-stream';
import { OpenStreams } from '../../common/open-streams';
import { isPosition } from '../federation';
import {
  type LiveDoor,
  type LiveOperation,
  prepare,
  present,
  type Refusal,
  refusalOf,
  run,
} from './operations';
import { Reservations } from './reservations';

const PATH = '/graphql/stream';
const TOKEN_HEADER = 'x-graphql-event-stream-token';

export function livePlugin(door: LiveDoor): FastifyPluginAsync {
  return async (app) => {
    const streams = new OpenStreams();
    const reservations = new Reservations();
    answerFaults(app);
    app.post(PATH, (request, reply) => {
      const token = tokenOf(request);
      if (token !== undefined) return carry(door, reservations, token, request, reply);
      return distinct(door, streams, request, reply);
    });
    app.get(PATH, (request, reply) => {
      const token = tokenOf(request);
      if (token === undefined) return distinct(door, streams, request, reply);
      if (wantsEvents(request)) return connect(reservations, token, reply);
      return carry(door, reservations, token, request, reply);
    });
    app.put(PATH, async (request, reply) => {
      await door.contextOf(request);
      return reply.code(201).type('text/plain; charset=utf-8').send(reservations.reserve());
    });
    app.delete(PATH, async (request, reply) => {
      const connection = found(reservations, tokenOf(request));
      connection.stop(operationId((request.query as Record<string, unknown>)['operationId']));
      return reply.code(200).send();
    });
    app.addHook('preClose', async () => {
      streams.end();
      reservations.end();
    });
  };
}

function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((fault: { statusCode?: number }, request, reply) => {
    const { statusCode } = fault;
    const isClients = statusCode !== undefined && statusCode < 500;
    if (isClients)
      return reply.code(statusCode).send({ errors: refusalOf(new DomainError('BAD_REQUEST')).errors });
    const refusal = refusalOf(fault);
    if (refusal.status === 500) request.log.error({ err: fault }, 'a stream failed');
    return refuse(reply, refusal);
  });
}

const refuse = (reply: FastifyReply, { status, errors }: Refusal): FastifyReply =>
  reply.code(status).send({ errors });

/** One stream for one operation; where the operation is wrong, the stream says so and is complete. */
async function distinct(
  door: LiveDoor,
  streams: OpenStreams,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!wantsEvents(request)) return reply.code(406).send({ errors: [{ message: `Accept ${EVENT_STREAM}` }] });
  const context = await door.contextOf(request);
  const operation = await attempt(() => prepare(door, request, context));
  if ('errors' in operation && !operation.isOfOperation) {
    if (operation.status === 405) reply.header('allow', 'POST');
    return refuse(reply, operation);
  }
  const stream = new EventStream();
  streams.begin(stream, () => pour(operation, stream), request.log);
  return reply.headers(EVENT_STREAM_HEADERS).send(stream.body);
}

async function pour(operation: LiveOperation | Refusal, stream: EventStream): Promise<void> {
  if ('errors' in operation) {
    await stream.send({ event: 'next', data: JSON.stringify({ errors: operation.errors }) });
  } else {
    for await (const event of run(operation, stream.signal)) {
      const { cursor: id } = event;
      await stream.send(isPosition(event) ? { id } : { event: 'next', id, data: present(event) });
    }
  }
  await stream.send({ event: 'complete' });
  stream.end();
}

async function attempt(read: () => Promise<LiveOperation>): Promise<LiveOperation | Refusal> {
  try {
    return await read();
  } catch (fault) {
    return refusalOf(fault);
  }
}

async function connect(
  reservations: Reservations,
  token: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  found(reservations, token);
  const stream = reservations.connect(token);
  if (!stream) throw new DomainError('DUPLICATE_RESOURCE', 'The stream is connected already');
  return reply.headers(EVENT_STREAM_HEADERS).send(stream.body);
}

/** Runs an operation whose results go over the stream that the token names. */
async function carry(
  door: LiveDoor,
  reservations: Reservations,
  token: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const connection = found(reservations, token);
  const context = await door.contextOf(request);
  const operation = await attempt(() => prepare(door, request, context));
  if ('errors' in operation) return refuse(reply, operation);
  const id = operationId(extensionsOf(request)['operationId']);
  if (connection.has(id)) throw new DomainError('DUPLICATE_RESOURCE', 'There is an operation with this id');
  if (connection.isFull) {
    door.observer.refusal('operationsPerStream');
    throw new DomainError(
      'RATE_LIMIT_EXCEEDED',
      'The stream carries as many operations as it may; end one first',
    );
  }
  connection
    .carry(id, (signal) => run(operation, signal))
    .catch((err: unknown) => {
      request.log.error({ err }, 'a stream failed');
      connection.stream.cut();
    });
  return reply.code(202).send();
}

function found(
  reservations: Reservations,
  token: string | undefined,
): NonNullable<ReturnType<Reservations['find']>> {
  const connection = token === undefined ? undefined : reservations.find(token);
  if (!connection) throw new DomainError('RESOURCE_NOT_FOUND', 'There is no such stream');
  return connection;
}

function operationId(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new DomainError('BAD_REQUEST', 'The id of the operation is missing');
}

function extensionsOf({ method, body, query }: FastifyRequest): Readonly<Record<string, unknown>> {
  const { extensions } = (method === 'GET' ? query : body) as { extensions?: unknown };
  // Its form has been checked with the rest of the request.
  const read: unknown = typeof extensions === 'string' ? JSON.parse(extensions) : extensions;
  return (read ?? {}) as Record<string, unknown>;
}

function tokenOf({ headers, query }: FastifyRequest): string | undefined {
  const token = headers[TOKEN_HEADER] ?? (query as Record<string, unknown>)['token'];
  return typeof token === 'string' && token !== '' ? token : undefined;
}

function wantsEvents({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes(EVENT_STREAM) === true;
}
