/** Which processor core a process runs on, where the system can say so (Linux with `taskset`). */
import { execFileSync, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The gateway that is measured has a core of its own. */
export const GATEWAY_CORE = 0;
/** The subgraphs and the load share the other one. */
export const LOAD_CORE = 1;

export const canPin: boolean =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).error === undefined;

/** A command line that runs on one core. */
export const onCore = (core: number, command: readonly string[]): readonly string[] =>
  canPin ? ['taskset', '--cpu-list', String(core), ...command] : command;

/** Moves this process, with all of its threads, to one core. */
export function moveToCore(core: number): void {
  if (!canPin) return;
  execFileSync('taskset', ['--all-tasks', '--pid', '--cpu-list', String(core), String(process.pid)]);
}
