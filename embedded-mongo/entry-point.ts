import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The compiled file that a server process runs, whether this one runs compiled or from its source. */
export function entryPoint(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('embedded-mongo: no package.json above ' + __dirname);
    folder = parent;
  }
  const beside = join(__dirname, 'main.js');
  return existsSync(beside) ? beside : join(folder, 'dist', 'embedded-mongo', 'main.js');
}
