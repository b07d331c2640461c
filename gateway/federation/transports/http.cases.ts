import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperationTypeNode, parse } from 'graphql';
import { createHttpTransport } from '../index';
import type { HttpTransport, HttpTransportOptions, SubgraphRequest } from '../index';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly url: string | undefined;
  readonly port: number | undefined;
  readonly body: string;
}

const received: Received[] = [];
let respond: (response: ServerResponse, attempt: number) => void;
let server: Server;
let transport: HttpTransport;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers, url, socket } = request;
      received.push({ headers, url, port: socket.remotePort, body: Buffer.concat(chunks).toString() });
      respond(response, received.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

beforeEach(() => {
  received.splice(0);
  respond = (response) => response.end('{"data":{"x":1}}');
  open();
});
afterEach(() => transport.close());
afterAll(() => new Promise((resolve) => server.close(resolve)));

function open(options: Partial<HttpTransportOptions> = {}): void {
  const { port } = server.address() as AddressInfo;
  transport = createHttpTransport({ url: `http://127.0.0.1:${port}/graphql?v=1`, ...options });
}

function request(kind = OperationTypeNode.QUERY, signal?: AbortSignal): SubgraphRequest {
  return {
    service: 'a',
    kind,
    query: '{x}',
    document: parse('{x}'),
    operationName: undefined,
    variables: { n: 1 },
    context: { headers: { authorization: 'Bearer me' }, ...(signal && { signal }) },
  };
}

describe('the way over HTTP', () => {
  it('posts the operation with the headers of the context', async () => {
    expect(await transport.execute(request())).toEqual({ data: { x: 1 } });
    expect(received[0]).toMatchObject({
      url: '/graphql?v=1',
      headers: { authorization: 'Bearer me', 'content-type': 'application/json' },
      body: '{"query":"{x}","variables":{"n":1}}',
    });
  });

  it('signs what it sends', async () => {
    open({ sign: (body, headers) => ({ 'x-signature': `${body.length}/${headers['authorization']}` }) });
    await transport.execute(request());
    expect(received[0]?.headers['x-signature']).toBe('35/Bearer me');
  });

  it('sends each header once: what is forwarded takes the place of nothing that is ours', async () => {
    open({ sign: () => ({ 'x-signature': 'true' }) });
    const headers = {
      'x-signature': 'forged',
      'content-type': 'text/plain',
      accept: 'text/html',
      tenant: 't',
    };
    await transport.execute({ ...request(), context: { headers } });
    expect(received[0]?.headers).toMatchObject({
      'x-signature': 'true',
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      tenant: 't',
    });
  });

  it('keeps connections', async () => {
    open({ connections: 1 });
    await transport.execute(request());
    await transport.execute(request());
    expect(received[0]?.port).toBe(received[1]?.port);
  });

  it('hands on errors that come with a status', async () => {
    respond = (response) => response.writeHead(400).end('{"errors":[{"message":"No"}]}');
    expect(await transport.execute(request())).toEqual({ errors: [{ message: 'No' }] });
  });

  it.each([
    [503, '{"data":{"x":1}}'],
    [200, '<html>'],
    [200, '[]'],
    [404, '{"message":"none"}'],
  ])('takes status %i with %s for no answer', async (status, body) => {
    respond = (response) => response.writeHead(status).end(body);
    await expect(transport.execute(request())).rejects.toThrow();
  });

  it('asks a query once more when the connection breaks, a mutation never', async () => {
    respond = (response, attempt) => (attempt === 1 ? response.destroy() : response.end('{"data":{"x":2}}'));
    expect(await transport.execute(request())).toEqual({ data: { x: 2 } });
    received.splice(0);
    await expect(transport.execute(request(OperationTypeNode.MUTATION))).rejects.toThrow();
    expect(received).toHaveLength(1);
  });

  it('throws when nobody listens', async () => {
    open({ url: 'http://127.0.0.1:1/graphql' });
    await expect(transport.execute(request(OperationTypeNode.MUTATION))).rejects.toThrow('ECONNREFUSED');
  });

  it('leaves a subgraph alone that keeps failing', async () => {
    open({ breaker: { failures: 2 } });
    respond = (response) => response.writeHead(500).end();
    await expect(transport.execute(request())).rejects.toThrow('status 500');
    await expect(transport.execute(request())).rejects.toThrow('status 500');
    await expect(transport.execute(request())).rejects.toThrow('given a rest');
    expect(received).toHaveLength(2);
  });

  it('puts an answer together that comes in pieces, also within a letter', async () => {
    const text = Buffer.from('{"data":{"x":"é"}}');
    const cut = text.indexOf('é') + 1;
    respond = (response) => {
      response.write(text.subarray(0, cut), () => response.end(text.subarray(cut)));
    };
    expect(await transport.execute(request())).toEqual({ data: { x: 'é' } });
  });

  it('gives up when the caller does', async () => {
    const stop = new AbortController();
    respond = () => stop.abort();
    await expect(transport.execute(request(OperationTypeNode.QUERY, stop.signal))).rejects.toThrow('abort');
    expect(received).toHaveLength(1);
  });

  it('gives up when no answer comes in time', async () => {
    open({ timeout: 20 });
    respond = () => undefined;
    await expect(transport.execute(request())).rejects.toThrow();
    expect(received).toHaveLength(1);
  });
});
