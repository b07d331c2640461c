import { badValue, notSupported } from '../errors';
import { doubleOf } from './arithmetic';
import { isDocument, isNumeric } from './types';

/** The order of strings in a language; zero for those that count as equal. */
export type Collation = (a: string, b: string) => number;

const SENSITIVITY = { 1: 'base', 2: 'accent', 3: 'variant' } as const;

const FIELDS = new Set([
  ...['locale', 'strength', 'caseLevel', 'caseFirst', 'numericOrdering', 'alternate', 'maxVariable'],
  ...['backwards', 'normalization', 'version'],
]);

const known = new Map<string, Collation>();

/** Reads a collation; undefined for none and for `simple`, which compares strings by their bytes. */
export function parseCollation(collation: unknown): Collation | undefined {
  if (collation === undefined || collation === null) return undefined;
  if (!isDocument(collation)) throw badValue('a collation has to be a document');
  const { locale } = collation;
  if (typeof locale !== 'string') throw badValue("Missing expected field 'locale'");
  if (locale === 'simple') return undefined;
  const unknown = Object.keys(collation).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw badValue(`Collation spec contains unknown field: ${unknown}`);
  const key = JSON.stringify(collation);
  const comparison = known.get(key) ?? collatorOf(locale, collation);
  known.set(key, comparison);
  return comparison;
}

function collatorOf(locale: string, collation: Readonly<Record<string, unknown>>): Collation {
  const strength = isNumeric(collation['strength']) ? doubleOf(collation['strength']) : 3;
  if (!(strength in SENSITIVITY)) throw notSupported(`a collation of strength ${strength}`);
  if (collation['backwards'] === true || collation['maxVariable'] === 'space')
    throw notSupported('a collation with backwards or maxVariable');
  const sensitivity =
    strength === 1 && collation['caseLevel'] === true ? 'case' : SENSITIVITY[strength as 1 | 2 | 3];
  const caseFirst =
    collation['caseFirst'] === 'upper' || collation['caseFirst'] === 'lower'
      ? collation['caseFirst']
      : 'false';
  const collator = new Intl.Collator(localeOf(locale), {
    sensitivity,
    caseFirst,
    numeric: collation['numericOrdering'] === true,
    ignorePunctuation: collation['alternate'] === 'shifted',
  });
  return (a, b) => collator.compare(a, b);
}

function localeOf(locale: string): string {
  const tag = locale.replaceAll('_', '-').replace(/@.*$/, '');
  try {
    if (Intl.Collator.supportedLocalesOf([tag]).length > 0) return tag;
  } catch {
    // Not even the form of a language's tag.
  }
  throw badValue(`Field 'locale' is invalid in: { locale: "${locale}" }`);
}
