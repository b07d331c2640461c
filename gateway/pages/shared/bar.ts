/** The bar that stands above a page whose readers sign in. */
import { readFileSync } from 'node:fs';
import { projectFile } from '../../../common/project';
import { DEMO_USER } from '../demo-user';
import type { Look } from '../look';
import { fill, type Html } from '../template';

const NOBODY = { email: '', password: '' };

/** In development the demo user stands in the form, and is signed in by itself. */
export function signInBar({ isDevelopment, assetBase }: Look): Html {
  return fill(readFileSync(projectFile('gateway', 'pages', 'shared', 'bar.html'), 'utf8'), {
    ...(isDevelopment ? DEMO_USER : NOBODY),
    signIn: isDevelopment ? 'automatic' : 'manual',
    assets: assetBase,
  });
}
