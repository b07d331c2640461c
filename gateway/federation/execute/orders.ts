import type { FetchStep } from '../plan/types';
import type { SubgraphResponse } from '../types';
import type { DataObject } from './types';

/** What an entity fetch sends, and whose fields each answer fills. */
export interface Batch {
  readonly representations: readonly DataObject[];
  /** Each representation as text; equal texts are equal entities. */
  readonly keys: readonly string[];
  /** For each representation the objects that it stands for: equal entities are asked for once. */
  readonly owners: readonly (readonly DataObject[])[];
  /** For each representation what is around it, where the fetch reads contexts. */
  readonly contexts: readonly ContextValues[] | undefined;
}

/** What the variables of a fetch that reads contexts hold for some entities; equal texts are equal values. */
export interface ContextValues {
  readonly text: string;
  readonly variables: DataObject;
}

/** Entities that are asked of one subgraph by one document, with the same values of its variables. */
export interface Order {
  readonly fetch: FetchStep;
  readonly context: ContextValues | undefined;
  readonly representations: DataObject[];
  /** The request that the order is part of, and its place in it. */
  readonly request: Request;
  readonly position: number;
}

/** Orders of one moment for one subgraph. */
export interface Request {
  readonly orders: Order[];
  readonly responses: Promise<readonly (SubgraphResponse | undefined)[]>;
}

/** Where the answer to one representation stands: in which order, at which place. */
export interface OrderedEntity {
  readonly order: Order;
  readonly index: number;
}

export type Responses = ReadonlyMap<Order, SubgraphResponse | undefined>;
