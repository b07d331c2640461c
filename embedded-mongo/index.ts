import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { entryPoint } from './entry-point';
import { IN_MEMORY } from './protocol';
import type { FromChild, StartRequest } from './protocol';
import { isAlive, readOwner } from './storage/owner';
import { processIdAt } from './wire/probe';

/** What a server is started with. */
export interface EmbeddedMongoOptions {
  /** Where the data is kept, or `:memory:` to keep nothing. */
  readonly dataDir: string;
  /** The port to listen on; any free one where this is absent. Without meaning where a running server is joined. */
  readonly port?: number;
  /**
   * How many changes are kept for change streams to resume from; a hundred thousand where this is absent. Without
   * meaning where a running server is joined.
   */
  readonly keptChanges?: number;
}

/** A running server. */
export interface EmbeddedMongo {
  /** `mongodb://host:port/`, to which the name of a database can be added. */
  readonly uri: string;
  /** This process has started the server, instead of joining one that was running. */
  readonly owned: boolean;
  /**
   * Lets go of the server: one that this process has started ends once nobody is connected to it any more, and at once
   * where it keeps nothing. Close your own connections first.
   */
  stop(): Promise<void>;
}

/** How long a process that owns a data directory may take until it can be reached. */
const JOIN_ATTEMPTS = 50;
const JOIN_PAUSE_MS = 100;

/**
 * Starts a server for a data directory in a process of its own, or joins the one that serves it already. Throws where
 * the directory cannot be used, naming the process that owns it if there is one.
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const dataDir = options.dataDir === IN_MEMORY ? IN_MEMORY : resolve(options.dataDir);
  const { port = 0, keptChanges } = options;
  const request: StartRequest = { dataDir, port, ...(keptChanges === undefined ? {} : { keptChanges }) };
  if (dataDir === IN_MEMORY) return start(request);
  return (await joinRunning(dataDir, 1)) ?? start(request);
}

/** Joins the server that owns a directory, or returns undefined where no process does. */
async function joinRunning(dataDir: string, attempts: number): Promise<EmbeddedMongo | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const owner = readOwner(dataDir);
    if (owner === undefined || !isAlive(owner)) return undefined;
    if (owner.address !== undefined && (await processIdAt(owner.address)) === owner.processId) {
      return { uri: uriOf(owner.address), owned: false, stop: () => Promise.resolve() };
    }
    await new Promise((resume) => setTimeout(resume, JOIN_PAUSE_MS));
  }
  return undefined;
}

function uriOf(address: string): string {
  return `mongodb://${address}/`;
}

async function start(request: StartRequest): Promise<EmbeddedMongo> {
  const child = fork(entryPoint(), [JSON.stringify(request)], {
    execArgv: [...MEMORY_FLAGS],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answer = await firstMessage(child, request);
  child.once('exit', (_code, signal) => {
    if (signal !== null && CRASHES.has(signal)) process.emitWarning(endMessage(request, signal));
  });
  switch (answer.kind) {
    case 'ready':
      return { uri: uriOf(answer.address), owned: true, stop: () => stop(child, request) };
    case 'owned': {
      const joined = await joinRunning(request.dataDir, JOIN_ATTEMPTS);
      if (joined !== undefined) return joined;
      throw new Error(
        `embedded-mongo: ${request.dataDir} is owned by process ${answer.pid}, which does not answer`,
      );
    }
    case 'failed':
      throw new Error(`embedded-mongo: ${answer.message}`);
    case 'staying':
      throw new Error('embedded-mongo: the server process did not start');
  }
}

/** Young objects are short-lived here: a small space for them keeps the process small. */
const MEMORY_FLAGS = ['--max-semi-space-size=4'];

/** Signals by which the system ends a process that has read what it should not, as from a file that is cut or damaged. */
const CRASHES: ReadonlySet<NodeJS.Signals> = new Set(['SIGSEGV', 'SIGBUS', 'SIGABRT']);

function endMessage({ dataDir }: StartRequest, end: NodeJS.Signals | number | null): string {
  const message = `embedded-mongo: the server process of ${dataDir} ended with ${end ?? 'nothing'}`;
  if (typeof end !== 'string' || !CRASHES.has(end)) return message;
  return `${message}; its data file may be damaged: npm run repair -- --data ${dataDir} saves what can be read`;
}

function firstMessage(child: ChildProcess, request: StartRequest): Promise<FromChild> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as FromChild));
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(endMessage(request, signal ?? code))));
  });
}

function stop(child: ChildProcess, request: StartRequest): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (request.dataDir === IN_MEMORY || !child.connected) {
      child.kill('SIGTERM');
      return;
    }
    child.on('message', (message) => {
      if ((message as FromChild).kind !== 'staying') return;
      // Others are connected: the server goes on for them, and this process need not wait.
      if (child.connected) child.disconnect();
      child.unref();
      resolve();
    });
    child.send({ kind: 'release' });
  });
}
