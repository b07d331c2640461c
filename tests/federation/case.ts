import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';

/** One hard case of federation: subgraphs of its own, and what is asked of them. */
export interface Case {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, Subgraph>>;
  readonly operations: readonly Operation[];
  /** The stock gateway takes no such supergraph. */
  readonly refusedByStock?: boolean;
}

/** A subgraph: its SDL without the federation link, and what resolves it. */
export interface Subgraph {
  readonly typeDefs: string;
  /** Made anew for each operation and gateway: what a mutation writes is gone with the next one. */
  readonly resolvers?: () => GraphQLResolverMap<unknown>;
  /** Written as in the first federation: no link, every name known unasked. */
  readonly fed1?: boolean;
  /** Has its way with what the subgraph answers. */
  readonly spoil?: (answer: Answer) => Answer;
}

/** An answer, reduced to what a case states: the data, and where errors stand. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** One operation with the right answer, written by hand. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** The paths of the errors, dotted, in any order; none when absent. */
  readonly errors?: readonly string[];
  /** Set where the stock gateway answers otherwise: what it says instead, and what is wrong with that. */
  readonly stock?: StockAnswer;
}

export interface StockAnswer {
  readonly fault: StockFault;
  readonly data?: unknown;
  readonly errors?: readonly string[];
}

/** From worst to least: other data and no word of it, nulls in place of data, an error that is not told. */
export type StockFault = 'wrong data' | 'lost data' | 'silence';
