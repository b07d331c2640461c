import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { isRecord } from '../projection/places';
import type { SubgraphRequest, SubgraphResponse, SubgraphStream, Transport } from '../types';
import { EventParser } from './event-parser';
import type { ServerEvent } from './event-parser';
import { createHttpTransport } from './http';
import type { HttpTransport, HttpTransportOptions } from './http';

const EVENT_STREAM = 'text/event-stream';

/** How the streams of one subgraph are opened. */
export type StreamOptions = Pick<HttpTransportOptions, 'url' | 'timeout' | 'sign'>;

/** The way to a subgraph over HTTP that carries subscriptions as well, by graphql-sse at the same address. */
export function createStreamingTransport(options: HttpTransportOptions): HttpTransport {
  const transport = createHttpTransport(options);
  const streams = createStreams(options);
  return {
    execute: (request) => transport.execute(request),
    subscribe: streams.subscribe,
    close: async () => void (await Promise.all([streams.close(), transport.close()])),
  };
}

/**
 * The streams of one subgraph: graphql-sse in distinct connections mode. They have connections of their own, as
 * many as there are streams, so that queries never wait behind them.
 */
export function createStreams(options: StreamOptions): Required<Pick<Transport, 'subscribe'>> & {
  /** Cuts the streams that are open. */
  close(): Promise<void>;
} {
  const { origin, pathname, search } = new URL(options.url);
  const pool = new Pool(origin, { headersTimeout: options.timeout ?? 10_000, bodyTimeout: 0 });
  const path = pathname + search;
  return {
    async subscribe(request) {
      const { operationName, query, variables, context } = request;
      const body = JSON.stringify({ operationName, query, variables });
      const headers = headersOf(request, body, options);
      const signal = context.signal ?? null;
      return readAnswer(await pool.request({ path, method: 'POST', body, headers, signal }), context.signal);
    },
    close: () => pool.destroy(),
  };
}

function headersOf(
  { context }: SubgraphRequest,
  body: string,
  { sign }: StreamOptions,
): Record<string, string> {
  const headers = { ...context.headers, 'content-type': 'application/json', accept: EVENT_STREAM };
  return sign ? { ...headers, ...sign(body, headers) } : headers;
}

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  signal: AbortSignal | undefined,
): Promise<SubgraphStream | SubgraphResponse> {
  const isOk = statusCode >= 200 && statusCode < 300;
  if (isOk && String(headers['content-type']).startsWith(EVENT_STREAM)) return readResponses(body, signal);
  const text = await body.text();
  if (statusCode >= 500) throw new Error(`The subgraph answered with status ${statusCode}.`);
  return asResponse(text, `The subgraph answered with status ${statusCode} and no stream.`);
}

/** Read at the pace of the reader: what nobody has asked for stays in the connection. */
async function* readResponses(
  body: Dispatcher.ResponseData['body'],
  signal: AbortSignal | undefined,
): AsyncGenerator<SubgraphResponse> {
  try {
    for await (const { event, data } of readEvents(body)) {
      if (event === 'complete') return;
      if (event === 'next') yield asResponse(data, 'The subgraph sent an event that is no GraphQL response.');
    }
  } catch (fault) {
    if (signal?.aborted) return;
    throw fault;
  }
  throw new Error('The subgraph ended a stream that is not complete.');
}

async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parser = new EventParser();
  const decoder = new TextDecoder();
  for await (const bytes of body) yield* parser.read(decoder.decode(bytes, { stream: true }));
}

function asResponse(text: string, complaint: string): SubgraphResponse {
  const response = parseJson(text);
  if (isRecord(response) && ('data' in response || Array.isArray(response['errors']))) return response;
  throw new Error(complaint);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
