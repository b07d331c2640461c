/** Fragments are shared by a folder: each has a name of its own there, and somebody uses it. */
import { spreadsOf } from '../documents/load';
import { type DocumentFault, faultAt } from '../faults';
import type { ServiceRule } from './rule';

export const fragments: ServiceRule = ({ service }) => {
  const used = new Set([...service.operations, ...service.fragments].flatMap(spreadsOf));
  const known = new Set<string>();
  return service.fragments.flatMap((fragment): DocumentFault[] => {
    const name = fragment.name.value;
    const isTaken = known.has(name);
    known.add(name);
    if (isTaken) return [faultAt(fragment, `The fragment name "${name}" is taken.`)];
    return used.has(name) ? [] : [faultAt(fragment, `The fragment "${name}" is not used.`)];
  });
};
