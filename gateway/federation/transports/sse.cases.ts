import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperationTypeNode, parse } from 'graphql';
import type { StreamPosition, SubgraphResponse } from '../types';
import { createStreams } from './sse';

const NEXT = 'event: next\ndata: {"data":{"n":1}}\n\n';

let server: Server;
let response: ServerResponse;
let streams: ReturnType<typeof createStreams>;
/** Alarms that are set now, and how often one was set. */
const alarms = new Set<() => void>();
let count: number;
let onAlarm: () => void;

beforeEach(async () => {
  server = createServer((_request, given) => {
    response = given;
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  count = 0;
  onAlarm = () => undefined;
  streams = createStreams({
    url: `http://127.0.0.1:${port}/graphql`,
    setAlarm: (_milliseconds, ring) => {
      alarms.add(ring);
      count += 1;
      onAlarm();
      return () => alarms.delete(ring);
    },
  });
});

afterEach(async () => {
  alarms.clear();
  await streams.close();
  await new Promise((resolve) => server.close(resolve));
});

async function open(): Promise<AsyncIterator<SubgraphResponse | StreamPosition>> {
  const query = 'subscription { n }';
  const opened = await streams.subscribe({
    service: 'a',
    kind: OperationTypeNode.SUBSCRIPTION,
    query,
    document: parse(query),
    operationName: undefined,
    variables: {},
    context: { headers: {} },
  });
  if (!(Symbol.asyncIterator in opened)) throw new Error('No stream');
  return opened[Symbol.asyncIterator]();
}

async function alarmsSet(wanted: number): Promise<void> {
  while (count < wanted) await new Promise<void>((resolve) => (onAlarm = resolve));
}

describe('a stream of a subgraph', () => {
  it('is taken for lost when nothing comes', async () => {
    const events = await open();
    response.write(NEXT);
    expect((await events.next()).value).toEqual({ data: { n: 1 } });
    const waiting = events.next();
    await alarmsSet(2);
    for (const ring of alarms) ring();
    await expect(waiting).rejects.toThrow('silent');
  });

  it('is alive while comments come', async () => {
    const events = await open();
    const waiting = events.next();
    for (const set of [1, 2, 3]) {
      await alarmsSet(set);
      expect(alarms.size).toBe(1);
      response.write(':\n\n');
    }
    await alarmsSet(4);
    response.write(NEXT);
    expect((await waiting).value).toEqual({ data: { n: 1 } });
    expect(alarms.size).toBe(0);
  });

  it('may say where it stands before anything has happened', async () => {
    const events = await open();
    response.write(`:\n\nid: 41\n\n${NEXT}`);
    expect((await events.next()).value).toEqual({ position: '41' });
    expect((await events.next()).value).toEqual({ data: { n: 1 } });
  });

  it('is not held to the time in which nobody reads it', async () => {
    await open();
    expect(count).toBe(0);
  });
});
