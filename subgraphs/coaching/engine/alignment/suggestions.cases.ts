import { checkAlignment } from '../alignment';
import type { AlignmentInput } from '../alignment';
import { GOAL, withIntent } from './goals.fixture';

describe('the suggestions', () => {
  it('follow the fixed order of the rules, worst gap first', () => {
    const { suggestions } = checkAlignment(withIntent('Bake bread'));
    expect(suggestions).toEqual([
      expect.stringContaining('"Innovation", "Customer Focus" and "Integrity"'),
      expect.stringContaining('"Lead", "cloud" and "solutions" of the vision'),
      'Add a strategy that leads to "Bake bread": none is given.',
      'Add a measure that shows progress on "Bake bread": none is given.',
      'Give "Bake bread" a number or a date: it names neither.',
    ]);
  });

  it('quote the strategy that shares least with the intent', () => {
    expect(checkAlignment(GOAL).suggestions.at(-1)).toBe(
      'Tie the strategy "Automate invoices" closer to the intent: they share no wording.',
    );
  });

  it('are absent for a goal without gaps', () => {
    const goal: AlignmentInput = {
      goalIntent: 'Win the trust of 100 firms',
      strategies: ['Win firms by trust'],
      measures: ['Firms won'],
      foundation: { vision: 'The trust of firms', coreValues: ['Trust'] },
    };
    expect(checkAlignment(goal).suggestions).toEqual([]);
  });
});
