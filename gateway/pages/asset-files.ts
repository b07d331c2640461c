/** What the pages may load: the name under /assets/<version>/, and where the file lies. */
import { dirname, join } from 'node:path';
import { projectFile } from '../../common/project';

const ours = (...names: string[]): string => projectFile('gateway', 'pages', ...names);

/** A file of a dependency; asked from its package.json, for that is what every package exports. */
const vendored = (name: string, ...names: string[]): string =>
  join(dirname(require.resolve(`${name}/package.json`)), ...names);

export const ASSET_FILES: Readonly<Record<string, string>> = {
  'shared/theme.css': ours('shared', 'theme.css'),
  'shared/mark.svg': ours('shared', 'mark.svg'),
  'landing/landing.css': ours('landing', 'landing.css'),
  'landing/landing.js': ours('landing', 'landing.js'),
  'landing/addresses.js': ours('landing', 'addresses.js'),
  'landing/copy.js': ours('landing', 'copy.js'),
  'landing/health.js': ours('landing', 'health.js'),
  'graphiql/graphiql.css': ours('graphiql', 'graphiql.css'),
  'graphiql/graphiql.js': ours('graphiql', 'graphiql.js'),
  'graphiql/default-query.js': ours('graphiql', 'default-query.js'),
  'graphiql/fetcher.js': ours('graphiql', 'fetcher.js'),
  'graphiql/request.js': ours('graphiql', 'request.js'),
  'graphiql/session.js': ours('graphiql', 'session.js'),
  'graphiql/sign-in-bar.js': ours('graphiql', 'sign-in-bar.js'),
  'vendor/graphiql.css': vendored('graphiql', 'graphiql.min.css'),
  'vendor/graphiql.js': vendored('graphiql', 'graphiql.min.js'),
  'vendor/react.js': vendored('react', 'umd', 'react.production.min.js'),
  'vendor/react-dom.js': vendored('react-dom', 'umd', 'react-dom.production.min.js'),
};
