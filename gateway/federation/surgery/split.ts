import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionNode } from 'graphql';
import type { Copies, Surgery } from './surgery';

/** Fields of one entity fetch that can read one representation. */
interface Group {
  readonly fields: Set<FieldNode>;
  /** The leaves of the representation that the fields require. */
  readonly reads: Set<string>;
  /** For each place of the representation, the copy that stands there. */
  readonly places: Map<string, string>;
  /** What every field of the group must require, no more and no less; undefined where that does not matter. */
  readonly exactly: string | undefined;
}

/**
 * Splits an entity fetch whose fields cannot read one representation. That is so when they read one place of it from
 * different copies. It is so, too, when the planner has put fields that were asked of one implementation of an
 * interface beside fields that were asked of all, to be fetched of all by `@interfaceObject`: what the former require
 * is known of that implementation only, and the others would lack it. Nearly always the fetch stays as it is.
 */
export function splitFetch(fetch: FetchNode, surgery: Surgery): FetchNode[] {
  const isWidened = widens(fetch);
  if (!fetch.requires || (surgery.copies.size === 0 && !isWidened)) return [fetch];
  const document = parse(fetch.operation, { noLocation: true });
  const groups: Group[] = [];
  const keys = new Set<string>();
  for (const { type, field } of entityFields(document)) {
    const reads = surgery.reads(fetch.serviceName, type, field.name.value);
    assign(groups, field, reads, placesOf(reads, surgery.copies), isWidened);
    for (const key of surgery.keys(fetch.serviceName, type)) keys.add(key);
  }
  return groups.length < 2 ? [fetch] : groups.map((group) => part(fetch, document, group, groups, keys));
}

/** Whether objects of several types are sent under the name of their interface. */
function widens({ requires = [], inputRewrites = [] }: FetchNode): boolean {
  const types = new Set(requires.map((node) => (node.kind === 'InlineFragment' ? node.typeCondition : '')));
  return types.size > 1 && inputRewrites.some(({ kind }) => kind === 'ValueSetter');
}

function assign(
  groups: Group[],
  field: FieldNode,
  reads: readonly string[],
  places: ReadonlyMap<string, string>,
  isWidened: boolean,
): void {
  const exactly = isWidened ? [...reads].sort().join() : undefined;
  const fits = (group: Group): boolean =>
    group.exactly === exactly &&
    [...places].every(([place, copy]) => (group.places.get(place) ?? copy) === copy);
  let group = groups.find(fits);
  if (!group) groups.push((group = { fields: new Set(), reads: new Set(), places: new Map(), exactly }));
  group.fields.add(field);
  for (const leaf of reads) group.reads.add(leaf);
  for (const [place, copy] of places) group.places.set(place, copy);
}

/** The copies on the way to these leaves, by the places where the subgraph will see their fields. */
function placesOf(reads: readonly string[], copies: Copies): Map<string, string> {
  const places = new Map<string, string>();
  for (const leaf of reads) {
    const path = leaf.split('.');
    const seen = path.map((name) => copies.get(name)?.field ?? name);
    for (const [index, name] of path.entries()) {
      if (copies.has(name))
        places.set(seen.slice(0, index + 1).join('.'), path.slice(0, index + 1).join('.'));
    }
  }
  return places;
}

function part(
  fetch: FetchNode,
  document: DocumentNode,
  group: Group,
  groups: readonly Group[],
  keys: ReadonlySet<string>,
): FetchNode {
  const isOthers = (leaf: string): boolean =>
    !group.reads.has(leaf) && !keys.has(leaf) && groups.some(({ reads }) => reads.has(leaf));
  const own = onlyFields(document, group.fields);
  const used = new Set(variablesOf(own));
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print(onlyVariables(own, used))),
    variableUsages: (fetch.variableUsages ?? []).filter((name) => used.has(name)),
    requires: without(fetch.requires ?? [], isOthers),
  };
}

/** The fields of the entities, with the types on which they are selected. */
function* entityFields(document: DocumentNode): Generator<{ type: string; field: FieldNode }> {
  for (const entities of operationOf(document).selectionSet.selections) {
    if (entities.kind === Kind.FIELD) yield* fieldsOn('', entities.selectionSet?.selections ?? []);
  }
}

function* fieldsOn(
  type: string,
  selections: readonly SelectionNode[],
): Generator<{ type: string; field: FieldNode }> {
  for (const node of selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      yield* fieldsOn(node.typeCondition?.name.value ?? type, node.selectionSet.selections);
    } else if (node.kind === Kind.FIELD && node.name.value !== '__typename') {
      yield { type, field: node };
    }
  }
}

/** The document with these of the entities' fields, and `__typename`. */
function onlyFields(document: DocumentNode, fields: ReadonlySet<FieldNode>): DocumentNode {
  const prune = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) return fields.has(node) || node.name.value === '__typename' ? [node] : [];
      if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
      const below = prune(node.selectionSet.selections);
      return below.length === 0
        ? []
        : [{ ...node, selectionSet: { ...node.selectionSet, selections: below } }];
    });
  const operation = operationOf(document);
  const selections = operation.selectionSet.selections.map((node) =>
    node.kind === Kind.FIELD && node.selectionSet
      ? { ...node, selectionSet: { ...node.selectionSet, selections: prune(node.selectionSet.selections) } }
      : node,
  );
  const pruned = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  return {
    ...document,
    definitions: document.definitions.map((node) => (node === operation ? pruned : node)),
  };
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('A fetch without an operation.');
  return operation;
}

function variablesOf(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      names.push(name.value);
    },
  });
  return names;
}

function onlyVariables(document: DocumentNode, used: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? false : null),
  });
}

/** What the representations of one part hold: all but what only the fields of other parts require. */
function without(
  requires: readonly QueryPlanSelectionNode[],
  isOthers: (leaf: string) => boolean,
  above = '',
): QueryPlanSelectionNode[] {
  return requires.flatMap((node): QueryPlanSelectionNode[] => {
    const path = node.kind === 'Field' ? above + node.name : above;
    if (!node.selections) return isOthers(path) ? [] : [node];
    const selections = without(node.selections, isOthers, node.kind === 'Field' ? `${path}.` : above);
    return selections.length === 0 ? [] : [{ ...node, selections }];
  });
}
