/** Finding the candidate that a mutation names. */
import { notFound } from '../../../common/errors';
import type { WorkstreamWork } from '../context';
import type { CandidateRow } from './model';

/** The candidate within a write. Throws CANDIDATE_NOT_FOUND. */
export async function requireCandidate({ data }: WorkstreamWork, number: number): Promise<CandidateRow> {
  const candidate = await data.candidates.findOne({ number });
  if (!candidate) throw notFound('CANDIDATE_NOT_FOUND', 'candidate', String(number));
  return candidate;
}
