const DIGIT = /\p{N}/u;
// Spelled-out quantities; "one" is left out, for "number one" and "one team" measure nothing.
const SMALL_NUMBER = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|zero)\b/iu;
const LARGE_NUMBER = /\b(?:twenty|thirty|forty|fifty|hundred|thousand|million|billion)\b/iu;
const MULTIPLE = /\b(?:half|halve|double|triple)\b/iu;
const MONTH = /\b(?:january|february|april|june|july|august|september|october|november|december)\b/iu;
// March and May are verbs too: they are months only with a capital and after a preposition of time.
const MONTH_OR_VERB = /\b(?:[Bb]y|[Ii]n|[Uu]ntil|[Bb]efore|[Ee]nd of) (?:March|May)\b/u;
const PERIOD =
  /\b(?:this|next|coming|current|end of|end of the) (?:week|month|quarter|half|year)\b|\byear[- ]end\b/iu;

const SIGNS = [DIGIT, SMALL_NUMBER, LARGE_NUMBER, MULTIPLE, MONTH, MONTH_OR_VERB, PERIOD];

/**
 * Whether a text names a number or a date: a digit, a spelled-out number, a month or a stretch of the
 * calendar.
 * Source: coaching.yaml, checkAlignment ("intent without number or date").
 */
export function namesNumberOrDate(text: string): boolean {
  return SIGNS.some((pattern) => pattern.test(text));
}
