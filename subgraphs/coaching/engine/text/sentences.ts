// A point ends a sentence only before white space that is not followed by a lower-case letter, so that
// "e.g. retention" and "1.5" stay whole. Line breaks, bullets and East Asian full stops always end one.
const BOUNDARY = /(?<=[!?…]["')\]]*)\s+|(?<=\.["')\]]*)\s+(?!\p{Ll})|[\r\n\u2028\u2029•]+|(?<=[。！？．])/u;
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * The sentences of a text in reading order, trimmed; parts without a letter or digit are left out. A text
 * without any full stop is one sentence, each line of a list is one of its own.
 * Source: coaching.yaml, checkAlignment ("any single sentence of the goal").
 */
export function splitSentences(text: string): string[] {
  return text
    .split(BOUNDARY)
    .map((sentence) => sentence.trim())
    .filter((sentence) => HAS_WORD.test(sentence));
}
