import type { FetchStep } from '../plan/types';
import type { SubgraphError, SubgraphResponse } from '../types';
import { combine, representationsOf, split } from './combine';
import { gather } from './gather';
import type { Batch, Order, OrderedEntity, Request } from './orders';
import type { DataObject } from './types';

/** Asks a subgraph; undefined when there is no answer. */
export type Send = (fetch: FetchStep, variables: DataObject) => Promise<SubgraphResponse | undefined>;

/**
 * The entities of one execution. Each is asked for once, however many places of the plan want the same of it; and
 * what several places want of one subgraph at the same moment goes in one request.
 */
export class EntityLoader {
  /** What this moment has collected so far, by service. */
  private readonly collecting = new Map<string, Request>();

  constructor(
    private readonly send: Send,
    private readonly unavailable: SubgraphError,
    /** By what is asked, then by representation. */
    private readonly known = new Map<string, Map<string, OrderedEntity>>(),
  ) {}

  /** The same entities, whose requests go out apart from these: nobody here waits for what is asked there. */
  apart(): EntityLoader {
    return new EntityLoader(this.send, this.unavailable, this.known);
  }

  /** What the subgraph says to these representations, as though it had been asked for them alone. */
  async load(fetch: FetchStep, { representations, keys }: Batch): Promise<SubgraphResponse | undefined> {
    const known = this.known.get(fetch.asks) ?? new Map<string, OrderedEntity>();
    this.known.set(fetch.asks, known);
    const wanted = representations.map((representation, index) => {
      const key = keys[index] ?? '';
      const ordered = known.get(key) ?? this.order(fetch, representation);
      known.set(key, ordered);
      return ordered;
    });
    const responses = new Map<Order, SubgraphResponse | undefined>();
    for (const order of new Set(wanted.map((ordered) => ordered.order))) {
      responses.set(order, (await order.request.responses)[order.position]);
    }
    return gather(fetch, wanted, responses, this.unavailable);
  }

  private order(fetch: FetchStep, representation: DataObject): OrderedEntity {
    const request = this.collecting.get(fetch.service) ?? this.collect(fetch.service);
    const { orders } = request;
    let order = orders.find((other) => other.fetch.asks === fetch.asks);
    if (!order) orders.push((order = { fetch, representations: [], request, position: orders.length }));
    return { order, index: order.representations.push(representation) - 1 };
  }

  /** All fetches that become possible at the same moment have ordered when the request goes out. */
  private collect(service: string): Request {
    const orders: Order[] = [];
    const responses = Promise.resolve().then(() => {
      this.collecting.delete(service);
      return this.sendAll(orders);
    });
    const request = { orders, responses };
    this.collecting.set(service, request);
    return request;
  }

  private async sendAll(orders: readonly Order[]): Promise<readonly (SubgraphResponse | undefined)[]> {
    const [first, ...others] = orders;
    if (!first) return [];
    if (others.length === 0) {
      return [await this.send(first.fetch, { representations: first.representations })];
    }
    const variables = Object.fromEntries(
      orders.map(({ representations }, index) => [representationsOf(index), representations]),
    );
    const combined = combine(orders.map(({ fetch }) => fetch));
    return split(await this.send(combined, variables), orders.length);
  }
}
