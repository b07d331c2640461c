import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Db, MongoClientOptions } from 'mongodb';
import { entryPoint } from '../entry-point';
import type { FromChild, StartRequest } from '../protocol';

/** A server that is killed and started again at its address, with a client that outlives that. */
export interface CrashingServer {
  readonly uri: string;
  readonly client: MongoClient;
  readonly db: Db;
  /** Ends the process without a warning: whatever is not on the disk is lost. */
  kill(): Promise<void>;
  /** Starts the server again and kills it that much later, whether it is reached by then or not. */
  killWhileStarting(milliseconds: number): Promise<void>;
  /** Starts the server again where it was. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function launch(request: StartRequest): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(entryPoint(), [JSON.stringify(request)]);
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`)));
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [FromChild];
  if (message.kind !== 'ready') throw new Error(`the server did not start: ${JSON.stringify(message)}`);
  return { child, address: message.address };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Whether a command gets through; connections to the process that was killed break at the first use. */
async function isReached(client: MongoClient): Promise<boolean> {
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  }
}

/** Starts a server over a directory of its own. */
export async function startCrashingServer(options: MongoClientOptions = {}): Promise<CrashingServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongo-crash-'));
  let running = await launch({ dataDir, port: 0 });
  const port = Number(running.address.split(':')[1]);
  const uri = `mongodb://${running.address}/`;
  const client = await new MongoClient(uri, options).connect();
  return {
    uri,
    client,
    db: client.db('tests'),
    kill: () => end(running.child, 'SIGKILL'),
    killWhileStarting: async (milliseconds) => {
      const child = fork(entryPoint(), [JSON.stringify({ dataDir, port })]);
      await setTimeout(milliseconds);
      await end(child, 'SIGKILL');
    },
    restart: async () => {
      running = await launch({ dataDir, port });
      while (!(await isReached(client)));
    },
    stop: async () => {
      await client.close();
      await end(running.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
