import * as fc from 'fast-check';
import { checkAlignment, hasFoundation } from './alignment';
import type { AlignmentInput } from './alignment';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const wording = fc
  .array(
    fc.constantFrom('grow', 'the', 'customer', 'Churn.', '2030', '顧客', 'Qualität', 'trust', '"x"', '\n'),
    {
      maxLength: 12,
    },
  )
  .map((words) => words.join(' '));
const text = fc.oneof(anyText, wording);
const anyInput: fc.Arbitrary<AlignmentInput> = fc.record({
  goalIntent: text,
  strategies: fc.array(text, { maxLength: 4 }),
  measures: fc.array(text, { maxLength: 4 }),
  foundation: fc.record(
    { vision: fc.option(text), purpose: fc.option(text), coreValues: fc.array(text, { maxLength: 4 }) },
    { requiredKeys: [] },
  ),
});

describe('hasFoundation', () => {
  it.each([
    ['a vision', { vision: 'Lead' }, true],
    ['one core value that is not blank', { coreValues: [' ', 'Trust'] }, true],
    ['only blanks', { vision: ' ', purpose: null, coreValues: ['', '\n'] }, false],
    ['only a target market', { targetMarket: 'Small firms' }, false],
    ['nothing', {}, false],
  ])('judges %s', (_, foundation, expected) => expect(hasFoundation(foundation)).toBe(expected));
});

describe('for any input', () => {
  it('the same input gives the same answer', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(checkAlignment(structuredClone(input))).toEqual(checkAlignment(input));
      }),
    );
  });

  it('figures are whole percentages, confidence is 0.2 to 0.6, texts keep their lengths', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { score, components, breakdown, confidence, explanation, suggestions } = checkAlignment(input);
        for (const figure of [score, ...Object.values(components), ...Object.values(breakdown)]) {
          expect(Number.isInteger(figure) && figure >= 0 && figure <= 100).toBe(true);
        }
        expect(confidence >= 0.2 && confidence <= 0.6).toBe(true);
        expect(Array.from(explanation).length).toBeLessThanOrEqual(1200);
        expect(suggestions.length).toBeLessThanOrEqual(5);
        for (const suggestion of suggestions) expect(Array.from(suggestion).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('texts keep their lengths when every word and list is long', () => {
    const long = (...words: string[]): string[] => words.map((word) => word.repeat(40));
    const many = Array.from({ length: 1000 }, (_, at) => `${at} ${long('value').join()}`);
    const vision = `The ${long('lead', 'cloud', 'firms', 'loved', 'small', 'often').join(' ')}`;
    const strategies = [`${long('lead').join()} ${long(...'bcdefghijklmnopqrstu'.split('')).join(' ')}`];
    const goalIntent = `The ${long('lead', 'cloud', 'firms').join(' ')}`;
    const foundation = { vision, purpose: vision, coreValues: many };
    const { explanation, suggestions } = checkAlignment({ goalIntent, strategies, measures: [], foundation });
    expect(Array.from(explanation).length).toBeLessThanOrEqual(1200);
    for (const suggestion of suggestions) expect(Array.from(suggestion).length).toBeLessThanOrEqual(200);
    expect(suggestions).toHaveLength(5);
  });

  it('every quotation stands in the input, in whatever case, spacing and length', () => {
    fc.assert(
      fc.property(
        fc.array(wording, { minLength: 4, maxLength: 4 }),
        ([goalIntent = '', strategy = '', vision = '', value = '']) => {
          const input = {
            goalIntent,
            strategies: [strategy],
            measures: [],
            foundation: { vision, coreValues: [value] },
          };
          const { explanation, suggestions } = checkAlignment(input);
          const plain = (raw: string): string => raw.replace(/\s+/gu, ' ').replace(/"/gu, "'");
          const source = [goalIntent, strategy, vision, value].map(plain).join('|');
          for (const [, quoted = ''] of [explanation, ...suggestions].join(' ').matchAll(/"([^"]+)"/gu)) {
            for (const piece of quoted.split('…')) expect(source).toContain(piece.trim());
          }
        },
      ),
    );
  });
});
