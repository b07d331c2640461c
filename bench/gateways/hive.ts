import { projectFile } from '../../common/project';
import type { Gateway } from './gateway';

const CLI = projectFile('bench', 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');

const start =
  (...flags: readonly string[]): Gateway['start'] =>
  (file, port) => [
    ...[CLI, 'supergraph', file],
    ...['--host', '127.0.0.1', '--port', String(port), '--fork', '1'],
    ...flags,
  ];

/** Hive Gateway as its command line starts it. */
export const hive: Gateway = { name: 'hive', title: 'Hive gateway', start: start() };

/** The same with the planner and the executor of Hive Router. */
export const hiveRouter: Gateway = {
  name: 'hive-router',
  title: 'Hive gateway, router runtime',
  start: start('--hive-router-runtime'),
};
