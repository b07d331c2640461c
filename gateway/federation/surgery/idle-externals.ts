import { Kind } from 'graphql';
import type { DocumentNode, FieldDefinitionNode, SelectionSetNode } from 'graphql';
import {
  applied,
  argument,
  hasFields,
  mapFields,
  mapTypes,
  namedType,
  parseFieldSet,
  requiredBy,
} from './join';
import { contextsReadBy, parseContextSelection, typesSettingContexts } from './contexts';
import type { FieldsType } from './join';

/**
 * Drops what the copies made idle: an external field that its subgraph no longer reads. The planner's library
 * refuses a supergraph that has any. Only copied fields and copies are looked at: they have, or had, arguments, so
 * that `@requires` and `@fromContext` are all that may read them; what else keeps one is an interface that the type implements there.
 */
export function dropIdleExternals(document: DocumentNode, copied: ReadonlySet<string>): DocumentNode {
  const types = new Map(document.definitions.filter(hasFields).map((type) => [type.name.value, type]));
  const read = readFields(types, typesSettingContexts(document));
  return mapTypes(document, (type) =>
    mapFields(type, (field) => {
      if (!copied.has(field.name.value)) return field;
      const isIdle = (graph: string): boolean =>
        !read.has(`${graph} ${type.name.value}.${field.name.value}`) &&
        !isPromised(types, type, field, graph);
      return withoutExternals(field, isIdle);
    }),
  );
}

function withoutExternals(
  field: FieldDefinitionNode,
  isIdle: (graph: string) => boolean,
): FieldDefinitionNode {
  const idle = applied(field, 'join__field').filter((directive) => {
    const graph = argument(directive, 'graph');
    return argument(directive, 'external') === true && typeof graph === 'string' && isIdle(graph);
  });
  if (idle.length === 0) return field;
  return { ...field, directives: (field.directives ?? []).filter((directive) => !idle.includes(directive)) };
}

/** Whether an interface makes the type have this field in this subgraph. */
function isPromised(
  types: ReadonlyMap<string, FieldsType>,
  type: FieldsType,
  { name }: FieldDefinitionNode,
  graph: string,
): boolean {
  return applied(type, 'join__implements').some((directive) => {
    if (argument(directive, 'graph') !== graph) return false;
    const promised = types
      .get(String(argument(directive, 'interface')))
      ?.fields?.find((field) => field.name.value === name.value);
    const places = promised && applied(promised, 'join__field');
    return places?.length === 0 || places?.some((place) => argument(place, 'graph') === graph);
  });
}

/** Every field that some `@requires` or `@fromContext` reads, as `GRAPH Type.field`. */
function readFields(
  types: ReadonlyMap<string, FieldsType>,
  setting: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const read = new Set<string>();
  const walk = (graph: string, parent: string, { selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) continue;
      if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(graph, node.typeCondition?.name.value ?? parent, node.selectionSet);
        continue;
      }
      read.add(`${graph} ${parent}.${node.name.value}`);
      const field = types.get(parent)?.fields?.find(({ name }) => name.value === node.name.value);
      if (field && node.selectionSet) walk(graph, namedType(field), node.selectionSet);
    }
  };
  for (const [name, { fields = [] }] of types) {
    for (const field of fields) {
      for (const required of requiredBy(field)) walk(required.graph, name, parseFieldSet(required.fields));
      for (const { graph, context, selection } of contextsReadBy(field)) {
        for (const on of setting.get(context) ?? []) walk(graph, on, parseContextSelection(selection));
      }
    }
  }
  return read;
}
