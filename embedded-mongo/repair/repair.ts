import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Engine } from '../storage/engine';
import { problemOf } from '../storage/file/check';
import { DataFile, dataFileOf } from '../storage/file/data-file';
import { releaseOwnership, takeOwnership } from '../storage/owner';
import { Rebuild } from './rebuild';
import type { CollectionReport } from './rebuild';
import { salvage } from './salvage';

/** What a repair has found and done. */
export interface RepairReport {
  /** What was wrong with the file, and with what is not a document. */
  readonly notes: readonly string[];
  readonly collections: readonly CollectionReport[];
  /** Where the damaged file is now; undefined where nothing was put in its place. */
  readonly aside: string | undefined;
}

/**
 * Builds the data of a directory anew from what can be read of it. The new file takes the place of the old one, which is
 * kept aside, or goes to a directory of its own, and then the old one stays as it is, as it does where it is whole.
 * Throws, and changes nothing, where nothing can be read or a server owns the directory.
 */
export async function repair(dataDir: string, to?: string): Promise<RepairReport> {
  const directory = resolve(dataDir);
  const file = dataFileOf(directory);
  if (!existsSync(file)) throw new Error(`there is no data file in ${directory}`);
  const target = to === undefined ? undefined : resolve(to);
  if (target !== undefined && existsSync(dataFileOf(target)))
    throw new Error(`there is a data file in ${target} already`);
  const owner = takeOwnership(directory);
  if (owner !== undefined) throw new Error(`process ${owner.pid} serves ${directory}; it has to end first`);
  const work = join(directory, 'repair');
  try {
    rmSync(work, { recursive: true, force: true });
    const fresh = join(work, 'fresh');
    const found = await rebuilt(file, join(work, 'salvaged'), fresh);
    if (found.collections.length === 0 && found.notes.length > 0)
      throw new Error(`nothing can be read of ${file}: ${found.notes.join('; ')}. It was left as it is`);
    const isDamaged = found.notes.length > 0 || found.collections.some(({ lost }) => lost.length > 0);
    if (target !== undefined) moveTo(target, fresh);
    const aside = target === undefined && isDamaged ? replace(file, fresh) : undefined;
    return { ...found, aside };
  } finally {
    rmSync(work, { recursive: true, force: true });
    releaseOwnership(directory);
  }
}

async function rebuilt(
  path: string,
  salvaged: string,
  fresh: string,
): Promise<Pick<RepairReport, 'notes' | 'collections'>> {
  const file = new DataFile(path);
  const from = new Engine({ directory: salvaged, durable: false });
  const into = new Engine({ directory: fresh, durable: true });
  try {
    const notes = await salvage(file, from);
    const rebuild = new Rebuild(from.view, into);
    const collections = await rebuild.run();
    if (notes.length === 0) notes.push(...[problemOf(file)].filter((problem) => problem !== undefined));
    return { notes: [...notes, ...rebuild.notes], collections };
  } finally {
    file.close();
    await from.close();
    await into.close();
  }
}

function moveTo(target: string, fresh: string): void {
  mkdirSync(target, { recursive: true });
  renameSync(dataFileOf(fresh), dataFileOf(target));
}

/** Puts the new file in the old one's place in one step, with the old one kept under another name. */
function replace(file: string, fresh: string): string {
  let aside = `${file}.damaged`;
  for (let number = 2; existsSync(aside); number += 1) aside = `${file}.damaged-${number}`;
  linkSync(file, aside);
  renameSync(dataFileOf(fresh), file);
  return aside;
}
