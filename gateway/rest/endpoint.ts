/** One legacy endpoint at work: a request in, an answer out, no server in sight. */
import type { ExecutionResult, GraphQLEnumType } from 'graphql';
import { DomainError } from '../../common/errors';
import { EventStream } from '../../common/event-stream';
import { framesOf } from '../../common/frames';
import {
  type PreparedOperation,
  principalOf,
  type RequestContext,
  type StopSignal,
  withinTime,
} from '../federation';
import { type AnswerPlan, answerOf, picked } from './answer/answer';
import { valueAt } from './answer/picks';
import type { RootField } from './answer/roots';
import type { EndpointDocument } from './documents/load';
import type { DocumentVariable } from './documents/variables';
import type { EnumSpelling } from './enums';
import type { FieldTranslator } from './errors/fields';
import { refuse } from './errors/forms';
import { mapped } from './errors/mapping';
import { missingKind } from './errors/missing';
import { type Refusal, refusal, refusalOf, unacceptable } from './errors/refusal';
import { decisive, isAbove, refusalOfError, type ResultError } from './errors/result';
import { type EventFrames, eventFrames, RETRY } from './events/frames';
import type { EventPlan } from './events/plan';
import { credentialsOf, isLater, namesOtherTenant } from './request/credentials';
import {
  contradictsToken,
  incomingOf,
  type ReadRequest,
  readRequest,
  type RequestPlan,
} from './request/plan';
import { isUnchanged } from './answer/unchanged';
import type { Caller, Endpoint, EndpointPath, RestOptions, RestRequest, RestResponse } from './types';

const tooLate = (): Error => new DomainError('REQUEST_TIMEOUT');

export interface EndpointPlan {
  readonly document: EndpointDocument;
  readonly variables: readonly DocumentVariable[];
  readonly spellingOf: (type: GraphQLEnumType) => EnumSpelling;
  readonly operation: PreparedOperation;
  readonly isPublic: boolean;
  readonly request: RequestPlan;
  readonly translator: FieldTranslator;
  readonly answer: AnswerPlan;
  readonly roots: readonly RootField[];
  readonly paths: readonly EndpointPath[];
  /** Of an endpoint whose operation is a subscription. */
  readonly events: EventPlan | undefined;
  /** The one parameter of the path that names an object, if there is exactly one. */
  readonly idParameter: string | undefined;
}

type Forwarded = Readonly<Record<string, string>>;

interface Admitted {
  /** Undefined where anybody may call. */
  readonly caller: Caller | undefined;
  /** What subgraphs get to see. */
  readonly headers: Forwarded;
  /** When the right to call ends, for what goes on longer than a request. */
  readonly expiry?: RequestContext['expiry'];
}

type Tools = Pick<RestOptions, 'engine' | 'identify' | 'idempotency' | 'log' | 'timeout' | 'onTimeout'>;

export class DocumentEndpoint implements Endpoint {
  /** How events are written, where the endpoint is a stream of them. */
  private readonly frames: EventFrames | undefined;

  constructor(
    readonly plan: EndpointPlan,
    private readonly tools: Tools,
  ) {
    this.frames = plan.events && eventFrames(plan.events, (errors) => this.logPartial(errors));
  }

  get name(): string {
    return this.plan.document.name;
  }

  get method(): string {
    return this.plan.document.rest.method;
  }

  get paths(): readonly EndpointPath[] {
    return this.plan.paths;
  }

  get takesText(): boolean {
    return this.plan.request.takesText;
  }

  get isPublic(): boolean {
    return this.plan.isPublic;
  }

  async handle(request: RestRequest): Promise<RestResponse> {
    try {
      return await this.answer(request);
    } catch (thrown) {
      const known = refusalOf(thrown);
      if (known?.code === 'REQUEST_TIMEOUT') this.tools.onTimeout?.();
      if (!known) this.tools.log.error({ err: thrown, endpoint: this.name }, 'A REST endpoint failed');
      return this.refuse(known ?? refusal('INTERNAL_SERVER_ERROR'));
    }
  }

  /** The order is settled for all services: who calls, then the form of the request, then what it is about. */
  private async answer(request: RestRequest): Promise<RestResponse> {
    const admitted = await this.admit(request);
    const { caller } = admitted;
    if (caller && this.contradicts(request, caller)) return this.refuse(refusal('FORBIDDEN'));
    if (request.unreadable) return this.refuse(request.unreadable);
    const perform = (): Promise<RestResponse> => this.perform(request, admitted);
    if (this.method !== 'POST') return perform();
    const [service, endpoint] = [this.plan.document.service.name, this.name];
    const refuse = (given: Refusal): RestResponse => this.refuse(given, []);
    return this.tools.idempotency.once({ service, endpoint, caller, request, refuse }, perform);
  }

  private async perform(request: RestRequest, admitted: Admitted): Promise<RestResponse> {
    const { variables, page, faults } = readRequest(this.plan.request, request);
    if (!faults.isEmpty) return this.refuse(unacceptable(faults.all, this.statusOf));
    if (this.frames) return this.open(this.frames, request, variables, admitted);
    const { headers } = admitted;
    const { engine } = this.tools;
    const result = await this.inTime(request, (signal) =>
      engine.execute(this.plan.operation, { variables, context: { headers, signal } }),
    );
    const refused = this.failureOf(result, request) ?? this.missing(result, request);
    if (refused) return this.refuse(refused);
    this.logPartial(result.errors ?? []);
    const answer = answerOf(this.plan.answer, result.data, page);
    return isUnchanged(this.method, request, answer) ? { ...answer, status: 304, body: undefined } : answer;
  }

