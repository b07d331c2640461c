import type {
  DocumentNode,
  GraphQLField,
  OperationTypeNode,
  ValueNode,
  VariableDefinitionNode,
} from 'graphql';
import type { Guard } from '../before/guard';
import type { Introspection } from '../introspection';
import type { SubscriptionPlan } from '../plan/types';
import type { ObjectShape } from '../projection/types';
import type { PreparedOperation } from '../types';
import type { DeferringFor } from './deferring';
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
    /** What a subscription has in place of stages. */
    readonly subscription?: PreparedSubscription,
  ) {}

  get isDeferring(): boolean {
    return this.stages.some(({ deferring }) => deferring);
  }
}

/** A query is one stage; a mutation has one for each root field, so that each is finished before the next. */
export interface Stage {
  readonly planFor: PlanFor;
  readonly shape: ObjectShape;
  readonly introspection: Introspection | undefined;
  readonly guarded: GuardedField | undefined;
  /** How it is answered in parts; absent where nothing is deferred, or nobody would read parts. */
  readonly deferring?: DeferringFor | undefined;
}

/** The one root field of a subscription: the plan for its events, and what resuming needs to know. */
export interface PreparedSubscription {
  readonly planFor: PlanFor<SubscriptionPlan>;
  readonly shape: ObjectShape;
  readonly position: Position;
}

/** How a subscription says where it stands in its stream. */
export interface Position {
  /** The variable of the plan that says after which event to begin; undefined when the field takes no `after`. */
  readonly variable: string | undefined;
  /** What the caller has written for it. */
  readonly given: ValueNode | undefined;
  /** The variable of the caller that stands there and nowhere else: events do not depend on it. */
  readonly only: string | undefined;
  /** Where an event's cursor stands in what the primary sends; undefined when the events have none. */
  readonly cursor: readonly [string, string] | undefined;
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
