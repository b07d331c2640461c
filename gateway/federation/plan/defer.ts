import type { DeferNode, DeferredNode, PlanNode } from '@apollo/query-planner';
import type { DeferredStep, Step } from './types';

type Compile = (node: PlanNode) => Step;

/**
 * The planner's deferred blocks as steps. A block for which nothing is fetched apart is none: what it shows arrives
 * with what is around it, and blocks within it hang on that.
 */
export function assembleDefer({ primary, deferred }: DeferNode, compile: Compile): Step {
  const step = primary.node && compile(primary.node);
  const parts = deferred.flatMap((block) => assembleParts(block, compile));
  if (parts.length === 0) return step ?? { kind: 'sequence', steps: [] };
  return { kind: 'defer', primary: step, milestones: [...milestonesOf(step)], parts };
}

function assembleParts({ label, depends, node }: DeferredNode, compile: Compile): readonly DeferredStep[] {
  if (!node) return [];
  const step = compile(node);
  if (step.kind === 'defer' && !step.primary) return step.parts;
  if (step.kind === 'sequence' && step.steps.length === 0) return [];
  return [{ id: label ?? '', depends: depends.map(({ id }) => id), step }];
}

function* milestonesOf(step: Step | undefined): Generator<string> {
  switch (step?.kind) {
    case 'milestone':
      yield step.id;
      return;
    case 'sequence':
    case 'parallel':
      for (const child of step.steps) yield* milestonesOf(child);
      return;
    case 'condition':
      yield* milestonesOf(step.whenTrue);
      yield* milestonesOf(step.whenFalse);
  }
}

/** The fragments for which this plan fetches something apart. */
export function deferredIn(step: Step): Set<string> {
  const parts = step.kind === 'defer' ? step.parts : [];
  return new Set(parts.flatMap((part) => [part.id, ...deferredIn(part.step)]));
}
