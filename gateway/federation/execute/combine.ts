import { Kind, parse, print, visit } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  VariableDefinitionNode,
} from 'graphql';
import type { FetchStep } from '../plan/types';
import type { SubgraphError, SubgraphResponse } from '../types';

const REPRESENTATIONS = 'representations';

/** How many combinations that begin with one fetch are remembered: contexts make as many as the data have values. */
const MOST_REMEMBERED = 64;

/** A variable of one part, such as its representations, in a combined operation. */
export const variableOf = (name: string, index: number): string => `${name}__${index}`;

/** Combinations that have been made, below the first fetch of each: the same plan makes the same ones again. */
const made = new WeakMap<FetchStep, Map<string, FetchStep>>();

/**
 * One operation out of several entity fetches of one subgraph: `entities0`, `entities1`, …, each with
 * representations and contexts of its own. Other variables are those of the client's operation and mean the same everywhere.
 */
export function combine(fetches: readonly FetchStep[]): FetchStep {
  const [first, ...others] = fetches as [FetchStep, ...FetchStep[]];
  const combinations = made.get(first) ?? new Map<string, FetchStep>();
  made.set(first, combinations);
  const key = others.map(({ asks }) => asks).join('\n');
  const known = combinations.get(key);
  if (known) return known;
  const document = combinedDocument(fetches.map((fetch, index) => renamed(fetch, index)));
  const query = print(document);
  const combined = {
    ...first,
    query,
    document: parse(query, { noLocation: true }),
    variables: [...new Set(fetches.flatMap(({ variables }) => variables))],
  };
  if (combinations.size < MOST_REMEMBERED) combinations.set(key, combined);
  return combined;
}

/** The document with names of its own for what would meet others: its variables, fragments, the root field. */
function renamed({ document, contexts }: FetchStep, index: number): DocumentNode {
  const own = new Set([REPRESENTATIONS, ...contexts.map(({ name }) => name)]);
  return visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      selectionSet: {
        ...node.selectionSet,
        selections: node.selectionSet.selections.map((selection) => aliased(selection as FieldNode, index)),
      },
    }),
    FragmentDefinition: (node) => ({ ...node, name: numbered(node.name, index) }),
    FragmentSpread: (node) => ({ ...node, name: numbered(node.name, index) }),
    Variable: (node) =>
      own.has(node.name.value) ? { ...node, name: numbered(node.name, index) } : undefined,
  });
}

function aliased(field: FieldNode, index: number): FieldNode {
  return { ...field, alias: { kind: Kind.NAME, value: `entities${index}` } };
}

function numbered<Name extends { readonly value: string }>(name: Name, index: number): Name {
  return { ...name, value: variableOf(name.value, index) };
}

function combinedDocument(documents: readonly DocumentNode[]): DocumentNode {
  const definitions = documents.flatMap((document) => document.definitions);
  const operations = definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const variables = new Map<string, VariableDefinitionNode>();
  for (const definition of operations.flatMap((operation) => operation.variableDefinitions ?? [])) {
    variables.set(definition.variable.name.value, definition);
  }
  const [operation] = operations as [OperationDefinitionNode];
  const selections = operations.flatMap(({ selectionSet }) => selectionSet.selections);
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        variableDefinitions: [...variables.values()],
        selectionSet: { ...operation.selectionSet, selections },
      },
      ...fragments,
    ],
  };
}

/** The answer to a combined operation as the answers that each of its fetches would have got. */
export function split(
  response: SubgraphResponse | undefined,
  count: number,
): readonly (SubgraphResponse | undefined)[] {
  return Array.from({ length: count }, (_, index) => response && part(response, index));
}

function part({ data, errors = [] }: SubgraphResponse, index: number): SubgraphResponse {
  const alias = `entities${index}`;
  const own = errors.filter(({ path }) => path?.[0] === alias).map(asAlone);
  if (!data) return { data: null, errors: own.length > 0 ? own : errors.map(withoutPath) };
  const general = index === 0 ? errors.filter(({ path }) => !path) : [];
  return { data: { _entities: data[alias] }, errors: [...own, ...general] };
}

function asAlone(error: SubgraphError): SubgraphError {
  return { ...error, path: ['_entities', ...(error.path ?? []).slice(1)] };
}

function withoutPath({ path: _others, ...error }: SubgraphError): SubgraphError {
  return error;
}
