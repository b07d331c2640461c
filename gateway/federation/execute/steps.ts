import type { Step } from '../plan/types';
import { executeFetch } from './fetch';
import type { Run } from './run';

/** Runs one step of a plan and all below it. */
export async function executeStep(run: Run, step: Step | undefined): Promise<void> {
  switch (step?.kind) {
    case undefined:
      return;
    case 'fetch':
      return executeFetch(run, step);
    case 'sequence':
      for (const next of step.steps) await executeStep(run, next);
      return;
    case 'parallel':
      await Promise.all(step.steps.map((next) => executeStep(run, next)));
      return;
    case 'condition':
      return executeStep(run, run.variables[step.variable] === true ? step.whenTrue : step.whenFalse);
    case 'milestone':
      await executeFetch(run, step.fetch);
      return run.deferral?.reach(step.id);
    case 'defer':
      return run.deferral?.begin(run, step);
  }
}
