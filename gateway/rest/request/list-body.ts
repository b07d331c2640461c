/** Bodies that are the list which a member takes, or one item of it. Source: traction.yaml (the kpi-updates endpoints). */
import { isJsonObject, sentName } from './read';

export interface ListBody {
  /** Under which a body that is an object carries the list; the documented one first. */
  readonly names: readonly [string, ...string[]];
  /** Names that tell an item of the list from a body that carries it. */
  readonly itemNames: ReadonlySet<string>;
}

export interface UnfoldedBody {
  readonly body: unknown;
  /** How paths begin that the caller did not write so. */
  readonly hidden: string;
}

/** The body as an object that carries the list. */
export function unfold(body: unknown, { names, itemNames }: ListBody): UnfoldedBody {
  const [name] = names;
  if (Array.isArray(body)) return { body: { [name]: body }, hidden: `${name}.` };
  const isItem =
    isJsonObject(body) &&
    sentName(names, body) === undefined &&
    Object.keys(body).some((member) => itemNames.has(member));
  return isItem ? { body: { [name]: [body] }, hidden: `${name}.0.` } : { body, hidden: '' };
}
