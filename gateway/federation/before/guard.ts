import type { TypeNode } from 'graphql';
import type { PreparedOperation } from '../types';

/** A `@before` of one mutation field, ready to run. */
export interface Guard {
  readonly operation: PreparedOperation;
  /** The member of the result that must not be null. */
  readonly rootKey: string;
  readonly variables: readonly MappedVariable[];
  /** The code of the refusal. */
  readonly orElse: string;
  readonly into: HiddenArgument | undefined;
}

/** A variable of the guard's query and where its value is found among the arguments of the mutation field. */
export interface MappedVariable {
  readonly variable: string;
  readonly path: readonly string[];
}

/** An argument that clients do not see and that the engine fills. */
export interface HiddenArgument {
  readonly name: string;
  readonly type: TypeNode;
}

/** The guards of all mutation fields, by field name. */
export type Guards = ReadonlyMap<string, readonly Guard[]>;
