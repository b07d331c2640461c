import { SPOTLIGHT_WEIGHTS } from '../registry/defaults';
import type { Facts } from './components';
import { scoreOf, topNegative, topPositive } from './scoring';
import { type Spotlight, VIRTUAL_SPOTLIGHT } from './spotlight';

/** Score, weight and contribution by component, as spotlightScoring.workedExamples lists them. */
type Listed = Readonly<Record<string, readonly [number, number, number]>>;

const SPOTLIGHT: Spotlight = {
  number: 7,
  fields: {
    industry: 'Financial Services',
    budget: '100000',
    region: 'Nordics',
    tech_stack: 'React, Kafka',
    company_size: '501-1000',
  },
};

interface Example {
  readonly inputs: string;
  readonly facts: Facts;
  readonly components: Listed;
  readonly total: number;
  readonly positive: string;
  readonly negative: string;
}

const EXAMPLES: readonly Example[] = [
  {
    inputs: 'industry and region in the text; $50K against $100K; urgency 0.8; one of two technologies',
    facts: {
      text: 'A bank in financial services, all over the NORDICS, moving to React',
      forecast: null,
      valueBand: 'MEDIUM',
      urgencies: [0.2, 0.8],
    },
    components: {
      industry_match: [15, 1, 15],
      urgency_match: [12, 1.2, 14.4],
      geo_alignment: [10, 0.6, 6],
      tech_stack_fit: [5, 0.7, 3.5],
      company_size_fit: [0, 0.9, 0],
      budget_fit: [-3, 0.8, -2.4],
    },
    total: 36.5,
    positive: '+15 industry_match',
    negative: '-3 budget_fit',
  },
  {
    inputs: 'industry in the text; $75K against $100K; urgency 0.9; nothing else in the text',
    facts: { text: 'financial services', forecast: 75_000, valueBand: 'HIGH', urgencies: [0.9] },
    components: {
      urgency_match: [13.5, 1.2, 16.2],
      industry_match: [15, 1, 15],
      company_size_fit: [0, 0.9, 0],
      geo_alignment: [0, 0.6, 0],
      tech_stack_fit: [0, 0.7, 0],
      budget_fit: [-1.5, 0.8, -1.2],
    },
    total: 30,
    positive: '+13.5 urgency_match',
    negative: '-1.5 budget_fit',
  },
];

describe.each(EXAMPLES)('$inputs', ({ facts, components, total, positive, negative }) => {
  const score = scoreOf(facts, SPOTLIGHT, SPOTLIGHT_WEIGHTS);

  it('scores every component as listed, the largest contribution first', () => {
    const found = score.components.map(({ name, score: raw, weight, contribution }) => [
      name,
      [raw, weight, contribution],
    ]);
    expect(found).toEqual(Object.entries(components));
  });

  it('adds up, and names what helps and what hurts most', () => {
    expect(score.totalScore).toBe(total);
    expect(topPositive(score)).toBe(positive);
    expect(topNegative(score)).toBe(negative);
  });
});

describe('a score', () => {
  const NOTHING: Facts = { text: '', forecast: null, valueBand: null, urgencies: [] };

  it('of nothing is 0, names nothing, and says of each component what is missing', () => {
    const score = scoreOf(NOTHING, VIRTUAL_SPOTLIGHT, SPOTLIGHT_WEIGHTS);
    expect(score.totalScore).toBe(0);
    expect([topPositive(score), topNegative(score)]).toEqual([null, null]);
    expect(score.components.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
      'budget_fit: No data: spotlight has no budget',
      'company_size_fit: No data: spotlight has no company_size',
      'geo_alignment: No data: spotlight has no region',
      'industry_match: No data: spotlight has no industry',
      'tech_stack_fit: No data: spotlight has no tech_stack',
      'urgency_match: No data: no linked signal with an urgency score',
    ]);
  });

  it('weighs a component that the weights do not name with 1', () => {
    const { components } = scoreOf({ ...NOTHING, urgencies: [1] }, VIRTUAL_SPOTLIGHT, {});
    expect(components[0]).toMatchObject({ name: 'urgency_match', weight: 1, contribution: 15 });
  });

  it('names the first in the alphabet where two components add the same', () => {
    const facts = { ...NOTHING, text: 'nordics 501-1000' };
    const equal = { geo_alignment: 1, company_size_fit: 1 };
    expect(topPositive(scoreOf(facts, SPOTLIGHT, equal))).toBe('+10 company_size_fit');
  });
});
