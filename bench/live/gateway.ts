/** The gateway of the live benchmark: a subscription over one subgraph in the process, which ticks when it is told to. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../common/clock';
import { createLogger } from '../../common/log';
import {
  createLocalTransport,
  type PlacedStream,
  type SubgraphResponse,
  type Transport,
} from '../../gateway/federation';
import { Feed } from '../../gateway/federation/testing/feed';
import { compose, LINK } from '../../gateway/federation/testing/kit';
import { createMetrics } from '../../gateway/operations/metrics';
import { createGateway, createGraph } from '../../gateway/server';

/** So many events, evenly over so many milliseconds. */
export interface Ticks {
  readonly events: number;
  readonly milliseconds: number;
}

const TYPE_DEFS = `
  type Query { ticks: Int }
  type Subscription { tick(after: ID): Tick! }
  type Tick { cursor: ID! at: Float! title: String! text: String! }
`;
const TEXT = 'The goal was paused, since its budget has to be found first.';

/** Moments of one clock for all processes of the machine, in milliseconds. */
export const moment = (): number => performance.timeOrigin + performance.now();

function transportOf(feed: Feed): Transport {
  const resolvers = {
    Subscription: {
      tick: {
        subscribe: (_: unknown, { after }: { after?: string | null }) => feed.follow(after),
        resolve: ({ cursor, goal }: { cursor: string; goal: { id: string } }) => ({
          cursor,
          at: Number(goal.id),
          title: `Tick ${cursor}`,
          text: TEXT,
        }),
      },
    },
  };
  const schema = buildSubgraphSchema({ typeDefs: parse(LINK + TYPE_DEFS), resolvers });
  return createLocalTransport(
    async ({ document, variables: variableValues }) =>
      (await execute({ schema, document, variableValues })) as SubgraphResponse,
    async ({ document, variables: variableValues }) =>
      (await subscribe({ schema, document, variableValues })) as PlacedStream | SubgraphResponse,
  );
}

async function tick(feed: Feed, { events, milliseconds }: Ticks): Promise<void> {
  const start = performance.now();
  for (let n = 0; n < events; n += 1) {
    const wait = start + (n * milliseconds) / events - performance.now();
    if (wait > 0) await setTimeout(wait);
    feed.publish(String(moment()));
  }
}

async function main(): Promise<void> {
  const feed = new Feed();
  const log = createLogger({ level: 'warn', pretty: false });
  const metrics = createMetrics();
  const transport = transportOf(feed);
  const supergraph = compose({ ticks: { typeDefs: TYPE_DEFS } });
  const graph = createGraph(supergraph, { transport: () => transport, log, metrics });
  const app = await createGateway({
    graph: () => graph,
    callerOf: async ({ headers }) => ({ headers: { authorization: headers.authorization ?? '' } }),
    timeout: 30_000,
    suggestions: false,
    health: { service: 'Live', version: '0', environment: 'bench', components: [], clock: systemClock },
    doors: [],
    corsOrigins: ['*'],
    log,
    metrics,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  process.on('message', (ticks: Ticks) => void tick(feed, ticks));
  process.send?.(address);
}

if (require.main === module) void main();
