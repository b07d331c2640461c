/** Runs whatever operation comes through the door of streams: a subscription event by event, everything else once. */
import type { FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError, ERRORS } from '../../common/errors';
import {
  type Engine,
  InvalidOperation,
  LimitExceeded,
  type LimitName,
  limitOf,
  type OperationCache,
  type OperationOutcome,
  outcomeOf,
  type PreparedOperation,
  type RequestContext,
  type SubscriptionEvent,
  withinTime,
} from '../federation';

/** An operation as it comes over HTTP. */
export interface StreamRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Told what became of operations, for the metrics; of a subscription, whether it has begun. */
export interface LiveObserver {
  operation(kind: PreparedOperation['kind'] | 'unknown', outcome: OperationOutcome): void;
  refusal(limit: LimitName | 'time' | 'operationsPerStream'): void;
}

/** What the door needs of the gateway around it. */
export interface LiveDoor {
  /** Asked once for each operation, which then stays with what it got. */
  readonly graph: () => { readonly engine: Engine; readonly operations: OperationCache };
  /** Who calls. Throws UNAUTHORIZED or FORBIDDEN for an identity that is not valid. */
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Read a request strictly. Throw BAD_REQUEST naming the member that is wrong. */
  readonly readBody: (body: unknown) => StreamRequest;
  readonly readQuery: (parameters: Readonly<Record<string, unknown>>) => StreamRequest;
  /** Milliseconds after which a query or a mutation is given up: it is no other for being answered in a stream. */
  readonly timeout: number;
  readonly observer: LiveObserver;
}

/** One operation that can be run. */
export interface LiveOperation {
  readonly engine: Engine;
  readonly operation: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  /** `Last-Event-ID`: what the reader has seen already. */
  readonly after: string | undefined;
  readonly timeout: number;
  readonly observer: LiveObserver;
}

/** Throws what is wrong with the request: DomainError or InvalidOperation. */
export async function prepare(
  door: LiveDoor,
  request: FastifyRequest,
  context: RequestContext,
): Promise<LiveOperation> {
  try {
    return await read(door, request, context);
  } catch (fault) {
    if (fault instanceof LimitExceeded) door.observer.refusal(fault.limit);
    door.observer.operation('unknown', 'refused');
    throw fault;
  }
}

async function read(
  door: LiveDoor,
  request: FastifyRequest,
  context: RequestContext,
): Promise<LiveOperation> {
  const isGet = request.method === 'GET';
  const { query, operationName, variables } = isGet
    ? door.readQuery(request.query as Record<string, unknown>)
    : door.readBody(request.body);
  const { engine, operations } = door.graph();
  const operation = await operations.prepare(query, operationName);
  if (isGet && operation.kind === 'mutation')
    throw new DomainError('METHOD_NOT_ALLOWED', 'Send a mutation by POST');
  const lastEventId = request.headers['last-event-id'];
  const after = typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined;
  const { timeout, observer } = door;
  return { engine, operation, variables, context, after, timeout, observer };
}

/** The results of an operation, until the signal aborts. */
export async function* run(live: LiveOperation, signal: AbortSignal): AsyncGenerator<SubscriptionEvent> {
  const { engine, operation, variables, context, after, observer } = live;
  if (operation.kind !== 'subscription') {
    const result = await inTime(live, signal);
    observe(live, result);
    return void (yield result);
  }
  const begun = await engine.subscribe(operation, { variables, context: { ...context, signal }, after });
  if (!(Symbol.asyncIterator in begun)) {
    observe(live, begun);
    return void (yield begun);
  }
  observer.operation(operation.kind, 'answered');
  yield* begun;
}

function observe({ observer, operation }: LiveOperation, result: ExecutionResult): void {
  const limit = limitOf(result);
  if (limit) observer.refusal(limit);
  observer.operation(operation.kind, outcomeOf(result));
}

/** That it takes too long is a result like any other. */
async function inTime(live: LiveOperation, signal: AbortSignal): Promise<ExecutionResult> {
  const { engine, operation, variables, context, timeout } = live;
  const late = new DomainError('REQUEST_TIMEOUT');
  try {
    return await withinTime(
      timeout,
      () => late,
      (stop) => engine.execute(operation, { variables, context: { ...context, signal: stop } }),
      signal,
    );
  } catch (fault) {
    if (fault !== late) throw fault;
    live.observer.refusal('time');
    return { data: null, errors: [new GraphQLError(late.message, { extensions: { ...late.extensions } })] };
  }
}

const texts = new WeakMap<SubscriptionEvent, string>();

/** A result as it is written, once for all who are given the same; the position goes beside it. */
export function present(event: SubscriptionEvent): string {
  const { cursor: _beside, ...result } = event;
  const text = texts.get(event) ?? JSON.stringify(result);
  texts.set(event, text);
  return text;
}

/** What is wrong with a request, as GraphQL says it, and its status for those who read that. */
export interface Refusal {
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
  /** The operation is wrong, not the request around it. */
  readonly isOfOperation: boolean;
}

export function refusalOf(fault: unknown): Refusal {
  if (fault instanceof InvalidOperation) {
    const errors = fault.errors.map((error) => {
      const { extensions, ...rest } = error.toJSON();
      const isSyntax = error instanceof GraphQLError && error.message.startsWith('Syntax Error');
      const code = isSyntax ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED';
      return { ...rest, extensions: { code, ...extensions } };
    });
    return { status: 400, errors, isOfOperation: true };
  }
  const error = fault instanceof DomainError ? fault : new DomainError('INTERNAL_SERVER_ERROR');
  const errors = [{ message: error.message, extensions: error.extensions }];
  return { status: ERRORS[error.code].status, errors, isOfOperation: false };
}
