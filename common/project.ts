/** Where the project's own files lie, whether it runs from its sources or from dist/. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json of the project was not found');
  return findRoot(parent);
}

export const projectRoot: string = findRoot(__dirname);

/** The path of a file of the project, from its root. */
export const projectFile = (...names: string[]): string => join(projectRoot, ...names);

export const projectVersion: string = (
  JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string }
).version;
