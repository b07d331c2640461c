/** The lint rules of the house can fail, and hold their fire where something is allowed. */
import { execFileSync } from 'node:child_process';
import { projectFile, projectRoot } from '../../common/project';
import { textOf } from './files';

const ENVIRONMENT = 'export const level = process.env.LOG_LEVEL;';
const NOW = 'export const now = Date.now();';
const TODAY = 'export const today = new Date();';
const PLATFORM = `export const all = (context) => context.asPlatform('because');`;
const TAKEN = 'export const all = ({ asPlatform }) => asPlatform;';
const CONSOLE = `console.log('hello');`;

/** Where a text stands, the text, and the rules that it breaks there. */
const CASES: readonly (readonly [path: string, text: string, ...rules: string[]])[] = [
  ['gateway/rest/some.ts', ENVIRONMENT, 'house/environment-has-one-reader'],
  [
    'gateway/rest/some.ts',
    `import { env } from 'node:process';\nexport const { PORT } = env;`,
    'house/environment-has-one-reader',
  ],
  ['common/config.ts', ENVIRONMENT],
  ['tests/some.test.ts', ENVIRONMENT],
  ['subgraphs/traction/some.ts', NOW, 'house/time-has-one-clock'],
  ['subgraphs/traction/some.ts', TODAY, 'house/time-has-one-clock'],
  ['subgraphs/traction/some.ts', 'export const then = new Date(0);'],
  ['common/clock.ts', TODAY],
  ['embedded-mongo/some.ts', NOW],
  ['scripts/bench/some.ts', NOW],
  ['subgraphs/traction/goals/some.ts', PLATFORM, 'house/platform-has-known-callers'],
  ['subgraphs/traction/goals/some.ts', TAKEN, 'house/platform-has-known-callers'],
  ['subgraphs/account/provision.ts', PLATFORM],
  ['gateway/rest/some.ts', 'export default 1;', 'house/exports-have-names'],
  ['eslint.config.mjs', 'export default 1;'],
  ['gateway/rest/some.ts', CONSOLE, 'no-console'],
  ['scripts/some.ts', CONSOLE],
  ['gateway/rest/some.ts', 'export const given: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['gateway/rest/some.ts', `${'\n'.repeat(400)}export {};`, 'max-lines'],
  ['gateway/rest/some.ts', `export function long() {${'\nvoid 0;'.repeat(60)}\n}`, 'max-lines-per-function'],
  ['gateway/rest/some.test.ts', `it('is long', () => {${'\nvoid 0;'.repeat(60)}\n});`],
  ['gateway/rest/some.cases.ts', `it('is long', () => {${'\nvoid 0;'.repeat(60)}\n});`],
];

it('reports what the house forbids, where it forbids it', () => {
  const texts = JSON.stringify(CASES.map(([path, text]) => [path, text]));
  const answer = execFileSync(
    process.execPath,
    [projectFile('tests', 'repository', 'lint-texts.mjs'), texts],
    {
      cwd: projectRoot,
      encoding: 'utf8',
    },
  );
  const found = JSON.parse(answer) as string[][];
  expect(CASES.map(([path, text], at) => [path, text, ...(found[at] ?? [])])).toEqual(CASES);
});

it('lists no caller of asPlatform that calls it no more', () => {
  const [, list = ''] = /PLATFORM_CALLERS = \[([^\]]*)\]/.exec(textOf('eslint.config.mjs')) ?? [];
  const callers = [...list.matchAll(/'([^']+)'/g)].map(([, path = '']) => path);
  expect(callers).not.toEqual([]);
  expect(callers.filter((path) => !textOf(path).includes('.asPlatform('))).toEqual([]);
});
