import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A way to a server on which answers can be lost. */
export interface CuttingProxy {
  readonly uri: string;
  /** The next message to the server that holds this text still arrives; its answer is lost with the connection. */
  loseAnswerTo(text: string): void;
  /** Whether all answers are lost: what was sent is carried out, and nobody hears of it. */
  loseAll(lost: boolean): void;
  close(): Promise<void>;
}

/** Puts a proxy before a server. Connect with `directConnection`: the server tells clients its own address. */
export async function startCuttingProxy(uri: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(uri);
  let doomed: string | undefined;
  let silent = false;
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    let cut = false;
    client.on('data', (chunk: Buffer) => {
      if (doomed !== undefined && chunk.includes(doomed)) {
        doomed = undefined;
        cut = true;
      }
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (cut) client.destroy();
      else if (!silent) client.write(chunk);
    });
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
      doomed = text;
    },
    loseAll: (lost) => {
      silent = lost;
    },
    close: async () => {
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
