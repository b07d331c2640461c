/**
 * The engine's vocabulary: what its callers (GraphQL over HTTP, REST, live) and its transports see.
 * The engine runs any supergraph and knows nothing of the project that it serves.
 */
import type { DocumentNode, ExecutionResult, GraphQLDirective, GraphQLError, GraphQLSchema } from 'graphql';
import type { FieldNode, GraphQLField, GraphQLNamedType, OperationTypeNode } from 'graphql';
import type { Scalars } from './scalars';
import type { StopSignal } from './stop';
import type { SetAlarm } from './transports/alarm';

/** What travels with one execution: the headers that transports may forward, and the caller's wish to stop. */
export interface RequestContext {
  /** Headers for the subgraphs, lower-case names, already reduced to those that may be forwarded. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: StopSignal;
  /**
   * On whose behalf, where the headers alone would not tell (a request id differs for every request). Callers of one
   * principal may share answers and streams of subgraphs; all headers together are the principal where this is
   * absent. Asked when something could be shared. See `principalOf`.
   */
  readonly principal?: (() => string) | undefined;
  /** When that ends; subscriptions end with it. Never where absent. */
  readonly expiry?: Expiry | undefined;
}

/** The end of somebody's identity. */
export interface Expiry {
  readonly milliseconds: number;
  /** What is said then. */
  readonly failure: Failure;
}

/** The same for what goes on for long, and is handed to everything that knows an AbortSignal. */
export interface StreamContext extends RequestContext {
  readonly signal?: AbortSignal;
}

