import type { ArgumentNode } from 'graphql';

/** A field of the planner's supergraph that stands for a field with one list of arguments. */
export interface Copy {
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

/** What must be known to undo in a plan what was done to the supergraph. */
export interface Copies {
  /** By the name that the planner sees. */
  readonly byName: ReadonlyMap<string, Copy>;
  /** Where in the representations of this type the field of this subgraph reads copies: `comments__r1.body__r2`. */
  reads(service: string, type: string, field: string): readonly string[];
}
