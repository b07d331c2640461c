import { projectFile } from '../../common/project';
import type { Gateway } from './gateway';

export const ours: Gateway = {
  name: 'ours',
  title: 'PurposePath',
  start: (file, port) => [
    projectFile('dist', 'scripts', 'gateway.js'),
    ...['--supergraph', file],
    ...['--port', String(port)],
  ],
};

export const oursCollapsing: Gateway = {
  ...ours,
  name: 'ours-collapsing',
  title: 'PurposePath, collapsing',
  env: { COLLAPSE_QUERIES: 'on' },
};
