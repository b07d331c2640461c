/** .ci/run with an npm and an apt-get of the test's own: every step runs, and the last line counts right. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { plant, textOf, type Tree } from './files';

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Notes each call; fails for the commands named in FAILING; leaves COUNTS where jest would leave its report. */
const NPM = `#!/usr/bin/env bash
echo "npm $*"
for word in "$@"; do case "$word" in --outputFile=*) printf '%s' "$COUNTS" > "\${word#--outputFile=}";; esac; done
for failing in $FAILING; do case " $* " in *" $failing "*) exit 1;; esac; done
`;

let tree: Tree;

beforeAll(() => {
  tree = plant({ '.ci/run': textOf('.ci', 'run'), 'bin/npm': NPM, 'bin/chromium': '#!/bin/sh\n' });
  for (const file of ['.ci/run', 'bin/npm', 'bin/chromium']) chmodSync(join(tree.root, file), 0o755);
});

afterAll(() => {
  tree.remove();
});

function run(failing: string, counts?: Counts): { lines: string[]; status: number | null } {
  const { stdout, status } = spawnSync(join(tree.root, '.ci', 'run'), {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(tree.root, 'bin')}:${process.env['PATH'] ?? ''}`,
      FAILING: failing,
      COUNTS: counts ? JSON.stringify(counts) : '',
    },
  });
  return { lines: stdout.trimEnd().split('\n'), status };
}

const GREEN: Counts = { numPassedTests: 120, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

it('counts the tests, and is content when nothing failed', () => {
  const { lines, status } = run('', GREEN);
  expect(lines.at(-1)).toBe('120 passed, 0 failed');
  expect(status).toBe(0);
});

it('runs every step, whatever failed before it, and tells how long each took', () => {
  const { lines, status } = run('ci format:check lint types compose', GREEN);
  const steps = ['install', 'chromium', 'format', 'lint', 'types', 'compose', 'test'];
  const durations = lines.flatMap(
    (line) => /^(\w+) +(passed|FAILED) +\d+ s$/.exec(line)?.slice(1, 3).join(' ') ?? [],
  );
  expect(lines.filter((line) => line.startsWith('== '))).toEqual(steps.map((name) => `== ${name}`));
  expect(durations).toEqual(
    steps.map((name) => `${name} ${['chromium', 'test'].includes(name) ? 'passed' : 'FAILED'}`),
  );
  expect(lines.at(-1)).toBe('120 passed, 5 failed');
  expect(status).toBe(1);
});

it('counts failed tests and suites that could not start, and their step not once more', () => {
  const { lines, status } = run('test lint', {
    numPassedTests: 7,
    numFailedTests: 2,
    numRuntimeErrorTestSuites: 1,
  });
  expect(lines.at(-1)).toBe('7 passed, 4 failed');
  expect(status).toBe(1);
});

it.each([
  ['leaves no report', undefined, '0 passed, 1 failed'],
  ['fails with every test passed', GREEN, '120 passed, 1 failed'],
])('counts one failure when the test run %s', (_case, counts, last) => {
  const { lines, status } = run('test', counts);
  expect(lines.at(-1)).toBe(last);
  expect(status).toBe(1);
});