/** One operation for one subgraph, as a transport receives it. */
export interface SubgraphRequest {
  readonly service: string;
  readonly kind: OperationTypeNode;
  /** The same operation twice: text for the wire, parsed for transports that stay in the process. */
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

export interface StreamRequest extends SubgraphRequest {
  readonly context: StreamContext;
}

/** What a subgraph answers. `errors` follow the GraphQL specification; `extensions.code` tells programs what is wrong. */
export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * The way to one subgraph. A transport that cannot reach its subgraph throws; the engine turns that into an
 * error with code SERVICE_UNAVAILABLE on the fields concerned.
 */
export interface Transport {
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  /** Opens a subscription; a transport without it carries none. An answer in place of a stream is a refusal. */
  subscribe?(request: StreamRequest): Promise<SubgraphStream | SubgraphResponse>;
}

/**
 * What a subgraph sends of one subscription, event by event. It ends when the subgraph completes it or when the
 * signal of the request's context aborts, and throws when the subgraph is lost. It may say where it stands before
 * anything has happened, so that nothing is lost if it breaks before its first event.
 */
export type SubgraphStream = AsyncIterable<SubgraphResponse | StreamPosition>;

/** How far a stream has come without an event: whoever goes on behind this position misses nothing. */
export interface StreamPosition {
  readonly position: string;
}

/** A stream of a subgraph in the same process, which knows where it begins when it is opened. */
export interface PlacedStream extends AsyncIterable<SubgraphResponse> {
  readonly position?: string | undefined;
}

/** What a caller's own directives make of one selected field. All members are optional refinements. */
export interface FieldRule {
  /** Names under which the value is written; the response key alone when absent. */
  readonly names?: readonly string[];
  /** Written in place of null (also when a parent that was hoisted is null). */
  readonly fallback?: {
    readonly value: unknown;
    /** The object around it that takes notes (`notes`) notes that the fallback stands there. */
    readonly isNoted?: boolean;
  };
  /** Objects of this field carry under this name the list of the noted fallbacks below them, as paths; absent if none. */
  readonly notes?: string;
  /** Members that objects of this field carry beside what is selected. */
  readonly constants?: Readonly<Record<string, unknown>>;
  /** The members of this object are written into its parent instead of under a name of its own. */
  readonly hoist?: boolean;
  /** The value stands in an object of these names, in place of the object around it. */
  readonly nest?: readonly [string, ...string[]];
  /** A list of objects is written as the list of this member (a response key of the selection below). */
  readonly pluck?: string;
  /** Nothing is written when the value is null. */
  readonly omitNull?: boolean;
  /** The form of a leaf that is not null: how an enum, a date or a number is spelled in this answer. */
  readonly leaf?: (value: unknown) => unknown;
}

/** The directives that a caller adds to operations, and what they mean for the answer. */
export interface Vocabulary {
  /** Allowed in documents beside those of the schema; never sent to a subgraph. */
  readonly directives: readonly GraphQLDirective[];
  /** The rule for one field of the operation, asked once when the operation is prepared. */
  rule(field: FieldNode, definition: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): FieldRule;
}

export interface PrepareOptions {
  readonly operationName?: string;
  readonly vocabulary?: Vocabulary;
  /** Throws LimitExceeded for an operation whose plan has more requests to subgraphs. */
  readonly mostFetches?: number;
  /** Whether `@defer` is honoured by `answerInParts`. It takes a second plan; without it the directive means nothing. */
  readonly isDeferring?: boolean;
}

/** A failure known by its code, before it is an error at a place of an answer. */
export interface Failure {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface EngineOptions {
  /** The composed supergraph, as text. */
  readonly supergraph: string;
  /** Finds the transport of a subgraph by its name and by the address that the supergraph carries. */
  readonly transport: (service: string, url: string) => Transport;
  /** What scalars refuse of what callers send; those that are not named here take anything. */
  readonly scalars?: Scalars;
  /** What a code stands for: message and extensions of the errors that the engine itself raises. */
  readonly failure: (code: string) => Failure;
  /** Told what went wrong behind an error that tells clients nothing: what a transport threw, for the log. */
  readonly report?: (service: string, fault: unknown) => void;
  /** Waits before a broken stream is opened again. Tests set the pace by it. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Waits for the end of an identity. Tests set the time by it. */
  readonly setAlarm?: SetAlarm;
}

/** An operation that is parsed, validated, planned and compiled. Made once, executed often. */
export interface PreparedOperation {
  readonly name: string | undefined;
  readonly kind: OperationTypeNode;
  /** Types of the variables and the selection, as the caller wrote them (its own directives included). */
  readonly document: DocumentNode;
  /** Whether it may be answered in parts. */
  readonly isDeferring: boolean;
}

export interface ExecutionRequest {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

export interface SubscriptionRequest extends ExecutionRequest {
  readonly context: StreamContext;
  /** The position that the client has reached, where its transport knows better than its operation. */
  readonly after?: string | undefined;
}

/**
 * One event of a subscription, and the position to resume behind it where the event has one. Without data and errors
 * it is no event and says only where the stream stands, see `isPosition`. All who follow the same
 * are given the same event: nobody may change it, and what is made of it can be kept beside it.
 */
export interface SubscriptionEvent extends ExecutionResult {
  readonly cursor?: string | undefined;
}

/**
 * The events of one subscription, in order, read one by one or by `take`. What is not read waits, up to a limit; a
 * reader that falls behind further is not carried on, and told RESYNC by the last event.
 */
export interface SubscriptionEvents extends AsyncIterableIterator<SubscriptionEvent, undefined> {
  /** Leaves at once, also while an event is waited for. */
  return(value?: undefined): Promise<IteratorResult<SubscriptionEvent, undefined>>;
  /** Takes so many of the events that wait, or all: for those who write to thousands of readers. */
  take(most?: number): readonly SubscriptionEvent[];
  /** Nothing waits, and nothing will come. */
  readonly isOver: boolean;
  /** Called when there is something to take where there was nothing, be it the end. */
  onReady: () => void;
}

/**
 * Prepares and executes operations over one supergraph.
 * `prepare` throws `InvalidOperation` with every fault found. `execute` never throws: faults are in `errors`.
 */
export interface Engine {
  /** What clients see: introspection and validation are answered from it. */
  readonly schema: GraphQLSchema;
  /** The whole supergraph, with the directives that the subgraphs composed into it and what clients do not see. */
  readonly supergraph: GraphQLSchema;
  prepare(document: DocumentNode, options?: PrepareOptions): PreparedOperation;
  execute(operation: PreparedOperation, request: ExecutionRequest): Promise<ExecutionResult>;
  /** Executes, and writes what goes to a GraphQL client. */
  answer(operation: PreparedOperation, request: ExecutionRequest): Promise<WrittenAnswer>;
  /**
   * The same in parts, where fragments are deferred and something is left of them: at first without what they bring,
   * then each as soon as it is there. What all parts make together is the answer that `answer` gives.
   */
  answerInParts(
    operation: PreparedOperation,
    request: ExecutionRequest,
  ): Promise<WrittenAnswer | AnswerInParts>;
  /** Never throws: what goes wrong before the first event is the result, later faults are in the events. */
  subscribe(
    operation: PreparedOperation,
    request: SubscriptionRequest,
  ): Promise<ExecutionResult | SubscriptionEvents>;
  /** Ends all subscriptions; the last event of each is an error with this code. */
  endSubscriptions(code: string): void;
}

/** What came of an execution, as a client reads it. */
export interface WrittenAnswer {
  /** As JSON, in UTF-8. */
  readonly body: Buffer;
  /** The same, where there are errors. What went well is not kept beside its bytes. */
  readonly result?: ExecutionResult;
}

/** A GraphQL answer of which some comes later. */
export interface AnswerInParts {
  readonly initial: ExecutionResult;
  /** What the first answer lacks. */
  readonly pending: readonly PendingPart[];
  /**
   * `return()` leaves at once, also while parts are waited for. They end before the last of them when the request is
   * stopped by its signal, or when something goes wrong that is nobody's fault but ours.
   */
  readonly parts: AsyncIterableIterator<ArrivedParts, undefined, undefined>;
}

/** Parts that were there at the same moment. */
export interface ArrivedParts {
  readonly parts: readonly AnswerPart[];
  /** What these lack in turn, or have brought with them. */
  readonly pending: readonly PendingPart[];
  /** Whether others are still to come. */
  readonly hasNext: boolean;
}

/** What a deferred fragment is to bring for one object. */
export interface PendingPart {
  /** No other part of the answer has it. */
  readonly id: string;
  /** Where the object stands in the answer. */
  readonly path: readonly (string | number)[];
  readonly label?: string;
}

/** What a deferred fragment brings for one object. */
export interface AnswerPart extends PendingPart {
  /** To be merged into the object; null when a null rose out of the fragment. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Absent when there are none; their paths begin at the root of the answer. */
  readonly errors?: readonly GraphQLError[];
}

/** A document that cannot be executed against the schema. */
export class InvalidOperation extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.name = 'InvalidOperation';
  }
}
