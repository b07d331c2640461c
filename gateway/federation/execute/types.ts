import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { ObjectShape } from '../projection/types';
import type { Failure, RequestContext, Transport } from '../types';

/** What executions of one engine share. */
export interface Surroundings {
  /** What clients see: decides what their variables may hold. */
  readonly api: GraphQLSchema;
  /** The whole supergraph: decides which type conditions an object satisfies. */
  readonly schema: GraphQLSchema;
  readonly transports: ReadonlyMap<string, Transport>;
  readonly failure: (code: string) => Failure;
  /** Told of every transport that threw; what it threw is never part of an answer. */
  readonly report: (service: string, fault: unknown) => void;
}

/** One execution of one plan. */
export interface Run {
  readonly surroundings: Surroundings;
  readonly context: RequestContext;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the answer is made of; fetches merge into it in place. */
  readonly data: DataObject;
  /** The shape of the answer: tells at which paths the caller sees an error. */
  readonly shape: ObjectShape;
  readonly errors: GraphQLError[];
}

/** An object of the data, under internal names. */
export type DataObject = Record<string, unknown>;
