import { contentWords } from '../text/words';
import type { AlignmentReading } from './reading';

/** Content words that an input needs before a comparison of wording says much. Source: coaching.yaml. */
const ENOUGH_WORDS = 5;
const LEAST = 0.2;
const SHARE_WEIGHT = 0.4;
/**
 * Where it judges meaning, the built-in engine never reports more. Source: coaching.yaml, open ("confidence
 * and engine").
 */
const MOST = 0.6;

/**
 * min(0.6, 0.2 + 0.4 * share of the inputs vision, purpose, core values, intent, strategies and measures that
 * carry at least five content words), to two decimals; a list counts with all its entries together.
 * Source: coaching.yaml, checkAlignment ("builtin: confidence").
 */
export function confidenceOf(reading: AlignmentReading): number {
  const { vision, purpose, values, intent, strategies, measures } = reading;
  const inputs = [[vision], [purpose], values, [intent], strategies, measures];
  const rich = inputs.filter(
    (texts) => contentWords(texts.map((one) => one?.text ?? '').join('\n')).length >= ENOUGH_WORDS,
  );
  const confidence = Math.min(MOST, LEAST + (SHARE_WEIGHT * rich.length) / inputs.length);
  return Math.round(confidence * 100) / 100;
}
