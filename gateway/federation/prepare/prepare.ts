import { GraphQLError, OperationTypeNode } from 'graphql';
import type { DocumentNode, GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import type { Guards } from '../before/guard';
import { compileIntrospection, withoutMetaFields } from '../introspection';
import { compilePlan } from '../plan/compile';
import { limitPlans } from '../limits/plan-size';
import type { Planner } from '../plan/planner';
import { compileProjection } from '../projection/compile';
import type { Supergraph } from '../supergraph';
import { InvalidOperation } from '../types';
import type { PrepareOptions } from '../types';
import { bindGuards, hiddenArguments } from './guarded';
import { nameFields } from './naming';
import type { InternalNames } from './naming';
import { planOperation } from './plans';
import type { PlanFor } from './plans';
import { Prepared } from './prepared';
import type { GuardedField, Stage } from './prepared';
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
  return (document, { operationName, vocabulary, mostFetches } = {}) => {
    validate(document, vocabulary);
    const operation = chooseOperation(document, operationName);
    const root = rootType(preparation, operation);
    const selections = readSelections(api, document, root, operation.selectionSet, vocabulary);
    const variables = operation.variableDefinitions ?? [];
    const limited = mostFetches === undefined ? preparation : withLimit(preparation, mostFetches);
    const name = operation.name?.value;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      const subscription = prepareSubscription(limited, { operation, root }, selections);
      return new Prepared(name, operation.operation, document, variables, [], true, subscription);
    }
    const parts =
      operation.operation === OperationTypeNode.MUTATION ? splitByResponseKey(selections) : [selections];
    return new Prepared(
      name,
      operation.operation,
      document,
      variables,
      parts.map((part) => prepareStage(limited, { document, operation, root }, part)),
      vocabulary === undefined,
    );
  };
}

interface Source {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly root: GraphQLObjectType;
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
  const { document, operation, root } = source;
  const names = nameFields(supergraph, selections);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const guarded = isMutation ? bindGuards(preparation.guards(), root, operation, selections) : undefined;
  return {
    planFor: planStage(preparation, source, selections, names, guarded),
    shape: compileProjection(supergraph.api, names, root, selections),
    introspection: compileIntrospection(
      supergraph.api,
      document,
      operation.variableDefinitions ?? [],
      selections,
    ),
    guarded,
  };
}

function planStage(
  { planner, supergraph }: Preparation,
  { operation, root }: Source,
  selections: readonly Selected[],
  names: InternalNames,
  guarded: GuardedField | undefined,
): PlanFor {
  const wanted = withoutMetaFields(selections);
  if (wanted.length === 0) return () => undefined;
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
  return planOperation(planner, operation, internal, supergraph.requiring, compilePlan);
}
