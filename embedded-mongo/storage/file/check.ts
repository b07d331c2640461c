import { existsSync } from 'node:fs';
import { Agreement } from '../agreement';
import { isDamagedEntry } from '../index-entries';
import { DamagedFile } from './damage';
import { kindOfKey } from '../keys';
import { DataFile, dataFileOf, newest } from './data-file';
import type { Header } from './data-file';
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
  if (file.size === 0) return 'it is empty, as where nothing was stored yet, and then it can be deleted';
  const header = newest(file.headers);
  if (header === undefined) return 'it is no data file of this server, or its beginning is damaged';
  const damaged = file.headers.indexOf(undefined);
  if (damaged !== -1) return `its header page ${damaged} is damaged`;
  const [first = header, second = header] = file.headers;
  if (Math.abs(first.transaction - second.transaction) > 1) return 'its header pages do not fit together';
  return problemOfTrees(file, header);
}

function problemOfTrees(file: DataFile, header: Header): string | undefined {
  const walk = new TreeWalk(file, header);
  const agreement = new Agreement();
  let problem: string | undefined;
  const fault = (found: { page: number; problem: string }): void => {
    problem ??= `page ${found.page} is damaged: ${found.problem}`;
  };
  for (const { page, entries } of walk.walk(header.main, byBytes, fault)) {
    for (const { key, value } of entries) {
      const wrong = problemOfEntry(key, value.inline) ?? agreement.add(key, () => file.value(value));
      if (wrong !== undefined) fault({ page: page.number, problem: wrong });
    }
  }
  for (const { entries } of walk.walk(header.free, byNumber, fault)) void entries;
  return problem ?? agreement.problem;
}

function problemOfEntry(key: Buffer, value: Buffer | undefined): string | undefined {
  if (kindOfKey(key) === undefined) return 'it has a key that is of nothing that this server stores';
  if (value === undefined || !isDamagedEntry(key, value)) return undefined;
  return 'an entry of an index is not what was written';
}
