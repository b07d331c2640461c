import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to a server on which answers can be lost. */
export interface CuttingProxy {
  readonly uri: string;
  /** The next message to the server that holds this text still arrives; its answer is lost with the connection. */
  loseAnswerTo(text: string): void;
  /** The same with the connection left open, so that whoever asked waits. Resolves when the answer has come so far. */
  holdAnswerTo(text: string): Promise<void>;
  /** Whether all answers are lost: what was sent is carried out, and nobody hears of it. */
  loseAll(lost: boolean): void;
  close(): Promise<void>;
}

/** Puts a proxy before a server. Connect with `directConnection`: the server tells clients its own address. */
export async function startCuttingProxy(uri: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(uri);
  let doomed: { readonly text: string; readonly answer: (client: Socket) => void } | undefined;
  let silent = false;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    let answer = (to: Socket, chunk: Buffer): unknown => to.write(chunk);
    client.on('data', (chunk: Buffer) => {
      if (doomed !== undefined && chunk.includes(doomed.text)) {
        ({ answer } = doomed);
        doomed = undefined;
      }
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => !silent && answer(client, chunk));
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    for (const socket of [client, server]) socket.on('error', () => undefined);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address() as AddressInfo;
  return {
    uri: `mongodb://127.0.0.1:${address.port}/?directConnection=true`,
    loseAnswerTo: (text) => {
      doomed = { text, answer: (client) => client.destroy() };
    },
    holdAnswerTo: (text) =>
      new Promise((resolve) => {
        doomed = { text, answer: () => resolve() };
      }),
    loseAll: (lost) => {
      silent = lost;
    },
    close: async () => {
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
