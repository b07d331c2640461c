import { once } from 'node:events';
import { createServer, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { watchUnusedConnections } from './unused-connections';

let server: Server;
let closeUnused: () => void;
let port: number;
let respond: Promise<ServerResponse>;

beforeEach(async () => {
  server = createServer();
  closeUnused = watchUnusedConnections(server);
  respond = once(server, 'request').then(([, response]) => response as ServerResponse);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

async function open(): Promise<Socket> {
  const accepted = once(server, 'connection');
  const socket = connect(port, '127.0.0.1');
  await accepted;
  return socket;
}

const closed = (): Promise<unknown> => new Promise((resolve) => server.close(resolve));

it('a server that closes does not wait for connections on which nothing was sent', async () => {
  const socket = await open();
  const gone = once(socket, 'close');
  closeUnused();
  await closed();
  await gone;
});

it('it does wait for requests', async () => {
  const sent = request({ port, host: '127.0.0.1', agent: false }).end();
  const response = await respond;
  closeUnused();
  const done = closed();
  response.end('whole');
  const [answer] = (await once(sent, 'response')) as [AsyncIterable<Buffer>];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('whole');
  await done;
});
