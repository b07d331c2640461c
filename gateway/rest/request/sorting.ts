/** `sort=-created_at`: a text in place of an input of the form `{ by, descending }`. Source: traction.yaml (listGoals). */
import type { EnumSpelling } from '../enums';
import { sentParameter } from './query';
import type { VariableReader } from './reader';

export interface SortPlan {
  readonly name: string;
  readonly fault: string | undefined;
  readonly names: readonly [string, ...string[]];
  readonly required: boolean;
  /** The members that the list can be sorted by. */
  readonly members: EnumSpelling;
}

export function sortReader({ name, fault, names, required, members }: SortPlan): VariableReader {
  return {
    name,
    fault,
    read: ({ request }, report) => {
      const sent = sentParameter(request.query, names);
      if (!sent) {
        if (required) report(names[0], 'is required');
        return undefined;
      }
      const text = sent.texts.join(',');
      const descending = text.startsWith('-');
      const by = members.read(descending ? text.slice(1) : text);
      if (by !== undefined) return { by, descending };
      report(sent.name, `must be one of ${members.documented.join(', ')}, with "-" in front for descending`);
      return undefined;
    },
    spell: ({ request }) => sentParameter(request.query, names)?.name ?? names[0],
  };
}
