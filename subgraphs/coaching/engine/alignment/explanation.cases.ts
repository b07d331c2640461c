import { checkAlignment } from '../alignment';
import { GOAL, withIntent } from './goals.fixture';
import { splitSentences } from '../text/sentences';

describe('the explanation', () => {
  const { explanation } = checkAlignment(GOAL);

  it('names the shared terms of each part, by word and by concept', () => {
    expect(explanation).toContain('With the vision it shares "cloud"');
    expect(explanation).toContain('"grow" (in the goal: "Increase")');
    expect(explanation).toContain('it takes up "Innovation" and "Customer Focus" but not "Integrity"');
  });

  it('names terms of the foundation that the goal does not have', () => {
    const missing = /Of the foundation, (.*) occur nowhere/u.exec(explanation)?.[1] ?? '';
    const named = Array.from(missing.matchAll(/"([^"]+)"/gu), ([, term]) => term);
    expect(named).toEqual(['Lead', 'solutions', 'small', 'firms', 'love']);
  });

  it('has two to five sentences', () => {
    const few = checkAlignment({ ...withIntent('Bake bread'), foundation: { purpose: 'Sell tea' } });
    for (const text of [explanation, few.explanation, checkAlignment(withIntent('Bake bread')).explanation]) {
      const { length } = splitSentences(text);
      expect(length >= 2 && length <= 5).toBe(true);
    }
  });

  it.each([
    [
      'says so when no term is missing',
      { vision: 'Growing trust' },
      /speaks of every term of the foundation\.$/u,
    ],
    ['says nothing of terms where there are none', { vision: '!' }, /no wording, which gives 0\.$/u],
    [
      'says so when there is no foundation',
      {},
      /No vision, purpose or core value is given to hold it against\.$/u,
    ],
  ])('%s', (_, foundation, ending) => {
    expect(checkAlignment({ ...withIntent('Let trust grow'), foundation }).explanation).toMatch(ending);
  });

  it('claims no core value on a faint likeness of letters', () => {
    const goal = { ...withIntent('Treueprogramm aufbauen'), foundation: { coreValues: ['Vertrauen'] } };
    expect(checkAlignment(goal).explanation).toContain('it takes up none ("Vertrauen")');
  });
});
