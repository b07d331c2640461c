/** The goals that are read, made by the endpoints of the house. */
import type { Call } from './tenant';

export const GOALS = 1000;

const MOST_STRATEGIES = 3;
const HORIZONS = ['year', 'quarter', 'month'] as const;

/** What the alignment of some goals is judged by. */
const BUSINESS = {
  vision: 'Every town on the coast drinks coffee that its growers can live on.',
  purpose: 'We roast fairly traded coffee and teach people to make it well at home.',
  coreValues: ['Fairness to growers', 'Craft and quality', 'Honest prices'],
};

/** A new goal; no two are alike, and the texts have the lengths that people write. */
export const goalNumber = (number: number): object => ({
  title: `Win ${number} home subscribers`,
  intent: `People who make good coffee at home keep the roastery busy: ${number} subscribers by June.`,
  description: 'There are 740 subscribers today; one in twenty leaves each month. Classes begin in spring.',
  horizon: HORIZONS[number % HORIZONS.length],
  value_tags: ['subscriptions', `round-${number % 10}`],
});

/**
 * Makes the goals, with 0 to 3 strategies in turn; every second one is active, and the alignment of every third one is
 * known. Answers their ids.
 */
export async function makeGoals(call: Call): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 0; number < GOALS; number += 1) {
    const status = number % 2 === 0 ? 'draft' : 'active';
    const goal = { ...goalNumber(number), status };
    const { id } = await call<{ id: string }>('POST', '/traction/api/v1/goals', goal);
    for (let strategy = 0; strategy < number % (MOST_STRATEGIES + 1); strategy += 1) {
      const description = `Teach brewing in free evening class ${strategy}, with a first bag for everyone`;
      await call('POST', `/traction/api/v1/goals/${id}/strategies`, { description });
    }
    if (number % 3 === 0) {
      await call('POST', '/traction/api/v1/alignment/check', { goalId: id, businessContext: BUSINESS });
    }
    ids.push(id);
  }
  return ids;
}
