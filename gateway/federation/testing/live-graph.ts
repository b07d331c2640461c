import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { createLocalTransport } from '../index';
import type { SubgraphResponse, PlacedStream, Transport } from '../index';
import { Feed } from './feed';
import { LINK, compose } from './kit';

/** What the subgraphs of the live graph are asked with. */
export interface LiveContext {
  readonly authorization: string | undefined;
}

/** Three subgraphs: one streams goals that moved, one knows their scores and owners, one the owners' names. */
export interface LiveGraph {
  readonly feed: Feed;
  readonly schemas: Readonly<Record<string, GraphQLSchema>>;
  readonly supergraph: (address: (service: string) => string) => string;
  /** Who asked for scores, event by event. */
  readonly callers: (string | undefined)[];
}

const TYPE_DEFS = {
  activity: `
    type Query { latest: ID }
    type Mutation { move(goal: ID!): ID }
    type Subscription {
      goalMoved(after: ID): GoalMoved!
      goalTitle: String!
      refused: String
    }
    type GoalMoved { cursor: ID! goal: Goal! }
    type Goal @key(fields: "id") { id: ID! title: String! }
  `,
  coaching: `
    type Query { coaches: Boolean }
    type Goal @key(fields: "id") { id: ID! score: Int owner: User }
    type User @key(fields: "id", resolvable: false) { id: ID! }
  `,
  people: `
    type Query { people: Boolean }
    type User @key(fields: "id") { id: ID! name: String! }
  `,
};

interface Reference {
  readonly id: string;
}

export function createLiveGraph(): LiveGraph {
  const feed = new Feed();
  const callers: (string | undefined)[] = [];
  const resolvers: Record<keyof typeof TYPE_DEFS, object> = {
    activity: {
      Query: { latest: () => feed.events.at(-1)?.cursor ?? null },
      Mutation: { move: (_: unknown, { goal }: { goal: string }) => (feed.publish(goal), goal) },
      Subscription: {
        goalMoved: {
          subscribe: (_: unknown, { after }: { after?: string | null }) => feed.follow(after),
          resolve: (event: object) => event,
        },
        goalTitle: {
          subscribe: () => feed.follow(null),
          resolve: ({ goal }: { goal: Reference }) => `Goal ${goal.id}`,
        },
        refused: {
          subscribe: () => {
            throw new Error('Not for you');
          },
        },
      },
      Goal: {
        __resolveReference: (reference: Reference) => reference,
        title: ({ id }: Reference) => `Goal ${id}`,
      },
    },
    coaching: {
      Goal: {
        __resolveReference: (reference: Reference) => reference,
        score: ({ id }: Reference, _: unknown, { authorization }: LiveContext) => {
          callers.push(authorization);
          if (id === 'bad') throw new Error('No score');
          return id.length;
        },
        owner: ({ id }: Reference) => ({ id: `owner-${id}` }),
      },
    },
    people: {
      User: {
        __resolveReference: (reference: Reference) => reference,
        name: ({ id }: Reference) => `Name of ${id}`,
      },
    },
  };
  const schemas = Object.fromEntries(
    Object.entries(TYPE_DEFS).map(([name, typeDefs]) => [
      name,
      buildSubgraphSchema({
        typeDefs: parse(LINK + typeDefs),
        resolvers: resolvers[name as keyof typeof TYPE_DEFS] as never,
      }),
    ]),
  );
  const subgraphs = Object.fromEntries(
    Object.entries(TYPE_DEFS).map(([name, typeDefs]) => [name, { typeDefs }]),
  );
  return { feed, schemas, callers, supergraph: (address) => compose(subgraphs, address) };
}

/** The way to one of them in this process; while `stopped` is aborted it is as if its process had died. */
export function localTransport(
  { schemas, feed }: LiveGraph,
  service: string,
  stopped?: () => AbortSignal,
): Transport {
  const schema = schemas[service] as GraphQLSchema;
  const contextOf = ({ authorization }: Readonly<Record<string, string>>): LiveContext => ({ authorization });
  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  return createLocalTransport(
    async ({ document, variables, context: { headers } }) =>
      plain(
        await execute({ schema, document, variableValues: variables, contextValue: contextOf(headers) }),
      ) as SubgraphResponse,
    async ({ document, variables, context: { headers } }) =>
      Object.assign(
        (await subscribe({
          schema,
          document,
          variableValues: variables,
          contextValue: contextOf(headers),
        })) as PlacedStream | SubgraphResponse,
        feed.isPlaced ? { position: feed.position } : {},
      ),
    stopped,
  );
}
