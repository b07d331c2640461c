import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const noteOf = (path: string): string => `${path}.closed`;

/** What the system says of a file that changes with whatever is done to it, and cannot be set back. */
function stateOf(path: string): string {
  const { ino, size, ctimeNs } = statSync(path, { bigint: true });
  return [ino, size, ctimeNs].join(' ');
}

/** Notes that a data file has been closed in order: as it is now it was written, and is right. */
export function noteClosed(path: string): void {
  try {
    writeFileSync(noteOf(path), stateOf(path));
  } catch {
    // Without a note the next start looks at every page, if there is a next one: the directory may be gone.
  }
}

/**
 * Whether nothing has touched a data file since it was closed in order, so that its pages need no look. Says so once:
 * a server that has begun may end in any way.
 */
export function takeClosed(path: string): boolean {
  try {
    const isUntouched = readFileSync(noteOf(path), 'utf8') === stateOf(path);
    rmSync(noteOf(path));
    return isUntouched;
  } catch {
    return false; // there is no note, or no file
  }
}
