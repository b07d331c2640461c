/** GraphiQL with a sign-in bar above it. */
import { readFileSync } from 'node:fs';
import { projectFile } from '../../../common/project';
import type { Look } from '../look';
import { signInBar } from '../shared/bar';
import { fill } from '../template';

export function explorerPage(look: Look): string {
  const template = readFileSync(projectFile('gateway', 'pages', 'graphiql', 'graphiql.html'), 'utf8');
  return fill(template, { bar: signInBar(look), assets: look.assetBase }).markup;
}
