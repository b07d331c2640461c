/** A process that the benchmark starts, observes and ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { onCore } from './cores';

/** What a child finds in its environment, and nothing else: settings of whoever measures must not decide. */
const ENVIRONMENT = { NODE_ENV: 'production', LOG_LEVEL: 'warn', APOLLO_TELEMETRY_DISABLED: 'true' };

const TICKS_A_SECOND = 100;
const MEBIBYTE_IN_KIBIBYTES = 1024;

export interface Child {
  readonly process: ChildProcess;
  /** The first message that it sends; rejects when it ends without one. */
  message<T>(): Promise<T>;
  /** Mebibytes in memory; NaN where the system does not tell. */
  residentMemory(): number;
  /** Seconds of processor time used since the start; NaN where the system does not tell. */
  processorSeconds(): number;
  stop(): Promise<void>;
}

/** Runs `node` with these arguments on a core. What it writes as a fault is shown. */
export function startNode(
  args: readonly string[],
  core: number,
  settings: Readonly<Record<string, string>> = {},
): Child {
  const [command = '', ...rest] = onCore(core, [process.execPath, ...args]);
  const env = { ...ENVIRONMENT, ...settings };
  const child = spawn(command, rest, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  // What ends this process must not leave children behind.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  return {
    process: child,
    message: async <T>() => {
      const [message] = (await Promise.race([once(child, 'message'), exited.then(() => [])])) as [T?];
      if (message === undefined) throw new Error(`${args[0] ?? ''} ended before it had begun`);
      return message;
    },
    residentMemory: () => residentMemory(child.pid),
    processorSeconds: () => processorSeconds(child.pid),
    stop: async () => {
      process.off('exit', end);
      end(); // no child holds anything that is worth an orderly end, and some take long over it
      await exited;
    },
  };
}

/** Seconds of processor time that a process has used since its start; NaN where the system does not tell. */
export function processorSeconds(processId: number | undefined): number {
  // The name of the command, in brackets, may hold spaces; the times are the 12th and 13th word behind it.
  const words = readProcess(processId, 'stat').split(') ')[1]?.split(' ');
  return (Number(words?.[11]) + Number(words?.[12])) / TICKS_A_SECOND;
}

/** Mebibytes that a process has in memory, files that are mapped into it included; NaN where the system does not tell. */
export const residentMemory = (processId: number | undefined): number => memoryOf(processId, 'VmRSS');

/** Mebibytes that a process has in memory for itself; NaN where the system does not tell. */
export const ownMemory = (processId: number | undefined): number => memoryOf(processId, 'RssAnon');

function memoryOf(processId: number | undefined, name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readProcess(processId, 'status'));
  return Number(line?.[1]) / MEBIBYTE_IN_KIBIBYTES;
}

function readProcess(processId: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${processId ?? ''}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
