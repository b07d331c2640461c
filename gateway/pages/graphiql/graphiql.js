// GraphiQL over this gateway's graph, signed in by the bar above it. React and GraphiQL come as globals.
import { DEFAULT_QUERY } from './default-query.js';
import { createFetcher } from './fetcher.js';
import { Session } from '../shared/session.js';
import { SignInBar } from '../shared/sign-in-bar.js';

const { GraphiQL, React, ReactDOM } = globalThis;

const explorer = document.getElementById('explorer');
const session = new Session();
const bar = new SignInBar(document, session);

const signedIn = bar.signInByItself();
ReactDOM.createRoot(explorer).render(
  React.createElement(GraphiQL, {
    fetcher: createFetcher(session, signedIn),
    defaultQuery: DEFAULT_QUERY,
    shouldPersistHeaders: false,
  }),
);

// Only the default query runs by itself: what a reader left behind last time may be a mutation.
if ((await signedIn) && showsDefaultQuery()) explorer.querySelector('.graphiql-execute-button')?.click();

/** GraphiQL keeps what was written last time; whoever was never here, or changed nothing, sees the default. */
function showsDefaultQuery() {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState')) ?? {};
  return !tabs || tabs[activeTabIndex]?.query === DEFAULT_QUERY;
}
