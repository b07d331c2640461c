/** The faults of one request, each with the words of the first @fault that fits it. */
import type { FaultKind } from '../../../common/errors';
import type { FaultDirective } from '../documents/directives';

/** What is wrong with a member, before anybody words it. */
export interface FoundFault {
  /** As the caller spelled it. */
  readonly path: string;
  /** Its path in the graph below its variable, empty for the variable itself. */
  readonly member: string;
  /** Unknown for faults that the graph found and did not explain. */
  readonly kind: FaultKind | undefined;
  /** For people. */
  readonly text: string;
}

export interface Fault {
  readonly path: string;
  readonly text: string;
  /** What the document says of it. */
  readonly said?: FaultDirective | undefined;
}

/** The fault in the words of the document. */
export function worded(rules: readonly FaultDirective[], found: FoundFault): Fault {
  const said = rules.find((rule) => fits(rule, found));
  return { path: found.path, text: said?.text ?? found.text, said };
}

function fits({ of, kinds }: FaultDirective, { member, kind }: FoundFault): boolean {
  if (kinds && (kind === undefined || !kinds.includes(kind))) return false;
  return !of || of.some((path) => member === path || member.startsWith(`${path}.`));
}

/** By the path of the member; the first fault of a member stays. */
export class RequestFaults {
  private readonly byPath = new Map<string, Fault>();

  add(fault: Fault): void {
    if (!this.byPath.has(fault.path)) this.byPath.set(fault.path, fault);
  }

  get isEmpty(): boolean {
    return this.byPath.size === 0;
  }

  get all(): readonly Fault[] {
    return [...this.byPath.values()];
  }
}
