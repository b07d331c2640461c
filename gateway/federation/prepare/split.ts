import type { Selected } from './selection';

/**
 * The root fields of a mutation one by one, in the order in which they are executed: each with the fragments
 * around it. Two calls of one field with equal arguments are two calls.
 */
export function splitByResponseKey(root: readonly Selected[]): Selected[][] {
  const keys = new Set<string>();
  collectKeys(root, keys);
  return [...keys].map((key) => only(root, key));
}

function collectKeys(level: readonly Selected[], keys: Set<string>): void {
  for (const selected of level) {
    if (selected.kind === 'field') keys.add(selected.responseKey);
    else collectKeys(selected.selections, keys);
  }
}

function only(level: readonly Selected[], key: string): Selected[] {
  return level.flatMap((selected): Selected[] => {
    if (selected.kind === 'field') return selected.responseKey === key ? [selected] : [];
    const selections = only(selected.selections, key);
    return selections.length === 0 ? [] : [{ ...selected, selections }];
  });
}
