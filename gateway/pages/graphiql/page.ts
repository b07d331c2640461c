/** GraphiQL with a sign-in bar above it. */
import { readFileSync } from 'node:fs';
import { projectFile } from '../../../common/project';
import { DEMO_USER } from '../demo-user';
import type { Look } from '../look';
import { fill } from '../template';

const NOBODY = { email: '', password: '' };

export function explorerPage({ isDevelopment, assetBase }: Look): string {
  const template = readFileSync(projectFile('gateway', 'pages', 'graphiql', 'graphiql.html'), 'utf8');
  return fill(template, {
    ...(isDevelopment ? DEMO_USER : NOBODY),
    signIn: isDevelopment ? 'automatic' : 'manual',
    assets: assetBase,
  }).markup;
}
