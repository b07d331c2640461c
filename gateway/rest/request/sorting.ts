/** `sort=-created_at`: a text in place of an input of the form `{ by, descending }`. Source: traction.yaml (listGoals). */
import type { EnumSpelling } from '../enums';
import type { FaultDirective } from '../documents/directives';
import { Complaint, IS_REQUIRED } from './complaint';
import { Place } from './place';
import { sentParameter } from './query';
import type { VariableReader } from './reader';

export interface SortPlan {
  readonly name: string;
  readonly faults: readonly FaultDirective[];
  readonly names: readonly [string, ...string[]];
  readonly required: boolean;
  /** The members that the list can be sorted by. */
  readonly members: EnumSpelling;
}

export function sortReader({ name, faults, names, required, members }: SortPlan): VariableReader {
  const noMember = new Complaint(
    `must be one of ${members.documented.join(', ')}, with "-" in front for descending`,
  );
  return {
    name,
    faults,
    read: ({ request }, report) => {
      const sent = sentParameter(request.query, names);
      if (!sent) {
        if (required) report(Place.of(names[0]), IS_REQUIRED);
        return undefined;
      }
      const text = sent.texts.join(',');
      const descending = text.startsWith('-');
      const by = members.read(descending ? text.slice(1) : text);
      if (by !== undefined) return { by, descending };
      report(Place.of(sent.name), noMember);
      return undefined;
    },
    spell: ({ request }) => sentParameter(request.query, names)?.name ?? names[0],
  };
}
