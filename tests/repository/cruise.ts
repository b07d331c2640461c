/** Runs dependency-cruiser with the rules of the house over a tree. It is an ES module, so it has its own process. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectFile } from '../../common/project';

const run = promisify(execFile);

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly ruleSetUsed: { readonly forbidden: readonly { name: string }[] };
    readonly violations: readonly { rule: { name: string }; from: string; to: string }[];
  };
}

export interface Cruise {
  readonly files: number;
  /** The names of all rules. */
  readonly rules: readonly string[];
  readonly violations: readonly Violation[];
}

export async function cruise(root: string, folders: readonly string[]): Promise<Cruise> {
  const { stdout } = await run(
    process.execPath,
    [
      projectFile('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      ...['--config', projectFile('.dependency-cruiser.cjs'), '--output-type', 'json'],
      ...folders,
    ],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(stdout) as Report;
  return {
    files: summary.totalCruised,
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
