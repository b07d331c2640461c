import { Kind } from 'graphql';
import type { DocumentNode, SelectionSetNode } from 'graphql';
import { applied, argument, hasFields, parseFieldSet, requiredBy } from './join';
import type { Surgery } from './surgery';

/** Finds what the subgraphs of a supergraph read from representations, as `@key` and `@requires` say. */
export function readsOf(supergraph: DocumentNode): Pick<Surgery, 'reads' | 'keys'> {
  const services = serviceNames(supergraph);
  const reads = new Map<string, readonly string[]>();
  const keys = new Map<string, ReadonlySet<string>>();
  const at = (graph: string, coordinate: string): string => `${services.get(graph) ?? graph} ${coordinate}`;
  for (const type of supergraph.definitions.filter(hasFields)) {
    for (const directive of applied(type, 'join__type')) {
      const [graph, key] = [argument(directive, 'graph'), argument(directive, 'key')];
      if (typeof graph !== 'string' || typeof key !== 'string') continue;
      const own = at(graph, type.name.value);
      keys.set(own, new Set([...(keys.get(own) ?? []), ...leaves(parseFieldSet(key))]));
    }
    for (const field of type.fields ?? []) {
      for (const { graph, fields } of requiredBy(field)) {
        reads.set(at(graph, `${type.name.value}.${field.name.value}`), [...leaves(parseFieldSet(fields))]);
      }
    }
  }
  return {
    reads: (service, type, field) => reads.get(`${service} ${type}.${field}`) ?? [],
    keys: (service, type) => keys.get(`${service} ${type}`) ?? new Set(),
  };
}

function* leaves({ selections }: SelectionSetNode, above = ''): Generator<string> {
  for (const node of selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) yield* leaves(node.selectionSet, above);
    if (node.kind !== Kind.FIELD) continue;
    const path = above + node.name.value;
    if (node.selectionSet) yield* leaves(node.selectionSet, `${path}.`);
    else yield path;
  }
}

/** The names of the subgraphs, by the names that the supergraph's directives use. */
function serviceNames({ definitions }: DocumentNode): Map<string, string> {
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap((value) => {
      const name = applied(value, 'join__graph').map((directive) => argument(directive, 'name'))[0];
      return typeof name === 'string' ? [[value.name.value, name]] : [];
    }),
  );
}
