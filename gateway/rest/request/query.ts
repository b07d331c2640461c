/** Parameters of a query: given once, as a comma list, repeated, or as `name[]`. Source: common.yaml (queryLists). */
import type { RestRequest } from '../types';

type Query = RestRequest['query'];

/** Everything that was given under a name. An empty text is no value: forms send their empty fields too. */
function texts(query: Query, name: string): readonly string[] {
  const given = [query[name], query[`${name}[]`]].flat();
  return given.filter((value) => typeof value === 'string').filter((value) => value !== '');
}

/** A parameter as it was sent: the name, and one text or several. */
export interface SentParameter {
  readonly name: string;
  readonly texts: readonly string[];
}

/** The first of the names that carries a value. */
export function sentParameter(query: Query, names: readonly string[]): SentParameter | undefined {
  for (const name of names) {
    const found = texts(query, name);
    if (found.length > 0) return { name, texts: found };
  }
  return undefined;
}

/** The items of a list parameter. */
export const itemsOf = ({ texts: given }: SentParameter): readonly string[] =>
  given
    .flatMap((text) => text.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
