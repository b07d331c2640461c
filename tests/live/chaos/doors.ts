/** The doors through which a feed can be read, each as its clients use it. All of them begin behind a cursor. */
import { eventsOf, type ServerSentEvent } from '../../support/events';
import { graphqlSse } from '../clients';
import { ENTRY_KINDS, type Feed, type Told } from './feeds';

export interface Caller {
  readonly url: string;
  readonly token: string;
  readonly tenantId: string;
}

export interface Opening {
  readonly feed: Feed;
  /** The cursor of the last event that was seen. */
  readonly after: string;
  /** Aborts when the reader leaves. */
  readonly signal: AbortSignal;
}

/** Throws when the stream cannot be had or breaks. */
export type Door = (caller: Caller, opening: Opening) => AsyncGenerator<Told, void>;

const EVENT = 'cursor ... on ActivityEvent { kind goalId entry { id } goal { title } author { name } }';
const FEEDS = {
  goal: `subscription ($goalId: ID!, $kinds: [ActivityEventKind!], $after: ID) {
    feed: goalActivity(goalId: $goalId, kinds: $kinds, after: $after) { is: __typename ${EVENT} }
  }`,
  tenant: `subscription ($kinds: [ActivityEventKind!], $after: ID) {
    feed: tenantActivity(kinds: $kinds, after: $after) { is: __typename ${EVENT} }
  }`,
};

const queryOf = ({ goalId }: Feed): string => (goalId === undefined ? FEEDS.tenant : FEEDS.goal);

const variablesOf = ({ goalId, kinds }: Feed): Record<string, unknown> => ({
  ...(goalId === undefined ? {} : { goalId }),
  kinds: kinds.map((kind) => kind.toUpperCase()),
});

/** A stream of its own, which goes on behind `Last-Event-ID`, as the browser's EventSource comes back. */
async function* byGet({ url, token }: Caller, { feed, after, signal }: Opening): AsyncGenerator<Told, void> {
  const parameters = new URLSearchParams({
    query: queryOf(feed),
    variables: JSON.stringify({ ...variablesOf(feed), after: '0' }),
  });
  const headers = { ...headersOf(token), 'last-event-id': after };
  const response = await fetch(`${url}/graphql/stream?${parameters.toString()}`, { headers, signal });
  for await (const event of eventsOf(response)) yield* toldOf(event);
}

/** A stream of its own that is asked for by POST, with the cursor as an argument. */
async function* byPost({ url, token }: Caller, { feed, after, signal }: Opening): AsyncGenerator<Told, void> {
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { ...headersOf(token), 'content-type': 'application/json' },
    body: JSON.stringify({ query: queryOf(feed), variables: { ...variablesOf(feed), after } }),
    signal,
  });
  for await (const event of eventsOf(response)) yield* toldOf(event);
}

/** One connection that carries many operations, as graphql-sse's client keeps it. */
async function* overOne(
  { url, token }: Caller,
  { feed, after, signal }: Opening,
): AsyncGenerator<Told, void> {
  const client = graphqlSse(`${url}/graphql/stream`, true, `Bearer ${token}`);
  const { results } = client.subscribe(queryOf(feed), { ...variablesOf(feed), after });
  signal.addEventListener('abort', () => void results.return?.(), { once: true });
  try {
    for await (const result of results) yield* eventOf(result as Result);
  } finally {
    client.close();
  }
}

/** The event stream of the legacy clients, which has events of entries alone. */
async function* byRest({ url, token, tenantId }: Caller, opening: Opening): AsyncGenerator<Told, void> {
  const { feed, after, signal } = opening;
  const path = feed.goalId === undefined ? `tenants/${tenantId}` : `goals/${feed.goalId}/activity`;
  const parameters = new URLSearchParams({ access_token: token, tenant: tenantId, lastEventId: '0' });
  const response = await fetch(`${url}/traction/api/v1/realtime/${path}?${parameters.toString()}`, {
    headers: { accept: 'text/event-stream', 'last-event-id': after },
    signal,
  });
  for await (const { id, event, data } of eventsOf(response)) {
    const { goalId, activity } = JSON.parse(data) as LegacyEvent;
    yield { cursor: String(id), kind: event.replace('.', '_'), goalId, entryId: activity?.id };
  }
}

interface LegacyEvent {
  readonly goalId?: string;
  readonly activity?: { readonly id: string };
}

const GRAPHQL_DOORS: readonly Door[] = [byGet, byPost, overOne];

/** Those that tell this feed. */
export const doorsOf = ({ kinds }: Feed): readonly Door[] =>
  kinds === ENTRY_KINDS ? [...GRAPHQL_DOORS, byRest, byRest] : GRAPHQL_DOORS;

const headersOf = (token: string): Record<string, string> => ({
  accept: 'text/event-stream',
  authorization: `Bearer ${token}`,
});

interface Result {
  readonly data?: {
    readonly feed: {
      readonly is: string;
      readonly cursor: string;
      readonly kind?: string;
      readonly goalId?: string;
      readonly entry?: { readonly id: string } | null;
    };
  } | null;
}

function* toldOf({ event, id, data }: ServerSentEvent): Generator<Told> {
  if (event !== 'next') return;
  for (const told of eventOf(JSON.parse(data) as Result)) {
    yield id === told.cursor ? told : { ...told, kind: `${told.kind} with id ${id}` };
  }
}

/** What brings no data is the reason why a stream ends, and no event. */
function* eventOf({ data }: Result): Generator<Told> {
  if (!data) return;
  const { is, cursor, kind, goalId, entry } = data.feed;
  yield {
    cursor,
    kind: is === 'ActivityEvent' ? String(kind).toLowerCase() : is,
    goalId,
    entryId: entry?.id,
  };
}
