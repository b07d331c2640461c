import type { ArgumentNode } from 'graphql';

/** A field of the planner's supergraph that stands for a field with one list of arguments. */
export interface Copy {
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

/** By the names that the planner sees. */
export type Copies = ReadonlyMap<string, Copy>;

/** What must be known to undo in a plan what was done to the supergraph. */
export interface Surgery {
  readonly copies: Copies;
  /** The leaves of the representations of this type that this field of the subgraph requires: `comments__r1.id`. */
  reads(service: string, type: string, field: string): readonly string[];
  /** The leaves of the representations of this type that are part of a key. */
  keys(service: string, type: string): ReadonlySet<string>;
}
