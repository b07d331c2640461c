/**
 * How long a timeline in words gives: "6 months", "2-3 weeks", "half a year", "Q2", "by June 2027", "end of year".
 * Source: coaching.yaml, suggestStrategies ("the parsed timeline").
 */

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/** Weeks in a unit, by the letters that tell it from the others. */
const UNITS: Readonly<Record<string, number>> = { d: 1 / 7, w: 1, m: 52 / 12, q: 13, y: 52 };

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};

const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?|${Object.keys(NUMBERS).join('|')})`;
const SPAN = new RegExp(
  String.raw`(half\s+)?\b(?:(${NUMBER})\s*(?:-|–|—|to|and|or)\s*)?(${NUMBER})[\s-]*(d|days?|w|wks?|weeks?|m|mos?|mths?|months?|quarters?|y|yrs?|years?)\b`,
  'giu',
);
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** In full or by three letters. */
const MONTH = new RegExp(
  String.raw`\b(?:${MONTHS.map((name) => `(${name.slice(0, 3)})(?:${name.slice(3)})?`).join('|')})\b`,
  'iu',
);
const YEAR = /\b(20\d\d)\b/u;
const ISO_DATE = /\b(20\d\d)-(\d\d)(?:-(\d\d))?\b/u;
const PART_OF_YEAR = /\b([qh])\s?([1-4])\b/iu;
const PERIOD =
  /\b(this|next|current|end of(?: the| this)?)\s+(month|quarter|half|year)\b|\b(month|quarter|year)[- ]end\b/iu;
const MONTHS_OF: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The weeks until the timeline ends, at least one; undefined where it names no span and no moment. */
export function weeksOf(timeline: string, today: Date): number | undefined {
  const weeks = spanOf(timeline) ?? weeksUntil(momentOf(timeline, today), today);
  return weeks === undefined ? undefined : Math.max(1, weeks);
}

/** The longest span that the text names. */
function spanOf(text: string): number | undefined {
  const spans = Array.from(text.matchAll(SPAN), ([, half, , upper = '', unit = '']) => {
    const weeks = UNITS[unit.charAt(0).toLowerCase()] ?? 0;
    return (half ? 0.5 : 1) * numberOf(upper) * weeks;
  });
  return spans.length === 0 ? undefined : Math.max(...spans);
}

const numberOf = (word: string): number => NUMBERS[word.toLowerCase()] ?? Number(word.replace(',', '.'));

type MomentRule = (text: string, today: Date) => Date | undefined;

const isoDate: MomentRule = (text) => {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  return day === undefined
    ? endOfMonth(Number(year), Number(month))
    : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 1));
};

const partOfYear: MomentRule = (text, today) => {
  const [, kind = '', number] = PART_OF_YEAR.exec(text) ?? [];
  if (number === undefined) return undefined;
  const lastMonth = Number(number) * (kind.toLowerCase() === 'q' ? 3 : 6);
  return lastMonth > 12 ? undefined : nextEndOf(lastMonth, text, today);
};

const monthByName: MomentRule = (text, today) => {
  const [, ...names] = MONTH.exec(text) ?? [];
  const month = names.findIndex(Boolean) + 1;
  return month === 0 ? undefined : nextEndOf(month, text, today);
};

const period: MomentRule = (text, today) => {
  const [, which, unit, ending] = PERIOD.exec(text) ?? [];
  const months = MONTHS_OF[(unit ?? ending ?? '').toLowerCase()];
  if (months === undefined) return undefined;
  const running = Math.floor(today.getUTCMonth() / months) + 1;
  const last = running + (which?.toLowerCase() === 'next' ? 1 : 0);
  return endOfMonth(today.getUTCFullYear(), last * months);
};

const bareYear: MomentRule = (text) => {
  const [, year] = YEAR.exec(text) ?? [];
  return year === undefined ? undefined : endOfMonth(Number(year), 12);
};

const MOMENT_RULES: readonly MomentRule[] = [isoDate, partOfYear, monthByName, period, bareYear];

/** The moment that the text names, by the first rule that finds one. */
function momentOf(text: string, today: Date): Date | undefined {
  for (const rule of MOMENT_RULES) {
    const moment = rule(text, today);
    if (moment) return moment;
  }
  return undefined;
}

/** The end of a month in the year that the text names, else the next one to come. */
function nextEndOf(month: number, text: string, today: Date): Date {
  const [, named] = YEAR.exec(text) ?? [];
  const year = today.getUTCFullYear();
  if (named !== undefined) return endOfMonth(Number(named), month);
  const end = endOfMonth(year, month);
  return end > today ? end : endOfMonth(year + 1, month);
}

/** Months count from 1; 13 is January of the next year. */
const endOfMonth = (year: number, month: number): Date => new Date(Date.UTC(year, month, 1));

function weeksUntil(moment: Date | undefined, today: Date): number | undefined {
  return moment && (moment.getTime() - today.getTime()) / WEEK_MILLISECONDS;
}
