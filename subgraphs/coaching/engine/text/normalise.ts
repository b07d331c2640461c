/**
 * A text in one Unicode spelling: compatibility forms composed (NFKC), typographic apostrophes made straight.
 * Case and accents stay, so that words cut from the result can still be quoted to the reader.
 * Source: coaching.yaml, Builtin 1 ("Unicode-normalise").
 */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/[\u2018\u2019\u02bc]/gu, "'");
}

/**
 * The form in which two spellings of one word are equal: lower case, Latin letters without accents ("Café" is
 * "cafe"). Marks of other scripts stay, for there they tell words apart.
 * Source: coaching.yaml, Builtin 1 ("lower-case").
 */
export function fold(text: string): string {
  const decomposed = text.normalize('NFKD').toLowerCase();
  return decomposed.replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '').normalize('NFC');
}

/** True for a text that is absent, null or only white space. */
export function isBlank(text: string | null | undefined): boolean {
  return text === undefined || text === null || text.trim() === '';
}
