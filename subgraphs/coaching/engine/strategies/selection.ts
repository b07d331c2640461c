import type { Corpus } from '../similarity';
import type { Candidate, StrategyReading } from './reading';

const LEAST = 3;
const MOST = 5;

/** From this raw similarity on two strategies are the same one. Source: coaching.yaml, suggestStrategies. */
const SAME = 0.6;

/** Below this raw similarity what is shared is a word that happens to occur in both. */
const FITTING = 0.1;

/** What was chosen, and how many fitting ones were not. */
export interface Selection {
  readonly chosen: readonly Candidate[];
  /** Left out because their shortest span exceeds the timeline. */
  readonly tooLong: number;
  /** Left out because there is such a strategy already. */
  readonly known: number;
  /** How many of the chosen fit the wording of the question; the rest are general. */
  readonly fitting: number;
}

/**
 * The best three to five that fit, take no longer than there is time, and repeat neither an existing strategy nor one
 * another. Where fewer than three fit, general ones and then the rest of the library fill up to three.
 * Source: coaching.yaml, suggestStrategies ("drop those …, return the best 3 to 5"); open, INSUFFICIENT_CONTEXT ("one that
 * matches nothing gets the general entries of the library").
 */
export function select(reading: StrategyReading): Selection {
  const { candidates } = reading;
  const picked = new Picking(reading);
  const isGeneral = ({ entry }: Candidate): boolean => entry.theme === 'general';
  const isFitting = (one: Candidate): boolean => !isGeneral(one) && one.similarity >= FITTING;
  picked.take(candidates.filter(isFitting), MOST);
  const { tooLong, known, chosen } = picked;
  const fitting = chosen.length;
  picked.take(candidates.filter(isGeneral), LEAST);
  picked.take(
    candidates.filter((one) => !isGeneral(one) && !isFitting(one)),
    LEAST,
  );
  return { chosen, tooLong, known, fitting };
}

/** The choice while it is made. */
class Picking {
  readonly chosen: Candidate[] = [];
  tooLong = 0;
  known = 0;

  constructor(private readonly reading: StrategyReading) {}

  /** Takes what may be taken, in order, until there are `most`. */
  take(candidates: readonly Candidate[], most: number): void {
    for (const candidate of candidates) {
      if (this.chosen.length >= most) return;
      this.consider(candidate);
    }
  }

  private consider(candidate: Candidate): void {
    const { corpus, existing, weeks = Infinity } = this.reading;
    const [shortest] = candidate.entry.weeks;
    if (shortest > weeks) this.tooLong += 1;
    else if (existing.some((text) => repeats(corpus, candidate, text))) this.known += 1;
    else if (!this.chosen.some(({ title, text }) => repeats(corpus, candidate, `${title}\n${text}`)))
      this.chosen.push(candidate);
  }
}

/** Whether a text says the same as the candidate does, in full or by its title. */
function repeats(corpus: Corpus, { title, text: body }: Candidate, text: string): boolean {
  const asWhole = corpus.similarity(`${title}\n${body}`, text).raw;
  return asWhole >= SAME || corpus.similarity(text, title).raw >= SAME;
}
