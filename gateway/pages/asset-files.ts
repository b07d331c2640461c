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
  'shared/bar.css': ours('shared', 'bar.css'),
  'shared/ask.js': ours('shared', 'ask.js'),
  'shared/request.js': ours('shared', 'request.js'),
  'shared/session.js': ours('shared', 'session.js'),
  'shared/sign-in-bar.js': ours('shared', 'sign-in-bar.js'),
  'landing/landing.css': ours('landing', 'landing.css'),
  'landing/landing.js': ours('landing', 'landing.js'),
  'landing/addresses.js': ours('landing', 'addresses.js'),
  'landing/copy.js': ours('landing', 'copy.js'),
  'landing/health.js': ours('landing', 'health.js'),
  'graphiql/graphiql.css': ours('graphiql', 'graphiql.css'),
  'graphiql/graphiql.js': ours('graphiql', 'graphiql.js'),
  'graphiql/default-query.js': ours('graphiql', 'default-query.js'),
  'graphiql/fetcher.js': ours('graphiql', 'fetcher.js'),
  'live/live.css': ours('live', 'live.css'),
  'live/timeline.css': ours('live', 'timeline.css'),
  'live/live.js': ours('live', 'live.js'),
  'live/announcer.js': ours('live', 'announcer.js'),
  'live/controls.js': ours('live', 'controls.js'),
  'live/entry.js': ours('live', 'entry.js'),
  'live/event-stream.js': ours('live', 'event-stream.js'),
  'live/feeds.js': ours('live', 'feeds.js'),
  'live/follower.js': ours('live', 'follower.js'),
  'live/pauses.js': ours('live', 'pauses.js'),
  'live/people.js': ours('live', 'people.js'),
  'live/state.js': ours('live', 'state.js'),
  'live/timeline.js': ours('live', 'timeline.js'),
  'live/times.js': ours('live', 'times.js'),
  'live/wire.js': ours('live', 'wire.js'),
  'vendor/graphiql.css': vendored('graphiql', 'graphiql.min.css'),
  'vendor/graphiql.js': vendored('graphiql', 'graphiql.min.js'),
  'vendor/react.js': vendored('react', 'umd', 'react.production.min.js'),
  'vendor/react-dom.js': vendored('react-dom', 'umd', 'react-dom.production.min.js'),
};
