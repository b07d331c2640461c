/** The feeds of the project's graph, as a test asks for them and acts on what they tell. */
import { graphql } from '../support/graphql';
import type { TestHouse, TestTenant } from '../support/house';
import { graphqlSse, type Reader, type Reading } from './clients';

const EVENT = 'description createdBy createdAt';
const AUTHOR = 'author { name }';

/** One operation for each feed, with what each kind of event brings; `goalActivity` has a test of its own. */
export const FEEDS = {
  tenantActivity: `subscription ($after: ID) { feed: tenantActivity(after: $after) {
    cursor ... on ActivityEvent {
      kind ${EVENT} ${AUTHOR} goalId goal { title owner { name } } entry { type text } strategy { description }
    }
  } }`,
  accountActivity: `subscription ($after: ID) { feed: accountActivity(after: $after) {
    cursor ... on AccountEvent { kind ${EVENT} ${AUTHOR} user { id name } }
  } }`,
  coachingActivity: `subscription ($after: ID) { feed: coachingActivity(after: $after) {
    cursor ... on CoachingEvent { kind ${EVENT} ${AUTHOR} goal { title } }
  } }`,
  workstreamActivity: `subscription ($after: ID) { feed: workstreamActivity(after: $after) {
    cursor ... on PipelineEvent { kind ${EVENT} signal { sourceRef } candidate { title } pursuit { stage } }
  } }`,
} as const;

export const GOAL_FEED = `subscription ($goalId: ID!, $after: ID) { feed: goalActivity(goalId: $goalId, after: $after) {
  cursor ... on ActivityEvent { kind goalId }
} }`;

/** An event as the operations above select it. */
export type FeedEvent = Readonly<Record<string, unknown>> & { readonly cursor: string };

/** Somebody who acts in the graph, and follows what happens. */
export interface Person {
  act<T>(mutation: string, input: object): Promise<T>;
  follow(query: string, variables?: Record<string, unknown>): Reading;
}

/** @param readers takes what is to be closed when the test is over */
export function person(
  { url }: Pick<TestHouse, 'url'>,
  { token }: Pick<TestTenant, 'token'>,
  readers: Reader[],
): Person {
  return {
    act: async <T>(mutation: string, input: object): Promise<T> => {
      const { data, errors } = await graphql<T>(url, mutation, { input }, token);
      if (!data || errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
      return data;
    },
    follow: (query, variables) => {
      const reader = graphqlSse(`${url}/graphql/stream`, false, `Bearer ${token}`);
      readers.push(reader);
      return reader.subscribe(query, variables);
    },
  };
}

/** The next event. Throws when the stream has ended, or tells of a fault. */
export async function next({ results }: Reading): Promise<FeedEvent> {
  const { value } = await results.next();
  const { data, errors } = (value ?? {}) as { data?: { feed: FeedEvent }; errors?: unknown };
  if (!data || errors) throw new Error(`no event but ${JSON.stringify(value)}`);
  return data.feed;
}

/** So many next events. */
export async function several(reading: Reading, count: number): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  while (events.length < count) events.push(await next(reading));
  return events;
}
