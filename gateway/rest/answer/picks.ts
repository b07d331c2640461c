/** Paths through the result of an operation, in the response keys of its document: `createGoal.goal`. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export type ResultPath = readonly string[];

export const parseResultPath = (text: string): ResultPath => text.split('.');

export const responseKey = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The selected fields along a path, level by level; undefined when the path is not in the selection. */
export function fieldsAlong(document: DocumentNode, path: ResultPath): readonly FieldNode[] | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  let level = operation ? [operation.selectionSet] : [];
  const along: FieldNode[] = [];
  for (const key of path) {
    const found = level
      .flatMap((selection) => fieldsOf(selection, fragments))
      .filter((field) => responseKey(field) === key);
    if (found.length === 0) return undefined;
    along.push(...found);
    level = found.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return along;
}

/** The fields of one level, those of its fragments included. */
export function fieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return inner ? fieldsOf(inner.selectionSet, fragments) : [];
  });
}

/** What lies at a path; undefined where the path ends early. */
export function valueAt(result: unknown, path: ResultPath): unknown {
  let value = result;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
