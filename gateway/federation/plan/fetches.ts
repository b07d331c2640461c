import type { FetchStep, Step } from './types';

/** All fetches below a step, in the order of the plan. */
export function* fetchesOf(step: Step | undefined): Generator<FetchStep> {
  switch (step?.kind) {
    case 'fetch':
      yield step;
      return;
    case 'sequence':
    case 'parallel':
      for (const child of step.steps) yield* fetchesOf(child);
      return;
    case 'condition':
      yield* fetchesOf(step.whenTrue);
      yield* fetchesOf(step.whenFalse);
      return;
    case 'milestone':
      yield step.fetch;
      return;
    case 'defer':
      yield* fetchesOf(step.primary);
      for (const part of step.parts) yield* fetchesOf(part.step);
  }
}
