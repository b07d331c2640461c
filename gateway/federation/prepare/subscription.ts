import {
  GraphQLError,
  Kind,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parseType,
  visit,
} from 'graphql';
import type {
  ArgumentNode,
  DocumentNode,
  GraphQLArgument,
  GraphQLObjectType,
  OperationDefinitionNode,
  ValueNode,
  VariableDefinitionNode,
} from 'graphql';
import { compileSubscription } from '../plan/compile';
import type { Planner } from '../plan/planner';
import { compileProjection } from '../projection/compile';
import type { Supergraph } from '../supergraph';
import { InvalidOperation } from '../types';
import { nameFields } from './naming';
import type { InternalNames } from './naming';
import { planOperation } from './plans';
import type { PreparedSubscription } from './prepared';
import type { Selected, SelectedField } from './selection';

/** By convention: the argument that says where to begin, and the member of an event that says where it stands. */
const AFTER = 'after';
const CURSOR = 'cursor';

interface Source {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly root: GraphQLObjectType;
}

/**
 * Prepares a subscription. Its `after` becomes a variable of the engine's own and the event's `cursor` is always
 * asked for, so that a stream can be opened again where it broke, whatever the client has selected.
 */
export function prepareSubscription(
  { supergraph, planner }: { readonly supergraph: Supergraph; readonly planner: Planner },
  { document, operation, root }: Source,
  written: readonly Selected[],
): PreparedSubscription {
  const { argument, given } = afterOf(rootField(operation, written));
  const variable = argument && freeVariable(AFTER, operation);
  const selections = variable === undefined ? written : withAfter(written, variable);
  const cursor = cursorField(rootField(operation, selections));
  const planned = cursor ? [...selections, cursor.within] : selections;
  const names = nameFields(supergraph, planned);
  const internal = {
    kind: operation.operation,
    name: operation.name?.value,
    variables: [...(operation.variableDefinitions ?? []), ...definitions(argument, variable)],
    root,
    selections: planned,
    names,
    provided: new Map<SelectedField, ArgumentNode[]>(),
  };
  return {
    planFor: planOperation(planner, operation, internal, supergraph.requiring, compileSubscription),
    shape: compileProjection(supergraph.api, names, root, selections),
    position: { variable, given, only: onlyThere(document, given), cursor: cursor && placeOf(names, cursor) },
  };
}

/** Validation has seen to it that there is one field at most; it may be selected several times. */
function rootField(operation: OperationDefinitionNode, selections: readonly Selected[]): SelectedField {
  const refuse = (message: string): InvalidOperation =>
    new InvalidOperation([new GraphQLError(message, { nodes: operation })]);
  const level = [...flat(selections)];
  if (level.some(({ conditions }) => conditions.length > 0)) {
    throw refuse('The root field of a subscription cannot depend on a variable.');
  }
  const field = level.find((selected) => selected.kind === 'field');
  if (!field) throw refuse('A subscription must select a field.');
  return field;
}

function* flat(level: readonly Selected[]): Generator<Selected> {
  for (const selected of level) {
    yield selected;
    if (selected.kind === 'fragment') yield* flat(selected.selections);
  }
}

function afterOf({ definition, node }: SelectedField): {
  argument: GraphQLArgument | undefined;
  given: ValueNode | undefined;
} {
  const argument = definition.args.find(
    ({ name, type }) => name === AFTER && isLeafType(getNullableType(type)),
  );
  return { argument, given: node.arguments?.find(({ name }) => name.value === AFTER)?.value };
}

/** The variable that is the value, where no other place of the document reads it. */
function onlyThere(document: DocumentNode, value: ValueNode | undefined): string | undefined {
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void (uses += node.name.value === name ? 1 : 0),
  });
  return uses === 1 ? name : undefined;
}

/** The same selections, with the engine's variable in place of what the client has written for `after`. */
function withAfter(level: readonly Selected[], variable: string): Selected[] {
  const argument: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: AFTER },
    value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
  };
  return level.map((selected): Selected => {
    if (selected.kind === 'fragment') {
      return { ...selected, selections: withAfter(selected.selections, variable) };
    }
    const others = (selected.node.arguments ?? []).filter(({ name }) => name.value !== AFTER);
    return { ...selected, node: { ...selected.node, arguments: [...others, argument] } };
  });
}

function definitions(
  argument: GraphQLArgument | undefined,
  variable: string | undefined,
): VariableDefinitionNode[] {
  if (!argument || variable === undefined) return [];
  const name = { kind: Kind.NAME, value: variable } as const;
  return [
    {
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name },
      type: parseType(argument.type.toString()),
    },
  ];
}

interface CursorField {
  readonly field: SelectedField;
  /** The root field once more, with the cursor alone below it: it merges with what the client has selected. */
  readonly within: SelectedField;
}

function cursorField(root: SelectedField): CursorField | undefined {
  const type = getNullableType(root.definition.type);
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const definition = type.getFields()[CURSOR];
  if (!definition || !isLeafType(getNamedType(definition.type))) return undefined;
  if (definition.args.some(isRequiredArgument)) return undefined;
  const field: SelectedField = {
    kind: 'field',
    node: { kind: Kind.FIELD, name: { kind: Kind.NAME, value: CURSOR } },
    parent: type,
    definition,
    responseKey: CURSOR,
    conditions: [],
    directives: [],
    rule: {},
    selections: [],
  };
  return { field, within: { ...root, selections: [field] } };
}

function placeOf(names: InternalNames, { field, within }: CursorField): [string, string] {
  return [names.get(within) ?? within.definition.name, names.get(field) ?? CURSOR];
}

function freeVariable(name: string, operation: OperationDefinitionNode): string {
  const taken = operation.variableDefinitions?.some(({ variable }) => variable.name.value === name);
  return taken ? freeVariable(`${name}_`, operation) : name;
}
