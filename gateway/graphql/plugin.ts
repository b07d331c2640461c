/**
 * /graphql: GraphQL over HTTP, GET and POST, on top of the engine.
 * Source: GraphQL over HTTP specification; interface.md, Addresses.
 */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../common/errors';
import {
  type Engine,
  LimitExceeded,
  limitOf,
  type OperationCache,
  outcomeOf,
  type PreparedOperation,
  type RequestContext,
  withinTime,
} from '../federation';
import { Delivery } from './delivery';
import { DEFER_2022 } from './multipart';
import { GRAPHQL_RESPONSE, JSON_RESPONSE, negotiate, negotiateParts, type ResponseType } from './negotiation';
import type { GraphQLObserver, Refused } from './observer';
import { bodyOf, executed, failed, type Outcome, withoutSuggestions } from './outcome';
import { Batched, type GraphQLRequest, readBody, readQuery } from './request';

/** An engine and the operations that it has prepared: the two only fit each other. */
export interface Graph {
  readonly engine: Engine;
  readonly operations: OperationCache;
}

export interface GraphQLDoor {
  /** Asked once for each request, which then stays with what it got. */
  readonly graph: () => Graph;
  /** Who calls. Throws UNAUTHORIZED or FORBIDDEN for an identity that is not valid. */
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Milliseconds after which a request is given up, from when it began to come in. */
  readonly timeout: number;
  /** Whether faults may name what the client could have meant. */
  readonly suggestions: boolean;
  readonly observer: GraphQLObserver;
}

export function graphqlPlugin(door: GraphQLDoor): FastifyPluginAsync {
  return async (app) => {
    app.setErrorHandler((fault: unknown, request, reply) => {
      const { statusCode = 500 } = fault as { statusCode?: number };
      if (statusCode === 413) door.observer.refusal('bodySize');
      if (statusCode >= 500) request.log.error({ err: fault }, 'a GraphQL request failed');
      const error = statusCode < 500 ? new DomainError(codeOf(statusCode)) : fault;
      return answer(reply, typeOf(request), failed(error));
    });
    app.post('/graphql', (request, reply) => serve(door, request, reply, () => readBody(request.body)));
    app.get('/graphql', (request, reply) =>
      serve(door, request, reply, () => readQuery(request.query as Record<string, unknown>)),
    );
    // In front of the body: nobody reads what nobody wants. OPTIONS is answered before routes are looked at.
    const refuse = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
      answer(reply.header('allow', 'GET, HEAD, POST'), typeOf(request), failed(notAllowed()));
    app.route({ method: OTHER_METHODS, url: '/graphql', onRequest: refuse, handler: refuse });
  };
}

const OTHER_METHODS = ['PUT', 'PATCH', 'DELETE'];

const notAllowed = (message = 'Send queries by GET or POST, everything else by POST'): DomainError =>
  new DomainError('METHOD_NOT_ALLOWED', message);

function codeOf(status: number): 'UNSUPPORTED_MEDIA_TYPE' | 'PAYLOAD_TOO_LARGE' | 'BAD_REQUEST' {
  if (status === 415) return 'UNSUPPORTED_MEDIA_TYPE';
  return status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST';
}

const typeOf = ({ headers }: FastifyRequest): ResponseType => negotiate(headers.accept) ?? GRAPHQL_RESPONSE;

/** The form of an answer that comes at once. It is no reason to refuse a client that names parts alone. */
function wholeTypeOf({ accept }: FastifyRequest['headers']): ResponseType | undefined {
  return negotiate(accept) ?? (negotiateParts(accept) ? JSON_RESPONSE : undefined);
}

async function serve(
  door: GraphQLDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  read: () => GraphQLRequest,
): Promise<FastifyReply> {
  const type = wholeTypeOf(request.headers);
  if (type === undefined)
    return reply.code(406).send({ errors: [{ message: `Accept ${GRAPHQL_RESPONSE}` }] });
  const delivery = new Delivery(reply);
  const outcome = await run(door, request, delivery, read).catch((fault: unknown) => {
    const limit = exceeded(fault);
    if (limit) door.observer.refusal(limit);
    const refused = failed(fault);
    if (refused.status === 500) request.log.error({ err: fault }, 'a GraphQL request failed');
    return refused;
  });
  if (delivery.hasBegun) return reply;
  return answer(reply, type, door.suggestions ? outcome : withoutSuggestions(outcome));
}

function exceeded(fault: unknown): Refused | undefined {
  if (fault instanceof LimitExceeded) return fault.limit;
  if (fault instanceof Batched) return 'batching';
  return fault instanceof DomainError && fault.code === 'REQUEST_TIMEOUT' ? 'time' : undefined;
}

const tooLate = (): Error => new DomainError('REQUEST_TIMEOUT');

async function run(
  { graph, contextOf, timeout, observer }: GraphQLDoor,
  request: FastifyRequest,
  delivery: Delivery,
  read: () => GraphQLRequest,
): Promise<Outcome> {
  let operation: PreparedOperation | undefined;
  let outcome: Outcome | undefined;
  try {
    const context = await contextOf(request);
    const { query, operationName, variables } = read();
    // To come in and to wait for its turn took some of the time.
    outcome = await withinTime(timeout - delivery.reply.elapsedTime, tooLate, async (signal) => {
      const { engine, operations } = graph();
      const form = negotiateParts(request.headers.accept);
      operation = await operations.prepare(query, operationName, form !== undefined);
      if (request.method !== 'POST' && operation.kind !== 'query')
        return wrongMethod(delivery.reply, operation);
      const { headers, principal } = context;
      const executing = { variables, context: { headers, principal, signal } };
      const answered =
        form && operation.isDeferring
          ? await engine.answerInParts(operation, executing)
          : await engine.answer(operation, executing);
      if ('parts' in answered) return delivery.send(form ?? DEFER_2022, answered, signal);
      const limit = answered.result && limitOf(answered.result);
      if (limit) observer.refusal(limit);
      return executed(answered);
    });
    return outcome;
  } finally {
    // One that was prepared and has no outcome took too long, or met a fault of ours.
    const became = outcome ? outcomeOf(outcome.result ?? {}) : 'failed';
    observer.operation(operation?.kind ?? 'unknown', operation ? became : 'refused');
  }
}

function wrongMethod(reply: FastifyReply, { kind }: PreparedOperation): Outcome {
  reply.header('allow', 'POST');
  return failed(notAllowed(`Send a ${kind} by POST`));
}

function answer(reply: FastifyReply, type: ResponseType, outcome: Outcome): FastifyReply {
  return reply
    .code(type === GRAPHQL_RESPONSE || outcome.isOutside ? outcome.status : 200)
    .type(`${type}; charset=utf-8`)
    .send(bodyOf(outcome));
}
