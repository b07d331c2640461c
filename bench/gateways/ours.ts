import { readFileSync } from 'node:fs';
import { projectFile } from '../../common/project';
import type { Gateway } from './gateway';

/** What `npm run gateway` says to Node, from wherever the benchmark is run. */
function asItIsStarted(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as {
    scripts: { gateway: string };
  };
  const [, ...args] = scripts.gateway.split(' ');
  return args.map((arg) => (arg.startsWith('--') ? arg : projectFile(arg)));
}

export const ours: Gateway = {
  name: 'ours',
  title: 'PurposePath',
  start: (file, port) => [...asItIsStarted(), '--supergraph', file, '--port', String(port)],
};

export const oursCollapsing: Gateway = {
  ...ours,
  name: 'ours-collapsing',
  title: 'PurposePath, collapsing',
  env: { COLLAPSE_QUERIES: 'on' },
};
