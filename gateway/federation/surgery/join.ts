import { Kind, parse } from 'graphql';
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** A type of the supergraph that has fields. */
export type FieldsType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Whether this definition is of a type that has fields. */
export function hasFields(definition: DefinitionNode): definition is FieldsType {
  const { kind } = definition;
  return kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** The same document with each type that has fields put through `change`. */
export function mapTypes(document: DocumentNode, change: (type: FieldsType) => FieldsType): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      hasFields(definition) ? change(definition) : definition,
    ),
  };
}

/** What the composition wrote at a type or field: its applied directives of this name. */
export function applied(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

/** An argument of an applied directive, when it is a text, a name or a truth value. */
export function argument(directive: ConstDirectiveNode, name: string): string | boolean | undefined {
  const value = directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
  const plain = value?.kind === Kind.STRING || value?.kind === Kind.ENUM || value?.kind === Kind.BOOLEAN;
  return plain ? value.value : undefined;
}

/** The field set by which a field of one subgraph requires fields of others. */
export function requiredBy(
  field: FieldDefinitionNode,
): { readonly graph: string; readonly fields: string }[] {
  return applied(field, 'join__field').flatMap((directive) => {
    const [graph, fields] = [argument(directive, 'graph'), argument(directive, 'requires')];
    return typeof graph === 'string' && typeof fields === 'string' ? [{ graph, fields }] : [];
  });
}

/** The same type with each field put through `change`. */
export function mapFields(
  type: FieldsType,
  change: (field: FieldDefinitionNode) => FieldDefinitionNode,
): FieldsType {
  return { ...type, fields: (type.fields ?? []).map(change) };
}

/** The name of the type of a field, without lists. */
export function namedType({ type }: FieldDefinitionNode): string {
  let named = type;
  while (named.kind !== Kind.NAMED_TYPE) named = named.type;
  return named.name.value;
}

/** Reads the text of a field set. */
export function parseFieldSet(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return (operation as OperationDefinitionNode).selectionSet;
}
