import type { FetchStep } from '../plan/types';
import type { SubgraphError, SubgraphResponse } from '../types';
import { combine, split, variableOf } from './combine';
import { gather } from './gather';
import type { Batch, ContextValues, Order, OrderedEntity, Request } from './orders';
import type { DataObject } from './types';

/**
 * How many orders a request may hold when one is added for other values of contexts. A list may have as many values as
 * elements; requests of a limited size have documents that are made once.
 */
const MOST_ORDERS = 16;

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
  async load(fetch: FetchStep, batch: Batch): Promise<SubgraphResponse | undefined> {
    const { representations, keys, contexts } = batch;
    const known = this.known.get(fetch.asks) ?? new Map<string, OrderedEntity>();
    this.known.set(fetch.asks, known);
    const wanted = representations.map((representation, index) => {
      const key = keys[index] ?? '';
      const ordered = known.get(key) ?? this.order(fetch, representation, contexts?.[index]);
      known.set(key, ordered);
      return ordered;
    });
    const responses = new Map<Order, SubgraphResponse | undefined>();
    for (const order of new Set(wanted.map((ordered) => ordered.order))) {
      responses.set(order, (await order.request.responses)[order.position]);
    }
    return gather(fetch, wanted, responses, this.unavailable);
  }

  private order(
    fetch: FetchStep,
    representation: DataObject,
    context: ContextValues | undefined,
  ): OrderedEntity {
    let request = this.collecting.get(fetch.service) ?? this.collect(fetch.service);
    let order = request.orders.find(
      (other) => other.fetch.asks === fetch.asks && other.context?.text === context?.text,
    );
    if (!order) {
      if (context && request.orders.length >= MOST_ORDERS) request = this.collect(fetch.service);
      const { orders } = request;
      orders.push((order = { fetch, context, representations: [], request, position: orders.length }));
    }
    return { order, index: order.representations.push(representation) - 1 };
  }

  /** All fetches that become possible at the same moment have ordered when the request goes out. */
  private collect(service: string): Request {
    const orders: Order[] = [];
    const responses = Promise.resolve().then(() => {
      if (this.collecting.get(service) === request) this.collecting.delete(service);
      return this.sendAll(orders);
    });
    const request: Request = { orders, responses };
    this.collecting.set(service, request);
    return request;
  }

  private async sendAll(orders: readonly Order[]): Promise<readonly (SubgraphResponse | undefined)[]> {
    const [first, ...others] = orders;
    if (!first) return [];
    if (others.length === 0) {
      const { representations, context } = first;
      return [await this.send(first.fetch, Object.assign({ representations }, context?.variables))];
    }
    const variables: DataObject = {};
    for (const [index, { representations, context }] of orders.entries()) {
      variables[variableOf('representations', index)] = representations;
      for (const name in context?.variables) variables[variableOf(name, index)] = context.variables[name];
    }
    const combined = combine(orders.map(({ fetch }) => fetch));
    return split(await this.send(combined, variables), orders.length);
  }
}
