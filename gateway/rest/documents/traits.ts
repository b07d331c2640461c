/** What a document says of a variable and of the members below it: names, meaning of null, forms, tables. */
import type { VariableDefinitionNode } from 'graphql';
import type { FormName, ValueSpelling, VocabularyDirectives } from './directives';

/** A tree along the members of the graph. */
export interface Traits {
  /** Further names under which callers send it. */
  readonly names: readonly string[];
  /** The name that the contract documents, where it is not that of the graph. */
  readonly documentedAs?: string | undefined;
  /** What null means; the same as absent where nothing is said. */
  readonly nulls?: 'pass' | 'refuse';
  readonly form?: FormName;
  /** How the texts are spelled that it may be. */
  readonly table?: readonly ValueSpelling[];
  /** The member that a text fills where an object is expected. */
  readonly textAs?: string;
  readonly members: ReadonlyMap<string, Traits>;
}

type Own = Omit<Traits, 'members'>;

export const NO_TRAITS: Traits = { names: [], members: new Map() };

export function traitsOf(node: VariableDefinitionNode, directives: VocabularyDirectives): Traits {
  const nulls = directives.first(node, 'nulls')?.values;
  const said: [path: string, own: Partial<Own>][] = [
    ...directives
      .all(node, 'memberAlias')
      .map(({ values }): [string, Partial<Own>] => [
        values.member,
        { names: values.names, documentedAs: values.documented ? values.names[0] : undefined },
      ]),
    ...(nulls?.pass ?? []).map((path): [string, Partial<Own>] => [path, { nulls: 'pass' }]),
    ...(nulls?.refuse ?? []).map((path): [string, Partial<Own>] => [path, { nulls: 'refuse' }]),
    ...directives
      .all(node, 'textAs')
      .map(({ values }): [string, Partial<Own>] => [values.of, { textAs: values.member }]),
    ...directives
      .all(node, 'form')
      .map(({ values }): [string, Partial<Own>] => [values.member ?? '', { form: values.as }]),
    ...directives
      .all(node, 'spelled')
      .map(({ values }): [string, Partial<Own>] => [values.member ?? '', { table: values.values }]),
  ];
  return said.reduce((traits, [path, own]) => grafted(traits, segments(path), own), NO_TRAITS);
}

const segments = (path: string): readonly string[] => (path === '' ? [] : path.split('.'));

function grafted(traits: Traits, [head, ...rest]: readonly string[], own: Partial<Own>): Traits {
  if (head === undefined) return { ...traits, ...own };
  const member = grafted(traits.members.get(head) ?? NO_TRAITS, rest, own);
  return { ...traits, members: new Map(traits.members).set(head, member) };
}
