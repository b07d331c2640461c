import type { AlignmentInput } from './input';

/** A foundation with all parts, in business English. */
export const FOUNDATION = {
  vision: 'Lead in cloud solutions that small firms love',
  purpose: 'Help businesses grow through technology they can trust',
  coreValues: ['Innovation', 'Customer Focus', 'Integrity'],
};

/** A goal with input for every component; each of its gaps is of another kind. */
export const GOAL: AlignmentInput = {
  goalIntent: 'Increase customer retention by 20% until December',
  strategies: ['Build an innovative loyalty program in the cloud', 'Automate invoices'],
  measures: ['Customer churn rate', 'Net promoter score'],
  foundation: FOUNDATION,
};

/** The same foundation under a goal that is only an intent. */
export const withIntent = (goalIntent: string): AlignmentInput => ({
  ...GOAL,
  goalIntent,
  strategies: [],
  measures: [],
});
