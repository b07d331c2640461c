/** A file of cases is no test file to jest: what nobody runs or imports would guarantee nothing, and nobody would see. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../common/project';
import { textOf } from './files';

const FOLDERS = ['common', 'gateway', 'subgraphs', 'embedded-mongo', 'scripts', 'bench/report', 'tests'];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  ),
);
const tests = files.filter((name) => name.endsWith('.test.ts')).map((name) => ({ name, text: textOf(name) }));

/** What runs all the cases in and below its folder, or imports them one by one. */
function runners(cases: string): readonly string[] {
  return tests
    .filter(({ name, text }) => {
      if (!cases.startsWith(`${dirname(name)}/`)) return false;
      const path = cases.slice(dirname(name).length + 1, -'.ts'.length);
      return text.includes('runCasesOf(__dirname)') || text.includes(`import './${path}';`);
    })
    .map(({ name }) => name);
}

it('every file of cases is run by one test file', () => {
  const all = files.filter((name) => name.endsWith('.cases.ts'));
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((name) => runners(name).length !== 1)).toEqual([]);
});
