import { existsSync } from 'node:fs';
import { isDamagedEntry } from '../index-entries';
import { DamagedFile } from './damage';
import { DataFile, dataFileOf, newest } from './data-file';
import { TreeWalk, byNumber } from './tree-walk';
import type { Order } from './tree-walk';

/** The order of the keys of data. */
export const byBytes: Order = (a, b) => a.compare(b);

/**
 * Throws DamagedFile where the data file of a directory is damaged: lmdb believes every page, and what it then reads may
 * be anything, or end the process. Looks at each page once; documents have checksums of their own, checked on reading.
 */
export function checkDataFile(directory: string): void {
  const path = dataFileOf(directory);
  if (!existsSync(path)) return;
  const file = new DataFile(path);
  try {
    const problem = problemOf(file);
    if (problem !== undefined) throw new DamagedFile(path, problem);
  } finally {
    file.close();
  }
}

/** What is wrong with a data file, if anything is. */
export function problemOf(file: DataFile): string | undefined {
  if (file.size === 0) return 'it is empty';
  const header = newest(file.headers);
  if (header === undefined) return 'it is no data file of this server, or its beginning is damaged';
  const damaged = file.headers.indexOf(undefined);
  if (damaged !== -1) return `its header page ${damaged} is damaged`;
  const [first, second] = file.headers;
  if (Math.abs((first?.transaction ?? 0) - (second?.transaction ?? 0)) > 1)
    return 'its header pages do not fit together';
  const walk = new TreeWalk(file, header);
  let problem: string | undefined;
  const fault = (found: { page: number; problem: string }): void => {
    problem ??= `page ${found.page} is damaged: ${found.problem}`;
  };
  for (const { page, entries } of walk.walk(header.main, byBytes, fault))
    for (const { key, value } of entries)
      if (value.inline !== undefined && isDamagedEntry(key, value.inline))
        fault({ page: page.number, problem: 'an entry of an index is not what was written' });
  for (const { entries } of walk.walk(header.free, byNumber, fault)) void entries;
  return problem;
}
