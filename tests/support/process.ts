/** One of the project's commands as a process of its own, as a user starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { projectFile, projectRoot } from '../../common/project';

export interface RunningCommand {
  /** Everything that it has printed so far. */
  output(): string;
  /** Resolves with the match once it has printed it; rejects with the output when it ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal to it and to all that it started, as a terminal does; resolves with the exit code. */
  signal(name: NodeJS.Signals): Promise<number | null>;
  ended(): Promise<number | null>;
}

export function runCommand(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningCommand {
  const child: ChildProcess = spawn(
    process.execPath,
    [projectFile('dist', 'scripts', `${script}.js`), ...args],
    {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'development', LEGACY_PORTS: 'off', ...env },
      detached: true,
    },
  );
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const end = new Promise<number | null>((resolve) => child.once('close', resolve));

  return {
    output: () => text,
    ended: () => end,
    signal: (name) => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        process.kill(-child.pid, name);
      }
      return end;
    },
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(text);
          if (!match) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        void end.then((code) =>
          reject(new Error(`${script} ended with ${code} before printing ${pattern}:\n${text}`)),
        );
        look();
      }),
  };
}
