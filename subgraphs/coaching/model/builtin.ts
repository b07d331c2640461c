import { checkAlignment } from '../engine/alignment';
import { suggestStrategies } from '../engine/strategies';
import type { CoachingModel } from './model';

/** The engine without a language model: computed from the words of the question, alike for alike. */
export const builtinModel: CoachingModel = {
  engine: 'BUILTIN',
  version: 'builtin-1',
  assessAlignment: async (input) => checkAlignment(input),
  suggestStrategies: async (question) => suggestStrategies(question),
};
