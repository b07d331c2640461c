import { COMPONENT_RULES, type Facts, type Finding } from './components';
import { money, toHundredths } from './numbers';

const NOTHING: Facts = { text: '', forecast: null, valueBand: null, urgencies: [] };

const find = (name: string, facts: Partial<Facts>, fields: Record<string, string> = {}): Finding => {
  const rule = COMPONENT_RULES[name];
  if (!rule) throw new Error(`no component "${name}"`);
  return rule({ ...NOTHING, ...facts }, fields);
};

/** Component, facts, fields of the spotlight, score and reason: spotlightScoring.componentRules, noData, reasons. */
const CASES: readonly (readonly [string, Partial<Facts>, Record<string, string>, number, string])[] = [
  ['industry_match', { text: 'Banking' }, { industry: 'bank' }, 15, 'Perfect match: bank sector'],
  ['industry_match', { text: 'Retail' }, { industry: 'bank' }, 0, 'No match: bank sector not mentioned'],
  ['industry_match', {}, { industry: 'bank' }, 0, 'No data: no text to compare'],
  ['geo_alignment', { text: 'in the EU' }, { region: 'EU' }, 10, 'Perfect match: EU region'],
  ['geo_alignment', { text: 'US' }, { region: 'EU' }, 0, 'No match: EU region not mentioned'],
  [
    'company_size_fit',
    { text: '51-200 people' },
    { company_size: '51-200' },
    10,
    'Perfect match: 51-200 company size',
  ],
  [
    'company_size_fit',
    { text: 'two' },
    { company_size: '51-200' },
    0,
    'No match: 51-200 company size not mentioned',
  ],
  [
    'budget_fit',
    { forecast: 150_000 },
    { budget: '100000' },
    20,
    'Budget within ideal range: $150K vs $100K+ target',
  ],
  [
    'budget_fit',
    { valueBand: 'HIGH' },
    { budget: '100000' },
    20,
    'Budget within ideal range: $100K vs $100K+ target',
  ],
  [
    'budget_fit',
    { valueBand: 'MEDIUM' },
    { budget: '100000' },
    -3,
    'Budget below ideal range: $50K vs $100K+ target',
  ],
  [
    'budget_fit',
    { valueBand: 'LOW' },
    { budget: '100000' },
    -4.5,
    'Budget below ideal range: $25K vs $100K+ target',
  ],
  [
    'budget_fit',
    { forecast: 0, valueBand: 'HIGH' },
    { budget: '100000' },
    -6,
    'Budget below ideal range: $0 vs $100K+ target',
  ],
  ['budget_fit', {}, { budget: '100000' }, 0, 'No data: neither forecast nor value band'],
  ['budget_fit', { valueBand: 'HIGH' }, { budget: 'a lot' }, 0, 'No data: spotlight has no budget'],
  ['urgency_match', { urgencies: [0.85, 0.1] }, {}, 12.75, 'High urgency: 0.85 of 1.0'],
  ['urgency_match', { urgencies: [0.7] }, {}, 10.5, 'High urgency: 0.7 of 1.0'],
  ['urgency_match', { urgencies: [0.5] }, {}, 7.5, 'Medium urgency: 0.5 of 1.0'],
  ['urgency_match', { urgencies: [0.4] }, {}, 6, 'Medium urgency: 0.4 of 1.0'],
  ['urgency_match', { urgencies: [0.2] }, {}, 3, 'Low urgency: 0.2 of 1.0'],
  [
    'tech_stack_fit',
    { text: 'react, kafka' },
    { tech_stack: 'React, Kafka' },
    10,
    'Perfect match: React, Kafka',
  ],
  [
    'tech_stack_fit',
    { text: 'kafka' },
    { tech_stack: 'React, Kafka, Go' },
    3.33,
    'Partial match: Kafka; missing React, Go',
  ],
  [
    'tech_stack_fit',
    { text: 'cobol' },
    { tech_stack: 'React, Kafka' },
    0,
    'No match: React, Kafka not mentioned',
  ],
  ['tech_stack_fit', {}, { tech_stack: 'React' }, 0, 'No data: no text to compare'],
  ['tech_stack_fit', { text: 'cobol' }, { tech_stack: ' , ' }, 0, 'No data: spotlight has no tech_stack'],
];

it.each(CASES)('%s of %j against %j is %d: %s', (name, facts, fields, score, reason) => {
  expect(find(name, facts, fields)).toEqual({ score, reason });
});

it.each([
  [0, '$0'],
  [750, '$750'],
  [999.55, '$999.6'],
  [999.96, '$1K'],
  [1000, '$1K'],
  [50_000, '$50K'],
  [1_250, '$1.3K'],
  [1_000_000, '$1M'],
  [1_550_000, '$1.6M'],
  [2_000_000_000, '$2000M'],
])('money of %d is written as %s', (amount, text) => {
  expect(money(amount)).toBe(text);
});

it.each([
  [-2.4000000000000004, -2.4],
  [1.005, 1.01],
  [-1.005, -1.01],
  [3.333333, 3.33],
  [-0.001, 0],
])('%d has two decimals as %d', (value, rounded) => {
  expect(toHundredths(value)).toBe(rounded);
});
