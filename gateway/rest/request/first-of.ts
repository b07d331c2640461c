/** Variables of which the first that a request carries goes before the others. Source: measures.yaml, listMeasures. */
import type { RestRequest } from '../types';
import { sentParameter } from './query';

/** A variable with the names under which callers send it. */
export interface Rival {
  readonly name: string;
  readonly names: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();

/** The variables that count as absent because one before them is there. */
export function passedOver(
  rivals: readonly Rival[],
  { query }: Pick<RestRequest, 'query'>,
): ReadonlySet<string> {
  if (rivals.length === 0) return NONE;
  const first = rivals.findIndex(({ names }) => sentParameter(query, names) !== undefined);
  return new Set(first === -1 ? [] : rivals.slice(first + 1).map(({ name }) => name));
}
