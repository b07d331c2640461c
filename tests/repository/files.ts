/** Files of the repository, and trees of files that a test makes up. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFile } from '../../common/project';

export const textOf = (...names: string[]): string => readFileSync(projectFile(...names), 'utf8');

export const jsonOf = <T>(...names: string[]): T => JSON.parse(textOf(...names)) as T;

export interface Tree {
  readonly root: string;
  remove(): void;
}

/** Writes files, named by their path, into a folder of their own. */
export function plant(files: Readonly<Record<string, string>>): Tree {
  const root = mkdtempSync(join(tmpdir(), 'purposepath-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
