import type { GraphQLSchema } from 'graphql';
import type { Failure, Transport } from '../types';

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

/** An object of the data, under internal names. */
export type DataObject = Record<string, unknown>;
