/** The house in processes of its own, each of which can be killed and started again at its address over the same data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCrashingServer } from '../../../embedded-mongo/testing/crashing';
import { type RunningCommand, runCommand } from '../../support/process';

/** In the order in which they need each other. */
export const PARTS = ['database', 'account', 'traction', 'gateway'] as const;

export type Part = (typeof PARTS)[number];

export interface Processes {
  /** The address of the gateway. */
  readonly url: string;
  readonly mongodbUri: string;
  /** Ends processes without a warning, and starts them again. */
  crash(parts: readonly Part[]): Promise<void>;
  stop(): Promise<void>;
}

interface Mortal {
  kill(): Promise<void>;
  restart(): Promise<void>;
}

interface Process extends Mortal {
  readonly url: string;
}

type Parts = Readonly<Record<Part, Mortal>>;

const READY = /"address":"(http:[^"]+)"[^\n]*"msg":"ready"/;
/** Nobody is there: the services that take no part. */
const NOWHERE = 'http://127.0.0.1:9/graphql';

export async function startProcesses(): Promise<Processes> {
  const dataDir = mkdtempSync(join(tmpdir(), 'purposepath-live-'));
  const started: Process[] = [];
  const database = await startCrashingServer();
  const env: Record<string, string> = {
    DATA_DIR: dataDir,
    MONGODB_URI: database.uri,
    ACCESS_TOKEN_SECONDS: '86400',
    SUBGRAPH_COACHING_URL: NOWHERE,
    SUBGRAPH_WORKSTREAM_URL: NOWHERE,
  };
  const start = async (script: string, ...words: string[]): Promise<Process> => {
    const process = await startProcess(script, words, env);
    started.push(process);
    return process;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((process) => process.kill()));
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const account = await start('subgraph', 'account');
    env['SUBGRAPH_ACCOUNT_URL'] = `${account.url}/graphql`;
    const traction = await start('subgraph', 'traction');
    env['SUBGRAPH_TRACTION_URL'] = `${traction.url}/graphql`;
    const gateway = await start('gateway');
    const all: Parts = { database, account, traction, gateway };
    return { url: gateway.url, mongodbUri: database.uri, crash: (parts) => crash(all, parts), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** All are gone before the first comes back. */
async function crash(all: Parts, parts: readonly Part[]): Promise<void> {
  await Promise.all(parts.map((part) => all[part].kill()));
  for (const part of PARTS.filter((known) => parts.includes(known))) await all[part].restart();
}

async function startProcess(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Process> {
  let port = '0';
  let running: RunningCommand;
  const launch = async (): Promise<string> => {
    running = runCommand(script, [...words, '--port', port], { ...env });
    const [, url = ''] = await running.printed(READY);
    port = new URL(url).port;
    return url;
  };
  return {
    url: await launch(),
    kill: async () => void (await running.signal('SIGKILL')),
    restart: async () => void (await launch()),
  };
}
