/** Which actions are remembered, and in which words. Source: workstream.yaml, memory.automaticCapture. */
import type { CandidateRow } from '../candidates/model';
import type { PursuitRow } from '../pursuits/model';
import { wordOf } from '../state-machines/transitions';
import type { Atom } from './model';

/** What an action leaves in the memory. */
export type Memory = Pick<
  Atom,
  'orgId' | 'entityType' | 'entityNumber' | 'atomType' | 'content' | 'source' | 'tags'
>;

/** That a candidate was created. */
export const candidateCreated = (candidate: CandidateRow): Memory => ({
  ...statusOf(candidate, 'CANDIDATE', 'created'),
  content: 'Candidate created',
});

/** That a candidate has another status than before. */
export function candidateStatusChanged(before: CandidateRow, after: CandidateRow): Memory {
  const [from, to] = [wordOf(before.status), wordOf(after.status)];
  return {
    ...statusOf(after, 'CANDIDATE', 'status_change'),
    content: `Status changed: ${from} to ${to}`,
    tags: ['status_change', from, to],
  };
}

/** That a pursuit was created. */
export const pursuitCreated = (pursuit: PursuitRow): Memory => ({
  ...statusOf(pursuit, 'PURSUIT', 'created'),
  content: 'Pursuit created',
});

/** Captured atoms come from the application itself. */
const SYSTEM = 'app';

function statusOf(
  { orgId, number }: CandidateRow | PursuitRow,
  entityType: 'CANDIDATE' | 'PURSUIT',
  moment: string,
): Omit<Memory, 'content'> {
  const kind = wordOf(entityType);
  return {
    orgId,
    entityType,
    entityNumber: number,
    atomType: 'STATUS',
    source: { system: SYSTEM, originId: `${kind}:${number}:${moment}`, url: `/${kind}s/${number}` },
    tags: [],
  };
}
