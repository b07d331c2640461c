import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IN_MEMORY } from './protocol';
import type { FromChild, StartRequest, ToChild } from './protocol';
import { DEFAULT_RETENTION } from './storage/change-log';
import { announce, releaseOwnership, takeOwnership } from './storage/owner';
import { Server } from './wire/server';

/** How long connections of the parent may take to close after it has let go of the server. */
const RELEASE_GRACE_MS = 300;

/** How long clients may stay after the order to end. */
const TERMINATE_GRACE_MS = 2500;

const request = JSON.parse(process.argv[2] ?? '{}') as StartRequest;
const inMemory = request.dataDir === IN_MEMORY;
const directory = inMemory ? mkdtempSync(join(tmpdir(), 'embedded-mongo-')) : request.dataDir;
let server: Server | undefined;

/** Tells the parent; `sent` runs once it has been handed over, or at once where there is no parent any more. */
function tell(message: FromChild, sent: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, undefined, undefined, sent);
  else sent();
}

async function start(): Promise<void> {
  const owner = takeOwnership(directory);
  if (owner !== undefined) {
    tell({ kind: 'owned', pid: owner.pid }, () => process.exit(0));
    return;
  }
  const { port, keptChanges = DEFAULT_RETENTION.changes } = request;
  const retention = { ...DEFAULT_RETENTION, changes: keptChanges };
  server = new Server({ directory, durable: !inMemory, host: '127.0.0.1', port, retention });
  const address = await server.listen();
  announce(directory, address, server.processId.toHexString());
  tell({ kind: 'ready', address });
}

async function stop(): Promise<never> {
  // Whatever happens on the way, the process does not outlive its order to stop for long.
  setTimeout(() => process.exit(1), 1900).unref();
  await server?.close();
  if (inMemory) rmSync(directory, { recursive: true, force: true });
  else releaseOwnership(directory);
  process.exit(0);
}

/** The parent needs the server no more: it goes when nobody else is connected, or when the last one has left. */
function release(): void {
  const leaveWhenIdle = (): void => {
    if (server === undefined || server.connectionCount === 0) void stop();
  };
  if (server !== undefined) server.onIdle = leaveWhenIdle;
  leaveWhenIdle();
}

/** Ordered to end: clients that are ending too, as when a whole group of processes is stopped, may end first. */
function terminate(): void {
  setTimeout(() => void stop(), TERMINATE_GRACE_MS).unref();
  release();
}

// Ctrl-C reaches every process of a terminal, but the parent still needs its database while it finishes its work.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', terminate);
process.on('disconnect', release);
process.on('message', (_message: ToChild) => {
  release();
  setTimeout(() => tell({ kind: 'staying' }), RELEASE_GRACE_MS);
});
start().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  // An exit before that would lose the reason.
  tell({ kind: 'failed', message }, () => process.exit(1));
});
