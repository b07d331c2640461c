/** The subgraph of the live benchmark: a subscription by graphql-sse, which ticks when it is told to. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { EventEmitter, on, once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { compose } from '../subgraphs/supergraph';

/** So many events, evenly over so many milliseconds. */
export interface Ticks {
  readonly events: number;
  readonly milliseconds: number;
}

export interface Ticking {
  readonly supergraph: string;
  tick(ticks: Ticks): Promise<void>;
  stop(): void;
}

const TYPE_DEFS = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
  type Query { ticks: Int }
  type Subscription { tick(after: ID): Tick! }
  type Tick { cursor: ID! at: Float! title: String! text: String! }
`);
const TEXT = 'The goal was paused, since its budget has to be found first.';

export async function startTicking(): Promise<Ticking> {
  const feed = new EventEmitter();
  const serve = createHandler({ schema: schemaOf(feed) }) as RequestListener;
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let made = 0;
  const { port } = server.address() as AddressInfo;
  return {
    supergraph: compose([{ name: 'ticks', typeDefs: TYPE_DEFS, url: `http://127.0.0.1:${port}` }]),
    tick: (ticks) => tick(feed, ticks, (made += ticks.events) - ticks.events),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Tick {
  readonly cursor: string;
  readonly at: number;
}

function schemaOf(feed: EventEmitter): ReturnType<typeof buildSubgraphSchema> {
  const tick = {
    subscribe: () => on(feed, 'tick'),
    resolve: ([made]: [Tick]) => ({ ...made, title: `Tick ${made.cursor}`, text: TEXT }),
  };
  return buildSubgraphSchema({ typeDefs: TYPE_DEFS, resolvers: { Subscription: { tick } } });
}

async function tick(feed: EventEmitter, { events, milliseconds }: Ticks, before: number): Promise<void> {
  const start = performance.now();
  for (let n = 0; n < events; n += 1) {
    const wait = start + (n * milliseconds) / events - performance.now();
    if (wait > 0) await setTimeout(wait);
    feed.emit('tick', { cursor: `${before + n + 1}`, at: performance.now() } satisfies Tick);
  }
}
