import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isUnionType,
  typeFromAST,
} from 'graphql';
import type {
  FieldNode,
  GraphQLArgument,
  GraphQLInputType,
  GraphQLOutputType,
  GraphQLSchema,
  GraphQLType,
  NamedTypeNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';
import { Kind } from 'graphql';
import type { HiddenArgument, MappedVariable } from './guard';

/** Checks that every variable of a guard's query is found among the field's arguments, with a fitting type. */
export function checkVariables(
  api: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  mapped: readonly MappedVariable[],
  args: readonly GraphQLArgument[],
): void {
  const declared = new Map(definitions.map((definition) => [definition.variable.name.value, definition]));
  for (const { variable, path } of mapped) {
    const definition = declared.get(variable);
    if (!definition) throw new Error(`the query has no variable "$${variable}"`);
    const wanted = nameOfType(typeFromAST(api, definition.type as NamedTypeNode));
    const found = nameOfType(typeAt(args, path));
    if (found === undefined) throw new Error(`the field has no argument "${path.join('.')}"`);
    if (found !== wanted) {
      throw new Error(`"${path.join('.')}" of type ${found} does not fit "$${variable}" of type ${wanted}`);
    }
  }
  for (const [name, { type, defaultValue }] of declared) {
    const needed = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
    if (needed && !mapped.some(({ variable }) => variable === name)) {
      throw new Error(`nothing is mapped to the variable "$${name}"`);
    }
  }
}

function typeAt(
  args: readonly GraphQLArgument[],
  [first, ...rest]: readonly string[],
): GraphQLInputType | undefined {
  let type: GraphQLInputType | undefined = args.find(({ name }) => name === first)?.type;
  for (const name of rest) {
    const object: unknown = type && getNullableType(type);
    type = isInputObjectType(object) ? object.getFields()[name]?.type : undefined;
  }
  return type;
}

/** Whether a value may be null is not compared: a guard is skipped when what it needs is absent. */
function nameOfType(type: GraphQLType | undefined): string | undefined {
  return type?.toString().replaceAll('!', '');
}

/** Checks that what a guard selects can stand as the value of the hidden argument. */
export function checkResult(
  full: GraphQLSchema,
  into: HiddenArgument,
  api: GraphQLSchema,
  root: FieldNode,
): void {
  const type = api.getQueryType()?.getFields()[root.name.value]?.type;
  const wanted = typeFromAST(full, into.type as NamedTypeNode) as GraphQLInputType | undefined;
  if (type && wanted) checkFit(type, wanted, root.selectionSet, into.name);
}

function checkFit(
  given: GraphQLOutputType,
  wanted: GraphQLInputType,
  selectionSet: SelectionSetNode | undefined,
  place: string,
): void {
  const from = getNullableType(given);
  const to = getNullableType(wanted);
  if (isListType(to) && isListType(from)) {
    checkFit(from.ofType, to.ofType, selectionSet, place);
  } else if (isInputObjectType(to) && isCompositeType(from) && selectionSet) {
    checkMembers(from, to, selectionSet, place);
  } else if (from.toString() !== to.toString()) {
    throw new Error(`"${place}" takes ${wanted.toString()}, the query gives ${given.toString()}`);
  }
}

function checkMembers(
  from: GraphQLOutputType,
  to: GraphQLInputType,
  { selections }: SelectionSetNode,
  place: string,
): void {
  const type = getNamedType(from);
  if (!isInputObjectType(to) || !isCompositeType(type) || isUnionType(type)) return;
  const wanted = to.getFields();
  const given = new Set<string>();
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) throw new Error(`the query must select "${place}" without fragments`);
    const key = (selection.alias ?? selection.name).value;
    const [member, field] = [wanted[key], type.getFields()[selection.name.value]];
    if (!member || !field) throw new Error(`"${place}" has no member "${key}"`);
    given.add(key);
    checkFit(field.type, member.type, selection.selectionSet, `${place}.${key}`);
    if (isNonNullType(member.type) && !isNonNullType(field.type)) {
      throw new Error(`"${place}.${key}" must not be null, the query may give null`);
    }
  }
  for (const field of Object.values(wanted)) {
    if (isRequiredInputField(field) && !given.has(field.name)) {
      throw new Error(`the query does not select "${place}.${field.name}"`);
    }
  }
}
