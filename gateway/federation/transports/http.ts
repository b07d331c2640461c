import { OperationTypeNode } from 'graphql';
import type { DocumentNode } from 'graphql';
import { Pool } from 'undici';
import { isRecord } from '../projection/places';
import type { SubgraphRequest, SubgraphResponse, Transport } from '../types';
import { type BreakerOptions, CircuitBreaker } from './breaker';
import { type Answer, exchange } from './exchange';

/** How one subgraph is reached over HTTP. */
export interface HttpTransportOptions {
  readonly url: string;
  /** Connections that are kept open at most. */
  readonly connections?: number;
  /** Milliseconds until a request that gets no answer is given up. */
  readonly timeout?: number;
  /** Headers that prove to the subgraph where the request comes from, made of the body that is sent. */
  readonly sign?: (body: string, headers: Readonly<Record<string, string>>) => Record<string, string>;
  /** When a subgraph that keeps failing is left alone for a while. */
  readonly breaker?: BreakerOptions;
}

/** A transport that holds connections. */
export interface HttpTransport extends Transport {
  /** Lets requests in flight end and closes the connections. */
  close(): Promise<void>;
}

/** Connection failures: the subgraph gave no answer, but may give one over another connection. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
/** The connection was never made, so that nothing can have been sent. */
const REFUSED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Creates the way to a subgraph over HTTP, with connections that are kept alive. */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const { origin, pathname, search } = new URL(options.url);
  const { connections = 64, timeout = 10_000 } = options;
  const pool = new Pool(origin, { connections, headersTimeout: timeout, bodyTimeout: timeout });
  const breaker = new CircuitBreaker(options.breaker);
  const path = pathname + search;
  return {
    async execute(request) {
      const { context, kind } = request;
      const body = bodyOf(request);
      const { signal } = context;
      const message = { path, body, headers: headersOf(request, body, options), signal };
      const send = (): Promise<Answer> => exchange(pool, message);
      return await breaker.run(
        () => sendTwice(send, kind),
        () => !signal?.aborted,
      );
    },
    close: () => pool.close(),
  };
}

/** The part of a body that is the same for every request of a document. */
const openings = new WeakMap<DocumentNode, string>();

function bodyOf({ document, operationName, query, variables }: SubgraphRequest): string {
  let opening = openings.get(document);
  if (opening === undefined) {
    opening = `${JSON.stringify({ operationName, query }).slice(0, -1)},"variables":`;
    openings.set(document, opening);
  }
  return `${opening}${JSON.stringify(variables)}}`;
}

/** Each name once: what is ours stands above what is forwarded. */
function headersOf({ context }: SubgraphRequest, body: string, { sign }: HttpTransportOptions): string[] {
  const ours = sign ? { ...FORM, ...sign(body, context.headers) } : FORM;
  const headers: string[] = [];
  for (const name in ours) headers.push(name, ours[name] ?? '');
  for (const name in context.headers) {
    if (!Object.hasOwn(ours, name)) headers.push(name, context.headers[name] ?? '');
  }
  return headers;
}

const FORM: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
};

/** What may have been received once is not sent twice, unless it only reads. */
function sendTwice(send: () => Promise<Answer>, kind: OperationTypeNode): Promise<SubgraphResponse> {
  return send().then(readResponse, async (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const again = REFUSED.has(code) || (BROKEN.has(code) && kind === OperationTypeNode.QUERY);
    if (!again) throw error;
    return readResponse(await send());
  });
}

/** A subgraph that answers with anything else than a GraphQL response has not answered. */
function readResponse({ status, text }: Answer): SubgraphResponse {
  if (status >= 500) throw new Error(`The subgraph answered with status ${status}.`);
  const response: unknown = JSON.parse(text);
  if (!isRecord(response) || !('data' in response || Array.isArray(response['errors']))) {
    throw new Error(`The subgraph answered with status ${status} and no GraphQL response.`);
  }
  return response;
}
