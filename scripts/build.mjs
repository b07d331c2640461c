// Turns every TypeScript file of the house into plain JavaScript under dist/, so that `node` alone runs it.
// Only files that changed since the last build are touched: an unchanged tree costs a few milliseconds.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist');
const folders = ['common', 'gateway', 'subgraphs', 'embedded-mongo', 'scripts', 'bench'];

function files(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}

const sources = folders
  .flatMap((folder) => files(join(root, folder), '.ts'))
  .filter((name) => !/\.(test|cases|d)\.ts$/.test(name));
const target = (source) => join(out, relative(root, source)).replace(/\.ts$/, '.js');
const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
const settings = changedAt(join(root, '.swcrc'));
const stale = sources.filter((source) => changedAt(target(source)) < Math.max(changedAt(source), settings));

const wanted = new Set(sources.map(target));
for (const old of files(out, '.js')) {
  if (wanted.has(old)) continue;
  rmSync(old);
  rmSync(`${old}.map`, { force: true });
}

if (stale.length > 0) {
  const { transformSync } = await import('@swc/core');
  for (const source of stale) {
    const { code, map } = transformSync(readFileSync(source, 'utf8'), {
      filename: source,
      configFile: join(root, '.swcrc'),
      sourceFileName: relative(dirname(target(source)), source),
    });
    mkdirSync(dirname(target(source)), { recursive: true });
    writeFileSync(`${target(source)}.map`, map);
    writeFileSync(target(source), `${code}\n//# sourceMappingURL=${target(source).split('/').pop()}.map\n`);
  }
}
