import { Kind } from 'graphql';
import type {
  ConstDirectiveNode,
  ConstValueNode,
  DocumentNode,
  FieldDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { applied, argument, hasFields, parseFieldSet } from './join';

/** The selection by which a field of one subgraph reads a context. */
export interface ContextRead {
  readonly graph: string;
  readonly context: string;
  readonly selection: string;
}

/** The names of the types that set each context; of a union, its members. */
export function typesSettingContexts({ definitions }: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  for (const definition of definitions) {
    const isUnion = definition.kind === Kind.UNION_TYPE_DEFINITION;
    if (!isUnion && !hasFields(definition)) continue;
    const setting = isUnion ? (definition.types ?? []) : [definition];
    for (const directive of applied(definition, 'context')) {
      const name = argument(directive, 'name');
      if (typeof name !== 'string') continue;
      types.set(name, [...(types.get(name) ?? []), ...setting.map((type) => type.name.value)]);
    }
  }
  return types;
}

/** What this field reads of contexts, in all subgraphs. */
export function contextsReadBy(field: FieldDefinitionNode): ContextRead[] {
  return applied(field, 'join__field').flatMap((directive) => {
    const graph = argument(directive, 'graph');
    const value = directive.arguments?.find(({ name }) => name.value === 'contextArguments')?.value;
    if (typeof graph !== 'string' || value?.kind !== Kind.LIST) return [];
    return value.values.flatMap((read) => {
      const [context, selection] = [member(read, 'context'), member(read, 'selection')];
      return context === undefined || selection === undefined ? [] : [{ graph, context, selection }];
    });
  });
}

/** The same application of `join__field`, with what it reads of contexts put through `change`. */
export function mapContextReads(
  directive: ConstDirectiveNode,
  change: (context: string, selection: string) => string,
): ConstDirectiveNode {
  const changed = (read: ConstValueNode): ConstValueNode => {
    const [context, selection] = [member(read, 'context'), member(read, 'selection')];
    if (read.kind !== Kind.OBJECT || context === undefined || selection === undefined) return read;
    const value = { kind: Kind.STRING, value: change(context, selection) } as const;
    return {
      ...read,
      fields: read.fields.map((field) => (field.name.value === 'selection' ? { ...field, value } : field)),
    };
  };
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((node) =>
      node.name.value === 'contextArguments' && node.value.kind === Kind.LIST
        ? { ...node, value: { ...node.value, values: node.value.values.map(changed) } }
        : node,
    ),
  };
}

/** Reads what selects a value from a context: `{ field }`, or a fragment for each type. */
export function parseContextSelection(text: string): SelectionSetNode {
  return parseFieldSet(isBraced(text) ? text.trim().slice(1, -1) : text);
}

/** Whether a selection is of a field: only fragments stand without braces. */
export const isBraced = (text: string): boolean => text.trim().startsWith('{');

function member(object: ConstValueNode, name: string): string | undefined {
  const fields = object.kind === Kind.OBJECT ? object.fields : [];
  const value = fields.find((field) => field.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
