import { termsOf } from './terms';

describe('termsOf', () => {
  it('counts words by stem and keeps their first spelling', () => {
    const { words } = termsOf('Growing teams grow. We grew.');
    expect(words.get('grow')).toEqual({ surface: 'Growing', count: 3 });
  });

  it('pairs neighbours across stop words, not across sentences', () => {
    const { pairs } = termsOf('Quality of service. Trust');
    expect(Array.from(pairs.values(), ({ surface }) => surface)).toEqual(['Quality … service']);
  });

  it('counts a concept once for each word and phrase that speaks of it', () => {
    const { concepts } = termsOf('Loyalty lowers churn; supply chain');
    expect(concepts.get('retention')).toEqual({ surface: 'Loyalty', count: 2 });
    expect(concepts.get('delivery')).toEqual({ surface: 'supply chain', count: 1 });
  });

  it.each([
    ['a stop word', 'bread and butter', true],
    ['a concept word', 'Churn rate', true],
    ['neither', 'Brot, Butter', false],
    ['no word', '', false],
  ])('tells whether a text with %s has known words', (_, text, expected) => {
    expect(termsOf(text).hasKnownWords).toBe(expected);
  });
});
