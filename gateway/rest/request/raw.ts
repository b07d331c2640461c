/** The body as it came. What signs its requests signs their bytes (account.yaml, POST /billing/webhook). */
import type { FaultDirective } from '../documents/directives';
import { WHOLE } from './body';
import { IS_REQUIRED } from './complaint';
import { Place } from './place';
import type { VariableReader } from './reader';

export interface RawPlan {
  readonly name: string;
  readonly faults: readonly FaultDirective[];
  readonly required: boolean;
}

export const rawReader = ({ name, faults, required }: RawPlan): VariableReader => ({
  name,
  faults,
  read: ({ request }, report) => {
    if (request.text !== undefined && request.text !== '') return request.text;
    if (required) report(Place.of(WHOLE), IS_REQUIRED);
    return undefined;
  },
  spell: () => WHOLE,
});
