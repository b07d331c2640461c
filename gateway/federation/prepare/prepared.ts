import type { DocumentNode, GraphQLField, OperationTypeNode, VariableDefinitionNode } from 'graphql';
import type { Guard } from '../before/guard';
import type { Introspection } from '../introspection';
import type { ObjectShape } from '../projection/types';
import type { PreparedOperation } from '../types';
import type { PlanFor } from './plans';
import type { SelectedField } from './selection';

/** An operation of this engine: the stages that are executed one after the other. */
export class Prepared implements PreparedOperation {
  constructor(
    readonly name: string | undefined,
    readonly kind: OperationTypeNode,
    readonly document: DocumentNode,
    readonly variables: readonly VariableDefinitionNode[],
    readonly stages: readonly Stage[],
    /** Without rules of a caller for single fields: the answer is plain GraphQL. */
    readonly isPlain: boolean,
  ) {}
}

/** A query is one stage; a mutation has one for each root field, so that each is finished before the next. */
export interface Stage {
  readonly planFor: PlanFor;
  readonly shape: ObjectShape;
  readonly introspection: Introspection | undefined;
  readonly guarded: GuardedField | undefined;
}

/** The root field of a mutation that must know something before it is fetched. */
export interface GuardedField {
  readonly field: SelectedField;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly guards: readonly BoundGuard[];
}

/** A guard in one operation: where its result goes is known. */
export interface BoundGuard {
  readonly guard: Guard;
  /** The variable of the plan that takes the result; undefined when the guard only refuses. */
  readonly variable: string | undefined;
}
