import type { Step } from '../plan/types';
import { executeFetch } from './fetch';
import type { Run } from './run';

/** Runs one step of a plan and all below it. */
export function executeStep(run: Run, step: Step | undefined): Promise<unknown> {
  switch (step?.kind) {
    case undefined:
      return Promise.resolve();
    case 'fetch':
      return executeFetch(run, step);
    case 'sequence':
      return inTurn(run, step.steps);
    case 'parallel':
      return Promise.all(step.steps.map((next) => executeStep(run, next)));
    case 'condition':
      return executeStep(run, run.variables[step.variable] === true ? step.whenTrue : step.whenFalse);
    case 'milestone':
      return executeFetch(run, step.fetch).then(() => run.deferral?.reach(step.id));
    case 'defer':
      return Promise.resolve(run.deferral?.begin(run, step));
  }
}

async function inTurn(run: Run, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await executeStep(run, step);
}
