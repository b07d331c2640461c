import { given } from '../alignment/input';
import { quote } from '../text/quote';
import { stem } from '../text/stem';
import { contentWords } from '../text/words';

/** What a strategy takes, held against what is at hand. */
export interface ResourceNeeds {
  /** All that it takes; what is at hand says by which resource of the request. */
  readonly required: readonly string[];
  /** What is not at hand; empty where the request does not say what is. */
  readonly missing: readonly string[];
}

const RESOURCE_LENGTH = 40;

/** Source: coaching.yaml, suggestStrategies ("resources: mark what constraints.resources covers, list the rest …"). */
export function needsOf(kinds: readonly string[], resources: readonly string[]): ResourceNeeds {
  const atHand = given(resources).map((text) => ({ text, stems: stemsOf(text) }));
  const found = kinds.map((kind) => ({ kind, by: atHand.find(({ stems }) => covers(stems, kind)) }));
  return {
    required: found.map(({ kind, by }) =>
      by ? `${kind} (at hand: ${quote(by.text, RESOURCE_LENGTH)})` : kind,
    ),
    missing: atHand.length === 0 ? [] : found.filter(({ by }) => !by).map(({ kind }) => kind),
  };
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(contentWords(text).map(({ normal }) => stem(normal)));

/** "2 senior developers" covers a developer: every word of the kind occurs. */
const covers = (stems: ReadonlySet<string>, kind: string): boolean =>
  [...stemsOf(kind)].every((word) => stems.has(word));
