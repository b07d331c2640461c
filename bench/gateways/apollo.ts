import { projectFile } from '../../common/project';
import type { Gateway } from './gateway';

/** What all others are compared with. */
export const apollo: Gateway = {
  name: 'apollo',
  title: 'Apollo gateway, stock',
  start: (file, port) => [projectFile('bench', 'peers', 'apollo.mjs'), file, String(port)],
};
