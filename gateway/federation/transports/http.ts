import { OperationTypeNode } from 'graphql';
import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { isRecord } from '../projection/places';
import type { SubgraphRequest, SubgraphResponse, Transport } from '../types';

/** How one subgraph is reached over HTTP. */
export interface HttpTransportOptions {
  readonly url: string;
  /** Connections that are kept open at most. */
  readonly connections?: number;
  /** Milliseconds until a request that gets no answer is given up. */
  readonly timeout?: number;
  /** Headers that prove to the subgraph where the request comes from, made of the body that is sent. */
  readonly sign?: (body: string, headers: Readonly<Record<string, string>>) => Record<string, string>;
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
  const path = pathname + search;
  return {
    async execute(request) {
      const { operationName, query, variables } = request;
      const body = JSON.stringify({ operationName, query, variables });
      const message = { path, method: 'POST' as const, body, ...headersAndSignal(request, body, options) };
      return readResponse(await sendTwice(() => pool.request(message), request.kind));
    },
    close: () => pool.close(),
  };
}

function headersAndSignal(
  { context }: SubgraphRequest,
  body: string,
  { sign }: HttpTransportOptions,
): { headers: Record<string, string>; signal?: AbortSignal } {
  const headers = {
    ...context.headers,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
  };
  const signed = sign ? { ...headers, ...sign(body, headers) } : headers;
  return context.signal ? { headers: signed, signal: context.signal } : { headers: signed };
}

/** What may have been received once is not sent twice, unless it only reads. */
async function sendTwice(
  send: () => Promise<Dispatcher.ResponseData>,
  kind: OperationTypeNode,
): Promise<Dispatcher.ResponseData> {
  try {
    return await send();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const again = REFUSED.has(code) || (BROKEN.has(code) && kind === OperationTypeNode.QUERY);
    if (!again) throw error;
    return send();
  }
}

/** A subgraph that answers with anything else than a GraphQL response has not answered. */
async function readResponse({ statusCode, body }: Dispatcher.ResponseData): Promise<SubgraphResponse> {
  const text = await body.text();
  if (statusCode >= 500) throw new Error(`The subgraph answered with status ${statusCode}.`);
  const response: unknown = JSON.parse(text);
  if (!isRecord(response) || !('data' in response || Array.isArray(response['errors']))) {
    throw new Error(`The subgraph answered with status ${statusCode} and no GraphQL response.`);
  }
  return response;
}
