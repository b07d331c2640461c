/** A server in a process of its own, ready for calls. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Child, startNode } from './child';
import { GATEWAY_CORE } from './cores';
import type { Gateway } from './gateways';
import type { GraphQLCall } from './workloads';

const PATIENCE_MILLISECONDS = 60_000;
const BETWEEN_ATTEMPTS_MILLISECONDS = 100;

export interface RunningServer {
  readonly url: string;
  readonly child: Child;
}

export interface RunningGateway extends RunningServer {
  readonly gateway: Gateway;
}

/** The text of what a gateway answers, whatever its status. */
export async function call(url: string, body: GraphQLCall): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.text();
}

/** Starts a gateway and waits until it answers. */
export async function startGateway(gateway: Gateway, supergraphFile: string): Promise<RunningGateway> {
  const start = (port: number): Child =>
    startNode(gateway.start(supergraphFile, port), GATEWAY_CORE, gateway.env);
  return { gateway, ...(await startServer(gateway.title, start, isReady)) };
}

/** Starts a server on a free port and waits until it is ready. */
export async function startServer(
  title: string,
  start: (port: number) => Child,
  isReady: (url: string) => Promise<boolean>,
): Promise<RunningServer> {
  const port = await freePort();
  const child = start(port);
  const url = `http://127.0.0.1:${port}`;
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (!(await isReady(url))) {
    if (child.process.exitCode !== null || performance.now() > end) {
      child.process.kill();
      throw new Error(`${title} does not start`);
    }
    await wait(BETWEEN_ATTEMPTS_MILLISECONDS);
  }
  return { url, child };
}

const isReady = (url: string): Promise<boolean> =>
  call(url, { query: '{ __typename }' }).then(
    (text) => text.includes('Query'),
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
