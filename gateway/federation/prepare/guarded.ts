import { Kind } from 'graphql';
import type {
  ArgumentNode,
  GraphQLObjectType,
  OperationDefinitionNode,
  VariableDefinitionNode,
  VariableNode,
} from 'graphql';
import type { Guards } from '../before/guard';
import type { GuardedField } from './prepared';
import type { Selected, SelectedField } from './selection';

/** Binds the guards of a mutation's root field to this operation; undefined when it has none. */
export function bindGuards(
  guards: Guards,
  root: GraphQLObjectType,
  operation: OperationDefinitionNode,
  selections: readonly Selected[],
): GuardedField | undefined {
  const [field] = rootFields(selections);
  const definition = field && root.getFields()[field.definition.name];
  const declared = definition && guards.get(definition.name);
  if (!declared) return undefined;
  const taken = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  return {
    field,
    definition,
    guards: declared.map((guard, index) => ({
      guard,
      variable: guard.into && freeVariable(`before_${index}`, taken),
    })),
  };
}

/** The variables that carry the results of guards, and the arguments that read them. */
export function hiddenArguments(guarded: GuardedField | undefined): {
  variables: VariableDefinitionNode[];
  provided: Map<SelectedField, ArgumentNode[]>;
} {
  const variables: VariableDefinitionNode[] = [];
  const args: ArgumentNode[] = [];
  for (const { guard, variable: name } of guarded?.guards ?? []) {
    if (!guard.into || name === undefined) continue;
    const variable: VariableNode = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
    variables.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: guard.into.type });
    args.push({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: guard.into.name }, value: variable });
  }
  return { variables, provided: new Map(guarded ? [[guarded.field, args]] : []) };
}

function* rootFields(level: readonly Selected[]): Generator<SelectedField> {
  for (const selected of level) {
    if (selected.kind === 'field') yield selected;
    else yield* rootFields(selected.selections);
  }
}

function freeVariable(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeVariable(`${name}_`, taken) : name;
}