  /** What goes wrong before a stream begins is an answer like any other. */
  private async open(
    frames: EventFrames,
    request: RestRequest,
    variables: ReadRequest['variables'],
    { headers, expiry }: Admitted,
  ): Promise<RestResponse> {
    const stream = new EventStream({ retry: RETRY });
    const principal = (): string => principalOf(untraced(headers));
    const context = { headers, principal, expiry, signal: stream.signal };
    const opened = await this.inTime(request, () =>
      this.tools.engine.subscribe(this.plan.operation, { variables, context }),
    ).catch((fault: unknown) => {
      stream.cut();
      throw fault;
    });
    if (!(Symbol.asyncIterator in opened)) {
      stream.cut();
      return this.refuse(this.failureOf(opened, request) ?? refusal('INTERNAL_SERVER_ERROR'));
    }
    const { identity } = this.plan.document;
    const frame = identity && isLater(request, identity) ? frames.later : frames.documented;
    const fill = async (): Promise<void> => stream.follow(framesOf(opened, frame));
    return { status: 200, headers: {}, body: undefined, stream: { events: stream, fill } };
  }

  private inTime<Result>(
    { waited = 0 }: RestRequest,
    work: (signal: StopSignal) => Promise<Result>,
  ): Promise<Result> {
    return withinTime(this.tools.timeout - waited, tooLate, work);
  }

  /** Callers of a public endpoint may carry stale tokens: they do not matter. */
  private async admit(request: RestRequest): Promise<Admitted> {
    const { requestId } = request;
    const trace = requestId === undefined ? {} : { 'x-request-id': requestId };
    if (this.plan.isPublic) return { caller: undefined, headers: trace };
    const { identity } = this.plan.document;
    const { viewer, forward, expiry } = await this.tools.identify(credentialsOf(request, identity));
    return { caller: viewer, expiry, headers: { ...forward, ...trace } };
  }

  /** Whether the request says of its caller what the token does not. */
  private contradicts(request: RestRequest, caller: Caller): boolean {
    const { identity } = this.plan.document;
    if (identity && namesOtherTenant(request, identity, caller)) return true;
    return contradictsToken(this.plan.request, request, caller);
  }

  /** Errors count when they took the data away; below nullable fields they are somebody else's outage. */
  private failureOf({ data, errors = [] }: ExecutionResult, request: RestRequest): Refusal | undefined {
    const { answer, roots } = this.plan;
    const picks = answer.picks?.length ? answer.picks : undefined;
    const isLost = picks ? picked(data, picks) == null : this.lostRoot(data, errors);
    if (!isLost) return undefined;
    const error = decisive(errors, picks ?? roots.map(({ path }) => path));
    return error && this.refusalFor(error, request);
  }

  private lostRoot(data: unknown, errors: readonly ResultError[]): boolean {
    if (data == null) return true;
    return this.plan.roots.some(({ path: root }) => {
      // Of a root whose members stand in the result only the error is left.
      const isGone = root.length === 0 || valueAt(data, root) == null;
      return isGone && errors.some(({ path = [] }) => isAbove(path, root));
    });
  }

  private refusalFor(error: ResultError, request: RestRequest): Refusal {
    const { translator } = this.plan;
    const incoming = incomingOf(this.plan.request, request);
    const known = refusalOfError(error, (told) => translator.translate(told, incoming), this.statusOf);
    if (known) return known;
    this.tools.log.error({ err: error, endpoint: this.name }, 'A REST endpoint got an internal error');
    return refusal('INTERNAL_SERVER_ERROR');
  }

  private missing({ data }: ExecutionResult, { params }: RestRequest): Refusal | undefined {
    const { roots, idParameter } = this.plan;
    const root = roots.find(({ path, orElse }) => orElse && valueAt(data, path) == null);
    if (!root?.orElse) return undefined;
    const resourceId = idParameter === undefined ? undefined : params[idParameter];
    if (resourceId === undefined) return refusal(root.orElse);
    return refusal(root.orElse, { details: { ...missingKind(root.orElse), resourceId } });
  }

  /** One line, however long the list is whose items lack something. */
  private logPartial(errors: readonly ResultError[]): void {
    const [first] = errors;
    if (!first) return;
    const { message: reason, path, extensions } = first;
    const facts = { endpoint: this.name, parts: errors.length, path, code: extensions?.['code'], reason };
    this.tools.log.warn(facts, 'A REST answer lacks parts');
  }

  private readonly statusOf = (given: Refusal): number => {
    const { service, onError } = this.plan.document;
    return mapped(given, onError, service).status;
  };

  private refuse(given: Refusal, mappings = this.plan.document.onError): RestResponse {
    return refuse(this.plan.document.service, mappings, given);
  }
}

/** The id of a request goes along to the subgraphs, but tells no callers apart. */
function untraced({ 'x-request-id': _trace, ...identity }: Forwarded): Forwarded {
  return identity;
}
