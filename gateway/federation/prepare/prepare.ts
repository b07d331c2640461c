import { GraphQLError, OperationTypeNode } from 'graphql';
import type { DocumentNode, GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import type { QueryPlan } from '@apollo/query-planner';
import type { Guards } from '../before/guard';
import { compileIntrospection, withoutMetaFields } from '../introspection';
import { compilePlan } from '../plan/compile';
import { deferredIn } from '../plan/defer';
import { limitPlans } from '../limits/plan-size';
import type { Planner } from '../plan/planner';
import { compileDeferred, compileProjection } from '../projection/compile';
import type { Supergraph } from '../supergraph';
import { InvalidOperation } from '../types';
import type { PrepareOptions } from '../types';
import type { Deferred } from './defer';
import { atOnce, defersIn, planDeferring } from './deferring';
import type { DeferringFor } from './deferring';
import { bindGuards, hiddenArguments } from './guarded';
import { nameFields } from './naming';
import type { InternalNames } from './naming';
import { planOperation } from './plans';
import type { PlanFor } from './plans';
import { Prepared } from './prepared';
import type { GuardedField, Stage } from './prepared';
import { withoutRepeated } from './repeated';
import { readSelections } from './selection';
import type { Selected } from './selection';
import { splitByResponseKey } from './split';
import { prepareSubscription } from './subscription';
import { chooseOperation, createValidator } from './validate';

/** Makes documents executable over one supergraph. */
export type Prepare = (document: DocumentNode, options?: PrepareOptions) => Prepared;

/** What preparation needs. The guards are asked for late: they are themselves prepared operations. */
export interface Preparation {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  readonly guards: () => Guards;
}

/** Creates the preparation of operations: validate, read, name, plan, compile. */
export function createPrepare(preparation: Preparation): Prepare {
  const { api } = preparation.supergraph;
  const validate = createValidator(api);
  return (document, { operationName, vocabulary, mostFetches, isDeferring = false } = {}) => {
    validate(document, vocabulary);
    const operation = chooseOperation(document, operationName);
    const root = rootType(preparation, operation);
    const selections = readSelections(api, document, root, operation.selectionSet, vocabulary);
    const variables = operation.variableDefinitions ?? [];
    const limited = mostFetches === undefined ? preparation : withLimit(preparation, mostFetches);
    const name = operation.name?.value;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      const subscription = prepareSubscription(limited, { document, operation, root }, selections);
      return new Prepared(name, operation.operation, document, variables, [], subscription);
    }
    const isMutation = operation.operation === OperationTypeNode.MUTATION;
    const parts = isMutation ? splitByResponseKey(atOnce(selections)) : [selections];
    const stages = parts.map((part, index) => {
      // What is deferred below a field of a mutation would be read when the next one has changed it.
      const isLast = index === parts.length - 1;
      const source = { document, operation, root, isDeferring: isDeferring && isLast };
      return prepareStage(limited, source, part);
    });
    return new Prepared(name, operation.operation, document, variables, stages);
  };
}

interface Source {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly root: GraphQLObjectType;
  readonly isDeferring: boolean;
}

function withLimit(preparation: Preparation, mostFetches: number): Preparation {
  return { ...preparation, planner: limitPlans(preparation.planner, mostFetches) };
}

function rootType({ supergraph }: Preparation, operation: OperationDefinitionNode): GraphQLObjectType {
  const kind = operation.operation;
  const type = supergraph.api.getRootType(kind);
  if (type) return type;
  throw new InvalidOperation([
    new GraphQLError(`An operation of kind ${kind} cannot be answered here.`, { nodes: operation }),
  ]);
}

function prepareStage(preparation: Preparation, source: Source, selections: readonly Selected[]): Stage {
  const { supergraph } = preparation;
  const { document, operation, root, isDeferring } = source;
  const names = nameFields(supergraph, selections);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const guarded = isMutation ? bindGuards(preparation.guards(), root, operation, selections) : undefined;
  const plan = planStage(preparation, source, selections, names, guarded);
  return {
    planFor: plan?.(compilePlan) ?? nothing,
    shape: compileProjection(supergraph.api, names, root, selections),
    introspection: compileIntrospection(
      supergraph.api,
      document,
      operation.variableDefinitions ?? [],
      selections,
    ),
    guarded,
    deferring: isDeferring && plan ? deferStage(preparation, source, selections, names, plan) : undefined,
  };
}

const nothing = (): undefined => undefined;

/** Plans a stage with these fragments deferred, in whichever form the plan is wanted. */
type PlanStage = <P>(compile: (plan: QueryPlan) => P | undefined, deferred?: Deferred) => PlanFor<P>;

function deferStage(
  { supergraph: { api } }: Preparation,
  { root }: Source,
  selections: readonly Selected[],
  names: InternalNames,
  plan: PlanStage,
): DeferringFor | undefined {
  return planDeferring(defersIn(selections), (deferred) =>
    plan((made) => {
      const step = compilePlan(made);
      return step && { step, shown: compileDeferred(api, names, root, selections, deferredIn(step)) };
    }, deferred),
  );
}

/** Undefined when no subgraph is needed. */
function planStage(
  { planner, supergraph }: Preparation,
  { operation, root }: Source,
  selections: readonly Selected[],
  names: InternalNames,
  guarded: GuardedField | undefined,
): PlanStage | undefined {
  const wanted = withoutMetaFields(selections);
  if (wanted.length === 0) return undefined;
  const hidden = hiddenArguments(guarded);
  const internal = {
    kind: operation.operation,
    name: operation.name?.value,
    variables: [...(operation.variableDefinitions ?? []), ...hidden.variables],
    root,
    selections: wanted,
    names,
    provided: hidden.provided,
  };
  return (compile, deferred) =>
    planOperation(
      planner,
      operation,
      deferred ? { ...withoutRepeated(internal, deferred), deferred } : internal,
      supergraph.requiring,
      compile,
    );
}
