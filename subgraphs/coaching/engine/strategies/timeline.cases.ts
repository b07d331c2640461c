import { weeksOf } from './timeline';

const TODAY = new Date('2026-01-15T10:00:00Z');
const MONTH = 52 / 12;

describe('a timeline', () => {
  it.each([
    ['6 months', 6 * MONTH],
    ['2-3 weeks', 3],
    ['2 – 3 weeks', 3],
    ['3 to 6 months', 6 * MONTH],
    ['between 3 and 6 months', 6 * MONTH],
    ['within six weeks', 6],
    ['a quarter', 13],
    ['half a year', 26],
    ['1.5 years', 78],
    ['1,5 Years', 78],
    ['90 days', 90 / 7],
    ['12wks', 12],
    ['12-week', 12],
    ['18mo', 18 * MONTH],
    ['first results in 2 weeks, all of it in 6 months', 6 * MONTH],
  ])('gives its longest span: %s', (text, weeks) => {
    expect(weeksOf(text, TODAY)).toBeCloseTo(weeks, 6);
  });

  const until = (end: string): number =>
    (Date.parse(`${end}T00:00:00Z`) - TODAY.getTime()) / (7 * 24 * 60 * 60 * 1000);

  it.each([
    ['Q2', '2026-07-01'],
    ['by q1', '2026-04-01'],
    ['Q3 2027', '2027-10-01'],
    ['2027 Q1', '2027-04-01'],
    ['H2', '2027-01-01'],
    ['by June', '2026-07-01'],
    ['end of Dec', '2027-01-01'],
    ['March 2028', '2028-04-01'],
    ['2026-06', '2026-07-01'],
    ['until 2026-06-14', '2026-06-15'],
    ['end of the year', '2027-01-01'],
    ['year-end', '2027-01-01'],
    ['this quarter', '2026-04-01'],
    ['next quarter', '2026-07-01'],
    ['end of this month', '2026-02-01'],
    ['next year', '2028-01-01'],
    ['in 2027', '2028-01-01'],
  ])('lasts to the end of the moment that it names: %s', (text, end) => {
    expect(weeksOf(text, TODAY)).toBeCloseTo(until(end), 6);
  });

  it('means the next year where its part of this one is over', () => {
    const autumn = new Date('2026-10-10T00:00:00Z');
    const [spring, june] = [weeksOf('Q1', autumn), weeksOf('by June', autumn)];
    expect(spring).toBeCloseTo((Date.UTC(2027, 3, 1) - autumn.getTime()) / (7 * 24 * 60 * 60 * 1000), 6);
    expect(june).toBeGreaterThan(spring ?? Infinity);
  });

  it.each(['1 day', '2 days', '2020', 'until 2025-12-31'])('gives a week at least: %s', (text) => {
    expect(weeksOf(text, TODAY)).toBe(1);
  });

  it.each(['', 'soon', 'ASAP', 'when marketing decides', 'Q7', 'H3', '6', 'maybe', 'juniors first'])(
    'that names neither span nor moment is not understood: "%s"',
    (text) => {
      expect(weeksOf(text, TODAY)).toBeUndefined();
    },
  );
});
