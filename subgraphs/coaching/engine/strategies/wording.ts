import { isBlank } from '../text/normalise';
import { quote } from '../text/quote';
import type { StrategyQuestion } from './question';

const SLOT_LENGTH = 60;

/** What a slot says, with the request's own words in quotation marks, for they may be of any form. */
const SLOTS: Readonly<Record<string, (question: StrategyQuestion) => string>> = {
  customers: ({ targetMarket }) => within('customers', 'of the market', targetMarket),
  rivals: ({ industry }) => within('competitors', 'in the industry', industry),
};

const within = (noun: string, relation: string, text: string | null): string =>
  text === null || isBlank(text) ? noun : `${noun} ${relation} ${quote(text, SLOT_LENGTH)}`;

/** A template of the library with its slots filled. */
export function fillTemplate(template: string, question: StrategyQuestion): string {
  return template.replace(/\{(\w+)\}/gu, (slot, name: string) => SLOTS[name]?.(question) ?? slot);
}

const WEEKS_PER_MONTH = 52 / 12;
/** Shorter spans are told in weeks. */
const LEAST_MONTH_WEEKS = 4;

/** "4-10 weeks", "2-3 months"; within the time that there is. */
export function timeframe([shortest, usual]: readonly [number, number], weeks = Infinity): string {
  if (usual > weeks) return range(shortest, Math.max(shortest, Math.floor(weeks)), 'week');
  if (shortest < LEAST_MONTH_WEEKS || usual < 2 * WEEKS_PER_MONTH) return range(shortest, usual, 'week');
  return range(inMonths(shortest), inMonths(usual), 'month');
}

const inMonths = (weeks: number): number => Math.round(weeks / WEEKS_PER_MONTH);

const range = (from: number, to: number, unit: string): string =>
  `${from === to ? '' : `${from}-`}${to} ${unit}${to === 1 ? '' : 's'}`;
