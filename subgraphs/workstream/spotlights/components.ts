/**
 * How each component of a score is found: one function for each, in a table.
 * Source: workstream.yaml, spotlightScoring.componentRules.
 */
import type { ValueBand } from '../candidates/model';
import { money, toHundredths } from './numbers';
import type { Spotlight } from './spotlight';

/** What is known of the item that is scored. */
export interface Facts {
  /** Everything that was written about it; empty where nothing was. */
  readonly text: string;
  /** What it is expected to bring, in US dollars. */
  readonly forecast: number | null;
  readonly valueBand: ValueBand | null;
  /** The urgency scores of its signals. */
  readonly urgencies: readonly number[];
}

export interface Finding {
  readonly score: number;
  readonly reason: string;
}

export type ComponentRule = (facts: Facts, fields: Spotlight['fields']) => Finding;

const noData = (missing: string): Finding => ({ score: 0, reason: `No data: ${missing}` });
const NO_TEXT = 'no text to compare';

const contains = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** A field of the spotlight that must occur in the text. */
const mentioned =
  (field: string, most: number, noun: string): ComponentRule =>
  ({ text }, fields) => {
    const wanted = fields[field]?.trim();
    if (!wanted) return noData(`spotlight has no ${field}`);
    if (text === '') return noData(NO_TEXT);
    return contains(text, wanted)
      ? { score: most, reason: `Perfect match: ${wanted} ${noun}` }
      : { score: 0, reason: `No match: ${wanted} ${noun} not mentioned` };
  };

const BAND_VALUES: Readonly<Record<ValueBand, number>> = { HIGH: 100_000, MEDIUM: 50_000, LOW: 25_000 };

const BUDGET_MET = 20;
const BUDGET_PENALTY = 6;

const budgetFit: ComponentRule = ({ forecast, valueBand }, fields) => {
  const target = Number(fields['budget']);
  if (!(target > 0)) return noData('spotlight has no budget');
  const value = forecast ?? (valueBand && BAND_VALUES[valueBand]);
  if (value === null) return noData('neither forecast nor value band');
  const told = `${money(value)} vs ${money(target)}+ target`;
  if (value >= target) return { score: BUDGET_MET, reason: `Budget within ideal range: ${told}` };
  const score = toHundredths(-BUDGET_PENALTY * (1 - value / target));
  return { score, reason: `Budget below ideal range: ${told}` };
};

const URGENCY_MOST = 15;

const urgencyMatch: ComponentRule = ({ urgencies }) => {
  if (urgencies.length === 0) return noData('no linked signal with an urgency score');
  const highest = Math.max(...urgencies);
  const level = highest >= 0.7 ? 'High' : highest >= 0.4 ? 'Medium' : 'Low';
  return { score: toHundredths(URGENCY_MOST * highest), reason: `${level} urgency: ${highest} of 1.0` };
};

const TECH_STACK_MOST = 10;

const techStackFit: ComponentRule = ({ text }, fields) => {
  const wanted = (fields['tech_stack'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (wanted.length === 0) return noData('spotlight has no tech_stack');
  if (text === '') return noData(NO_TEXT);
  const found = wanted.filter((name) => contains(text, name));
  const missing = wanted.filter((name) => !found.includes(name)).join(', ');
  const score = toHundredths((TECH_STACK_MOST * found.length) / wanted.length);
  if (found.length === 0) return { score, reason: `No match: ${missing} not mentioned` };
  if (missing === '') return { score, reason: `Perfect match: ${found.join(', ')}` };
  return { score, reason: `Partial match: ${found.join(', ')}; missing ${missing}` };
};

/** By the name of the component. */
export const COMPONENT_RULES: Readonly<Record<string, ComponentRule>> = {
  industry_match: mentioned('industry', 15, 'sector'),
  budget_fit: budgetFit,
  geo_alignment: mentioned('region', 10, 'region'),
  urgency_match: urgencyMatch,
  tech_stack_fit: techStackFit,
  company_size_fit: mentioned('company_size', 10, 'company size'),
};
