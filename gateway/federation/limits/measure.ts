import { Kind, visit } from 'graphql';
import type { ASTNode, DocumentNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import type { LimitName } from './limits';

/** What is counted in the text, before anything is known of the schema. */
export type Measured = Exclude<LimitName, 'tokens' | 'planSize'>;

export type Measures = Readonly<Record<Measured, number>>;

const NOTHING: Measures = { depth: 0, rootFields: 0, fields: 0, aliases: 0, directives: 0, valueDepth: 0 };

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Measures a document with its fragments expanded; of several operations, the largest of each measure. Each fragment
 * is walked once, so that one that doubles itself twenty times costs twenty steps. Takes documents that are not valid:
 * a fragment that is unknown, or holds itself, counts as empty where it does, and validation will say so.
 */
export function measure(document: DocumentNode): Measures {
  const { definitions } = document;
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const walk = walker(fragments);
  const largestOfAll = definitions
    .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [walk(node.selectionSet)] : []))
    .reduce(largest, NOTHING);
  return { ...largestOfAll, valueDepth: valueDepth(document) };
}

const NESTED: ReadonlySet<Kind> = new Set([Kind.LIST, Kind.OBJECT, Kind.LIST_TYPE]);

/** How deep lists and objects are nested in arguments, defaults and types: what reads them goes down recursively. */
function valueDepth(document: DocumentNode): number {
  let depth = 0;
  let most = 0;
  visit(document, {
    enter({ kind }: ASTNode) {
      if (NESTED.has(kind)) most = Math.max(most, ++depth);
    },
    leave({ kind }: ASTNode) {
      if (NESTED.has(kind)) depth--;
    },
  });
  return most;
}

/** `rootFields` are the fields of the level itself, whatever fragments they stand in. */
function walker(fragments: Fragments): (level: SelectionSetNode) => Measures {
  const known = new Map<string, Measures>();

  const walk = ({ selections }: SelectionSetNode): Measures => {
    let sum = NOTHING;
    for (const node of selections) sum = beside(sum, walkOne(node));
    return { ...sum, depth: sum.depth + 1 };
  };

  const walkOne = (node: SelectionNode): Measures => {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FIELD) {
      const below = node.selectionSet ? walk(node.selectionSet) : NOTHING;
      const own = {
        depth: 0,
        rootFields: 1,
        fields: 1,
        aliases: node.alias ? 1 : 0,
        directives,
        valueDepth: 0,
      };
      return beside({ ...below, rootFields: 0 }, own);
    }
    const below = node.kind === Kind.INLINE_FRAGMENT ? walk(node.selectionSet) : spread(node.name.value);
    return { ...below, directives: below.directives + directives };
  };

  const spread = (name: string): Measures => {
    const measured = known.get(name);
    if (measured) return measured;
    known.set(name, NOTHING); // also stands for the fragment while it is walked
    const fragment = fragments.get(name);
    if (fragment) known.set(name, walk(fragment.selectionSet));
    return known.get(name) ?? NOTHING;
  };

  return walk;
}

const beside = (a: Measures, b: Measures): Measures => ({
  depth: Math.max(a.depth, b.depth),
  rootFields: a.rootFields + b.rootFields,
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  valueDepth: Math.max(a.valueDepth, b.valueDepth),
});

const largest = (a: Measures, b: Measures): Measures => ({
  depth: Math.max(a.depth, b.depth),
  rootFields: Math.max(a.rootFields, b.rootFields),
  fields: Math.max(a.fields, b.fields),
  aliases: Math.max(a.aliases, b.aliases),
  directives: Math.max(a.directives, b.directives),
  valueDepth: Math.max(a.valueDepth, b.valueDepth),
});
