import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'owner.json';

/** Which process serves a data directory, and where. */
export interface Owner {
  readonly pid: number;
  /** When that process was started, as the system counts it: process ids are used again. */
  readonly started: string;
  /** `host:port`, absent as long as the process is not listening yet. */
  readonly address?: string;
  /** What the server at that address calls itself. */
  readonly processId?: string;
}

/** What the system says of a process: its state and when it was started; '' where it does not say. */
function statOf(pid: number): { state: string; started: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name is in parentheses and may hold spaces; the fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return { state: '', started: '' };
  }
}

/** Ended, but still listed because its parent has not asked how. */
const ENDED_STATES = new Set(['Z', 'X']);

/** Whether the process that an owner file names is running. */
export function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const { state, started } = statOf(owner.pid);
  return owner.started === started && !ENDED_STATES.has(state);
}

/** The owner of a directory as its file says, or undefined where there is none or it is unreadable. */
export function readOwner(directory: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(join(directory, FILE), 'utf8')) as Partial<Owner>;
    return typeof owner.pid === 'number' ? { started: '', ...owner, pid: owner.pid } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes this process the owner of a directory. Returns the owner that is in the way, or undefined on success. A file
 * that a dead process left is taken over.
 */
export function takeOwnership(directory: string): Owner | undefined {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, FILE);
  const mine: Owner = { pid: process.pid, started: statOf(process.pid).started };
  // Linked rather than created, so that nobody ever reads it half written.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (;;) {
      if (link(draft, file)) return undefined;
      const owner = readOwner(directory);
      if (owner !== undefined && isAlive(owner)) return owner;
      setAside(file, owner);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function link(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale file; where another process has just taken over, its file is put back. */
function setAside(file: string, stale: Owner | undefined): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = JSON.parse(readFileSync(aside, 'utf8') || '{}') as Partial<Owner>;
  if (stale !== undefined && moved.pid !== stale.pid) link(aside, file);
  unlinkSync(aside);
}

/** Says where this process can be reached. */
export function announce(directory: string, address: string, processId: string): void {
  const file = join(directory, FILE);
  const owner: Owner = { pid: process.pid, started: statOf(process.pid).started, address, processId };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(owner));
  renameSync(draft, file);
}

/** Gives the directory up. */
export function releaseOwnership(directory: string): void {
  if (readOwner(directory)?.pid === process.pid) rmSync(join(directory, FILE), { force: true });
}
