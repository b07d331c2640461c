import * as fc from 'fast-check';
import { createCorpus, scoreOf } from './similarity';

describe('scoreOf', () => {
  it.each([
    [0, 0],
    [0.2, 55],
    [0.5, 86],
    [1, 98],
  ])('puts raw %d at %d', (raw, score) => expect(Math.round(scoreOf(raw))).toBe(score));
});

describe('similarity', () => {
  it('is 0.6 * cosine + 0.4 * share of b found in a, with (1 + ln tf) * idf and concepts at half', () => {
    const [a, b] = ['bread bread butter', 'bread and revenue'];
    const { raw, basis } = createCorpus([a, b, 'tea']).similarity(a, b);
    const [inBoth, inOne] = [Math.log(1 + 3 / 2), Math.log(1 + 3 / 1)];
    // a: bread (twice), butter, "bread bread", "bread butter"; b: bread, revenue, "bread revenue", the
    // concept.
    const [breadA, breadB] = [(1 + Math.log(2)) * inBoth, inBoth];
    const lengthA = Math.hypot(breadA, inOne, inOne, inOne);
    const lengthB = Math.hypot(breadB, inOne, inOne, inOne / 2);
    const cosine = (breadA * breadB) / (lengthA * lengthB);
    const covered = breadB / (breadB + 2.5 * inOne);
    expect(basis).toBe('terms');
    expect(raw).toBeCloseTo(0.6 * cosine + 0.4 * covered, 12);
  });

  it('is 1 between a text and itself, 0 where nothing is shared or a text has no term', () => {
    const corpus = createCorpus(['Bake the bread', 'Sell a car']);
    expect(corpus.similarity('Bake the bread', 'Bake the bread').raw).toBeCloseTo(1, 12);
    expect(corpus.similarity('Bake the bread', 'Sell a car').raw).toBe(0);
    expect(corpus.similarity('Bake the bread', 'the of and').raw).toBe(0);
    expect(corpus.similarity('', '').raw).toBe(0);
  });

  it('counts what a covers of b: a long text covers a short one more than the other way round', () => {
    const [long, short] = ['Bake the bread, brew the tea and wash the cups', 'Bake the bread'];
    const corpus = createCorpus([long, short]);
    expect(corpus.similarity(long, short).raw).toBeGreaterThan(corpus.similarity(short, long).raw);
  });

  it('finds synonyms, less than the word itself', () => {
    const texts = ['reward the loyalty', 'lower the churn', 'more loyalty', 'bake the bread'];
    const corpus = createCorpus(texts);
    const raws = texts.map((text) => corpus.similarity(text, 'reward the loyalty').raw);
    expect(raws[1]).toBeGreaterThan(0);
    expect(raws[2]).toBeGreaterThan(raws[1] ?? 1);
    expect(raws[3]).toBe(0);
  });

  it('lets a rare word weigh more than one that every text holds', () => {
    const corpus = createCorpus(['sales bread', 'sales tea', 'sales bread rolls', 'sales cups']);
    const shared = corpus.sharedTerms('sales bread', 'sales bread rolls').map(({ inB }) => inB);
    expect(shared).toEqual(['bread', 'sales']);
  });

  it.each([
    ['two texts without a known word', '顧客維持率', '顧客維持', 'trigrams'],
    ['a text with a known word beside one without', 'the bread', 'Brot', 'terms'],
    ['short English texts without a stop word', 'Churn rate', 'Customer loyalty', 'terms'],
  ])('compares %s by the right means', (_, a, b, basis) => {
    const similarity = createCorpus([a, b]).similarity(a, b);
    expect(similarity.basis).toBe(basis);
  });

  it('is never outside 0 to 1, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (texts) => {
        const { raw, score } = createCorpus(texts).similarity(texts[0] ?? '', texts[1] ?? '');
        expect(raw >= 0 && raw <= 1 && score >= 0 && score <= 100).toBe(true);
      }),
    );
  });
});

describe('shared and missing terms', () => {
  const goal = 'Make our clients loyal';
  const vision = 'Customers love us, nobody fears churn, and retention of clients grows';
  const corpus = createCorpus([goal, vision]);

  it('come in the spelling of either text, one for each concept beyond shared words', () => {
    expect(corpus.sharedTerms(goal, vision)).toEqual([
      { inA: 'clients', inB: 'clients', byConcept: false },
      { inA: 'loyal', inB: 'churn', byConcept: true },
    ]);
  });

  it('are missing only when neither the word nor its concept occurs', () => {
    expect(corpus.missingTerms(goal, vision)).toEqual(['love', 'fears', 'grows']);
  });
});
