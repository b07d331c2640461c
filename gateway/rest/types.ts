/** What goes into the REST layer and what comes out of it, without any server. */
import type { EventStream } from '../../common/event-stream';
import type { Logger } from '../../common/log';
import type { Viewer } from '../../common/viewer';
import type { Engine, RequestContext } from '../federation/types';
import type { Refusal } from './errors/refusal';

/** A request for one endpoint, as a server took it from the wire. */
export interface RestRequest {
  /** Parameters of the path by their names in its template, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The query; a parameter that is given several times is a list. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The parsed body; undefined when there is none, or an empty one. */
  readonly body?: unknown;
  /** The body as it came, for an endpoint that takes it so. */
  readonly text?: string;
  /** Why the body could not be read. It waits its turn: whoever may not come in does not hear about it. */
  readonly unreadable?: Refusal;
  /** Travels on to the subgraphs, so that their logs can be read together. */
  readonly requestId?: string;
  /** Milliseconds since it began to come in, which are part of the time that it may take. */
  readonly waited?: number;
}

export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** To be written as JSON, unless it is bytes; undefined for an answer without a body. */
  readonly body: unknown;
  /** What is sent instead, event by event. */
  readonly stream?: RestStream;
}

/** Events for whoever has asked. A server that does not send them cuts the stream. */
export interface RestStream {
  readonly events: EventStream;
  /** Writes until there is no more, or nobody reads. */
  fill(): Promise<void>;
}

/** Who calls, by a token that is valid. */
export type Caller = Pick<Viewer, 'tenantId' | 'userId' | 'orgId'>;

/**
 * Tells who calls. Answers with that, and with the headers that subgraphs get to see; throws a DomainError,
 * UNAUTHORIZED without a valid token and FORBIDDEN where the tenant contradicts it.
 */
export type Identify = (headers: {
  readonly authorization?: string | undefined;
  readonly tenant?: string | undefined;
}) => Promise<{
  readonly viewer: Caller;
  readonly forward: Readonly<Record<string, string>>;
  readonly expiry?: RequestContext['expiry'];
}>;

/** A request that may carry an Idempotency-Key. Its caller has been let in. */
export interface Asked {
  readonly service: string;
  readonly endpoint: string;
  /** Undefined where anybody may call. */
  readonly caller: Caller | undefined;
  readonly request: RestRequest;
  /** The form of the endpoint's refusals. */
  readonly refuse: (refusal: Refusal) => RestResponse;
}

/** Does what was asked for, unless it was asked for before under the same key: then the answer is the same. */
export interface Idempotency {
  once(asked: Asked, perform: () => Promise<RestResponse>): Promise<RestResponse>;
}

export interface RestOptions {
  readonly engine: Engine;
  /** The folder with vocabulary.graphql and one folder per service. */
  readonly folder: string;
  readonly identify: Identify;
  readonly idempotency: Idempotency;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Milliseconds after which a request is given up. */
  readonly timeout: number;
  /** Told of every request that was given up. */
  readonly onTimeout?: () => void;
}

/** Where an endpoint is found. */
export interface EndpointPath {
  /** The base path of its service or one of its mounts, or empty for the root of the server. */
  readonly base: string;
  /** The template below it, `{name}` for parameters. */
  readonly path: string;
}

/** One legacy endpoint. `handle` never throws. */
export interface Endpoint {
  readonly name: string;
  readonly method: string;
  /** The documented one first. */
  readonly paths: readonly EndpointPath[];
  /** Takes its body as it comes, of whatever type. */
  readonly takesText: boolean;
  /** Open to callers without a token. */
  readonly isPublic: boolean;
  handle(request: RestRequest): Promise<RestResponse>;
}

export interface RestService {
  readonly name: string;
  readonly basePath: string;
  /** Further paths below which all answers have the service's form. */
  readonly mounts: readonly string[];
  readonly legacyPort: number | undefined;
  readonly endpoints: readonly Endpoint[];
  /** The service's own form of a refusal that no endpoint made: an unknown route, a body that is too large. */
  refuse(refusal: Refusal): RestResponse;
}

/** A document of OpenAPI 3.1. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  /** By template and method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly [member: string]: unknown;
}

export interface RestApi {
  readonly services: readonly RestService[];
  /** All endpoints as an OpenAPI document; made when it is asked for. */
  openApi(): OpenApi;
}
