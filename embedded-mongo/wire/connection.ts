import type { Socket } from 'node:net';
import { dispatch } from '../commands/dispatch';
import { isWatching } from '../commands/handshake';
import type { ConnectionState, ServerState } from '../commands/command';
import { Framing } from './framing';
import { readRequest, writeAnswer } from './messages';
import type { Request } from './messages';

/** One client's connection: reads messages, answers them in order, and closes on anything malformed. */
export class Connection implements ConnectionState {
  readonly id: number;
  readonly peer: string;
  readonly closed: Promise<void>;
  private readonly server: ServerState;
  private readonly socket: Socket;
  private readonly framing = new Framing();
  private answers: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();
  private answerId = 0;

  constructor(id: number, server: ServerState, socket: Socket) {
    this.id = id;
    this.server = server;
    this.socket = socket;
    this.peer = `${socket.remoteAddress}:${socket.remotePort}`;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.once('close', () => {
      for (const listener of this.listeners) listener();
    });
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    // A connection that breaks is closed by the socket itself; there is nobody to tell.
    socket.on('error', () => undefined);
  }

  onClose(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Cuts the connection. */
  close(): void {
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    try {
      for (const message of this.framing.push(chunk)) this.answer(readRequest(message));
    } catch {
      this.close();
    }
  }

  private answer(request: Request): void {
    this.answers = this.answers.then(() => this.dispatch(request)).catch(() => this.close());
  }

  /** A client that watches the server is answered again and again; each answer refers to the one before. */
  private async dispatch(request: Request): Promise<void> {
    const isFollowed = request.isExhaust && isWatching(request.command);
    let asked = request;
    do {
      const reply = await dispatch(this.server, this, request.command);
      this.send(asked, reply, isFollowed);
      asked = { ...request, requestId: this.answerId };
    } while (isFollowed && !this.socket.destroyed);
  }

  private send(request: Request, reply: Uint8Array, isFollowed: boolean): void {
    if (request.answer === 'none' || this.socket.destroyed) return;
    this.answerId += 1;
    this.socket.write(writeAnswer(request, reply, { answerId: this.answerId, isFollowed }));
  }
}
