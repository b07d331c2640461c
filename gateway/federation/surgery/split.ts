import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionNode } from 'graphql';
import type { Copies } from './copies';

/** Fields of one entity fetch that can read one representation. */
interface Group {
  readonly fields: Set<FieldNode>;
  /** For each place of the representation, the copy that stands there. */
  readonly places: Map<string, string>;
}

/**
 * Splits an entity fetch whose fields read one place of the representation from different copies: a representation
 * can hold only one of them. Nearly always there is one group, and the fetch stays as it is.
 */
export function splitFetch(fetch: FetchNode, copies: Copies): FetchNode[] {
  if (!fetch.requires) return [fetch];
  const document = parse(fetch.operation, { noLocation: true });
  const groups: Group[] = [];
  for (const { type, field } of entityFields(document)) {
    assign(groups, field, placesRead(copies.reads(fetch.serviceName, type, field.name.value), copies));
  }
  return groups.length < 2 ? [fetch] : groups.map((group) => part(fetch, document, group, copies));
}

function assign(groups: Group[], field: FieldNode, places: ReadonlyMap<string, string>): void {
  const fits = (group: Group): boolean =>
    [...places].every(([place, copy]) => (group.places.get(place) ?? copy) === copy);
  let group = groups.find(fits);
  if (!group) groups.push((group = { fields: new Set(), places: new Map() }));
  group.fields.add(field);
  for (const [place, copy] of places) group.places.set(place, copy);
}

function placesRead(paths: readonly string[], { byName }: Copies): Map<string, string> {
  const original = (name: string): string => byName.get(name)?.field ?? name;
  return new Map(paths.map((path) => [path.split('.').map(original).join('.'), path]));
}

function part(fetch: FetchNode, document: DocumentNode, group: Group, copies: Copies): FetchNode {
  const kept = new Set(group.places.values());
  const own = onlyFields(document, group.fields);
  const used = new Set(variablesOf(own));
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print(onlyVariables(own, used))),
    variableUsages: (fetch.variableUsages ?? []).filter((name) => used.has(name)),
    requires: onlyCopies(fetch.requires ?? [], kept, copies),
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

/** What the representations of one part hold: all that is no copy, and the copies that this part reads. */
function onlyCopies(
  requires: readonly QueryPlanSelectionNode[],
  kept: ReadonlySet<string>,
  copies: Copies,
  above = '',
): QueryPlanSelectionNode[] {
  return requires.flatMap((node): QueryPlanSelectionNode[] => {
    const path = node.kind === 'Field' ? above + node.name : above;
    if (node.kind === 'Field' && copies.byName.has(node.name) && !kept.has(path)) return [];
    if (!node.selections) return [node];
    const selections = onlyCopies(node.selections, kept, copies, node.kind === 'Field' ? `${path}.` : above);
    return selections.length === 0 ? [] : [{ ...node, selections }];
  });
}
