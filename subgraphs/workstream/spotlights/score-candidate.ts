/**
 * Scores candidates: when they are created, when they or their signals change, and on first read where that is still
 * to be done. Source: workstream.yaml, spotlightScoring (rules, componentRules.data).
 */
import type { CandidateRow } from '../candidates/model';
import type { Context, WorkstreamWork } from '../context';
import { registryOf } from '../registry/registry';
import type { SignalRow } from '../signals/model';
import type { Facts } from './components';
import type { SpotlightScoreRow } from './model';
import { ALGORITHM_VERSION, scoreOf } from './scoring';
import { VIRTUAL_SPOTLIGHT } from './spotlight';

/** Scores a candidate by the organisation's default spotlight, and keeps the score in place of the one before. */
export async function scoreCandidate(
  work: WorkstreamWork,
  candidate: CandidateRow,
  now: Date,
): Promise<SpotlightScoreRow> {
  const { data } = work;
  const spotlight = VIRTUAL_SPOTLIGHT;
  const signals = await data.signals.find({ _id: { $in: [...candidate.signalIds] } });
  const registry = await registryOf(work, candidate.orgId, now);
  const place = { itemId: candidate.id, spotlightNumber: spotlight.number };
  const found = {
    ...scoreOf(factsOf(candidate, signals), spotlight, registry.spotlightWeights()),
    algorithmVersion: ALGORITHM_VERSION,
    scoredAt: now,
  };
  const kept = await data.spotlightScores.update(place, { $set: found });
  return kept ?? data.spotlightScores.insert({ itemType: 'CANDIDATE', ...place, ...found });
}

/** Scores all candidates that came from a signal. */
export async function scoreCandidatesOf(work: WorkstreamWork, signalId: string, now: Date): Promise<void> {
  for (const candidate of await work.data.candidates.find({ signalIds: signalId })) {
    await scoreCandidate(work, candidate, now);
  }
}

/** The newest score of a candidate. */
export async function newestScore(candidate: CandidateRow, context: Context): Promise<SpotlightScoreRow> {
  const [newest] = await context.data.spotlightScores.loadAll('itemId', candidate.id, { scoredAt: -1 });
  return newest ?? context.write((work) => scoreCandidate(work, candidate, context.clock.now()));
}

/** What scoring goes by. */
export function factsOf(
  { title, oneLinerScope, valueBand }: Pick<CandidateRow, 'title' | 'oneLinerScope' | 'valueBand'>,
  signals: readonly Pick<SignalRow, 'snippet' | 'problemPhrase' | 'solutionHint' | 'urgencyScore'>[],
): Facts {
  const ofSignals = signals.flatMap(({ snippet, problemPhrase, solutionHint }) => [
    snippet,
    problemPhrase,
    solutionHint,
  ]);
  const texts = [...ofSignals, title, oneLinerScope].filter((text) => text?.trim());
  return {
    text: texts.join('\n'),
    forecast: null,
    valueBand,
    urgencies: signals.flatMap(({ urgencyScore }) => urgencyScore ?? []),
  };
}
