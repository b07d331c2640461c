/**
 * What changes of the pipeline are called in the change log, for the audit trail and for subscriptions.
 * Source: workstream.yaml, events; those of creating, changing and deleting records stand beside it.
 */
import type { Change } from '../common/changes';

const DESCRIPTIONS = {
  'signal.created': 'Signal received',
  'signal.updated': 'Signal updated',
  'signal.deleted': 'Signal deleted',
  'candidate.created': 'Candidate created',
  'candidate.updated': 'Candidate updated',
  'candidate.promoted': 'Candidate promoted',
  'candidate.deleted': 'Candidate deleted',
  'candidate.checklist.updated': 'Checklist of a candidate updated',
  'pursuit.created': 'Pursuit created',
  'memory.atom.created': 'Memory captured',
} as const satisfies Record<string, string>;

export type EventName = keyof typeof DESCRIPTIONS;

/**
 * An event of a record; what it is about stands before the first dot of its name.
 * @param payload what programs need to know of it, in the words of the contract
 */
export function eventOf(
  name: EventName,
  { id }: { readonly id: string },
  payload?: Readonly<Record<string, unknown>>,
): Change {
  const [type = ''] = name.split('.');
  return {
    kind: name,
    subject: { type, id },
    visibleIn: type === 'memory' ? ['audit'] : ['stream', 'audit'],
    description: DESCRIPTIONS[name],
    ...(payload ? { payload } : {}),
  };
}
