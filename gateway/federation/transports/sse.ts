import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { isRecord } from '../projection/places';
import type { StreamPosition, SubgraphRequest, SubgraphResponse, SubgraphStream, Transport } from '../types';
import { type SetAlarm, setAlarm } from './alarm';
import { EventParser } from './event-parser';
import type { ServerEvent } from './event-parser';
import { createHttpTransport } from './http';
import type { HttpTransport, HttpTransportOptions } from './http';

const EVENT_STREAM = 'text/event-stream';

/** Servers of graphql-sse send a comment every 12 seconds when there is nothing else to send. */
const LONGEST_SILENCE = 30_000;

/** How the streams of one subgraph are opened. */
export interface StreamOptions extends Pick<HttpTransportOptions, 'url' | 'timeout' | 'sign'> {
  /**
   * Milliseconds in which something must come, be it a comment: a connection that is gone without a word looks like
   * one on which nothing happens. Longer than the subgraph is ever silent; Infinity for one that sends no comments.
   */
  readonly silence?: number;
  readonly setAlarm?: SetAlarm;
}

/** The way to a subgraph over HTTP that carries subscriptions as well, by graphql-sse at the same address. */
export function createStreamingTransport(options: HttpTransportOptions & StreamOptions): HttpTransport {
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
      const answer = await pool.request({ path, method: 'POST', body, headers, signal });
      return readAnswer(answer, context.signal, options);
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
  options: StreamOptions,
): Promise<SubgraphStream | SubgraphResponse> {
  const isOk = statusCode >= 200 && statusCode < 300;
  if (isOk && String(headers['content-type']).startsWith(EVENT_STREAM)) {
    return readResponses(piecesOf(body, options), signal);
  }
  const text = await body.text();
  if (statusCode >= 500) throw new Error(`The subgraph answered with status ${statusCode}.`);
  return asResponse(text, `The subgraph answered with status ${statusCode} and no stream.`);
}

/** Read at the pace of the reader: what nobody has asked for stays in the connection. */
async function* readResponses(
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<SubgraphResponse | StreamPosition> {
  try {
    for await (const { event, data, id } of readEvents(pieces)) {
      if (event === 'complete') return;
      if (event === '' && id) yield { position: id };
      if (event === 'next') yield asResponse(data, 'The subgraph sent an event that is no GraphQL response.');
    }
  } catch (fault) {
    if (signal?.aborted) return;
    throw fault;
  }
  throw new Error('The subgraph ended a stream that is not complete.');
}

/** What comes, piece by piece; throws when nothing does. Only the time counts in which something is waited for. */
async function* piecesOf(
  body: Dispatcher.ResponseData['body'],
  options: StreamOptions,
): AsyncGenerator<Uint8Array> {
  const { silence = LONGEST_SILENCE, setAlarm: set = setAlarm } = options;
  const giveUp = (): void =>
    void body.destroy(new Error(`The subgraph has been silent for ${silence} milliseconds.`));
  const pieces = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  try {
    for (;;) {
      const takeBack = Number.isFinite(silence) ? set(silence, giveUp) : () => undefined;
      const piece = await pieces.next().finally(takeBack);
      if (piece.done) return;
      yield piece.value;
    }
  } finally {
    await pieces.return?.();
  }
}

async function* readEvents(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parser = new EventParser();
  const decoder = new TextDecoder();
  for await (const bytes of pieces) yield* parser.read(decoder.decode(bytes, { stream: true }));
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
