/**
 * Connections on which nothing was ever sent. Browsers and connection pools open them in advance; to Node they look as
 * if a request were on its way, and a server that closes would wait for it.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Watches a server from its first connection on. What it returns closes them, and all that come afterwards. */
export function watchUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  let isClosing = false;
  server.on('connection', (socket: Socket) => {
    if (isClosing) return void socket.destroy();
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    isClosing = true;
    for (const socket of unused) if (socket.bytesRead === 0) socket.destroy();
  };
}
