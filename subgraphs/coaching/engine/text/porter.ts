// Building blocks of a word after M. F. Porter, "An algorithm for suffix stripping", 1980: C a run of
// consonants, V a run of vowels; y is a consonant at the start of a run of consonants, else a vowel.
const C = '[^aeiou][^aeiouy]*';
const V = '[aeiouy][aeiou]*';
const MEASURE_ABOVE_0 = new RegExp(`^(?:${C})?${V}${C}`, 'u');
const MEASURE_IS_1 = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`, 'u');
const MEASURE_ABOVE_1 = new RegExp(`^(?:${C})?${V}${C}${V}${C}`, 'u');
const HAS_VOWEL = new RegExp(`^(?:${C})?[aeiouy]`, 'u');
const ENDS_SHORT = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`, 'u');
const DOUBLE_CONSONANT = /([^aeiouylsz])\1$/u;

type Replacements = readonly (readonly [suffix: string, replacement: string])[];

// Of two suffixes that both fit, the longer stands first. "bli" and "logi" are Porter's own later
// corrections.
const STEP_2: Replacements = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const STEP_3: Replacements = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 =
  /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/u;

/** Step 1a: plurals. */
function dropPlural(word: string): string {
  if (/(?:ss|i)es$/u.test(word)) return word.slice(0, -2);
  return /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** Step 1b: -eed, -ed and -ing, with the repair of what they leave behind. */
function dropPastAndProgressive(word: string): string {
  if (word.endsWith('eed')) return MEASURE_ABOVE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const stem = word.replace(/(?:ed|ing)$/u, '');
  if (stem === word || !HAS_VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (DOUBLE_CONSONANT.test(stem)) return stem.slice(0, -1);
  return ENDS_SHORT.test(stem) ? `${stem}e` : stem;
}

/** Step 1c: a final y after a vowel-bearing stem. */
function softenFinalY(word: string): string {
  return word.endsWith('y') && HAS_VOWEL.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

/** Steps 2 and 3: the first suffix that fits is the only one tried. */
function replaceSuffix(word: string, replacements: Replacements): string {
  const found = replacements.find(([suffix]) => word.endsWith(suffix));
  if (found === undefined) return word;
  const stem = word.slice(0, -found[0].length);
  return MEASURE_ABOVE_0.test(stem) ? stem + found[1] : word;
}

/** Step 4: suffixes that go without replacement. */
function dropSuffix(word: string): string {
  const stem = word.replace(STEP_4, '');
  return MEASURE_ABOVE_1.test(stem) ? stem : word;
}

/** Step 5: a final e, and one l of a final double l. */
function tidyEnd(word: string): string {
  const stem = word.slice(0, -1);
  const dropsE =
    word.endsWith('e') && (MEASURE_ABOVE_1.test(stem) || (MEASURE_IS_1.test(stem) && !ENDS_SHORT.test(stem)));
  const tidied = dropsE ? stem : word;
  return tidied.endsWith('ll') && MEASURE_ABOVE_1.test(tidied) ? tidied.slice(0, -1) : tidied;
}

/**
 * The stem of an English word by Porter's algorithm.
 * @param word lower-case letters a to z; words of one or two letters are their own stem.
 * @returns the stem, not always a word itself ("retention" gives "retent").
 * Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (3), 1980; coaching.yaml, Builtin 1.
 */
export function porterStem(word: string): string {
  if (word.length < 3) return word;
  // A first y is a consonant; the capital keeps it out of the vowel classes.
  let stem = word.startsWith('y') ? `Y${word.slice(1)}` : word;
  stem = softenFinalY(dropPastAndProgressive(dropPlural(stem)));
  stem = replaceSuffix(replaceSuffix(stem, STEP_2), STEP_3);
  return tidyEnd(dropSuffix(stem)).toLowerCase();
}
