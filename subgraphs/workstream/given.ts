/** What an input gives of the members that it may give. Source: workstream.yaml, updateSignal, updateCandidate. */
import { DomainError } from '../../common/errors';

/**
 * The members that are given: what is absent stays as it is, null removes, and a member that must have a value keeps
 * it. Throws VALIDATION_ERROR where nothing is given.
 * @param lasting the members that cannot be removed
 */
export function givenMembers<T extends object>(changes: T, lasting: readonly (keyof T)[]): Partial<T> {
  const given = Object.entries(changes).filter(
    ([name, value]) => value !== undefined && !(value === null && lasting.includes(name as keyof T)),
  );
  if (given.length === 0) throw new DomainError('VALIDATION_ERROR', 'Nothing that is known is to be changed');
  return Object.fromEntries(given) as Partial<T>;
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** The members that have a value. */
export const presentMembers = <T extends object>(input: T): Present<T> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<T>;
