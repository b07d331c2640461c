import { LRUCache } from 'lru-cache';
import type { Step } from '../plan/types';
import type { DeferredShape } from '../projection/deferred';
import { InvalidOperation } from '../types';
import type { Defer, Deferred } from './defer';
import type { PlanFor } from './plans';
import type { Selected } from './selection';

/** How a stage is answered in parts. */
export interface DeferringPlan {
  readonly step: Step;
  readonly shown: DeferredShape;
}

/** The plan for the variables of one execution; undefined when nothing is deferred with these. */
export type DeferringFor = (variables: Readonly<Record<string, unknown>>) => DeferringPlan | undefined;

/** How many combinations of `if` variables one operation keeps plans for. */
const MOST_VARIANTS = 16;

/**
 * How many fragments are deferred; others come at once. Measured on this project's graph: the planner takes 15 ms for
 * one, 80 ms for 20 and 600 ms for 200.
 */
const MOST_DEFERRED = 20;

/**
 * A plan for each combination of the variables that `@defer(if:)` reads: with its variable false, a fragment is one
 * like any other. The combination that defers most is planned at once, so that what is too much is refused early.
 */
export function planDeferring(
  wishes: readonly Defer[],
  plan: (deferred: Deferred) => PlanFor<DeferringPlan>,
): DeferringFor | undefined {
  if (wishes.length === 0) return undefined;
  const defers = wishes.slice(0, MOST_DEFERRED);
  const variants = new LRUCache<string, PlanFor<DeferringPlan>>({ max: MOST_VARIANTS });
  const planFor = (deferred: Deferred): PlanFor<DeferringPlan> => {
    const key = [...deferred].join();
    const known = variants.get(key) ?? plan(deferred);
    variants.set(key, known);
    return known;
  };
  if (!isPlanned(() => planFor(new Set(defers.map(({ id }) => id))))) return undefined;
  return (variables) => {
    const wanted = defers.filter(({ variable }) => variable === undefined || variables[variable] !== false);
    if (wanted.length === 0) return undefined;
    try {
      return planFor(new Set(wanted.map(({ id }) => id)))(variables);
    } catch {
      return undefined;
    }
  };
}

/**
 * The planner stumbles over some `@defer`: where keys of several subgraphs lead to what is deferred, its own assertions
 * fail. What it cannot plan in parts is answered at once.
 */
function isPlanned(plan: () => unknown): boolean {
  try {
    plan();
    return true;
  } catch (fault) {
    if (fault instanceof InvalidOperation) throw fault;
    return false;
  }
}

/** All wishes below this level. */
export function defersIn(level: readonly Selected[]): Defer[] {
  return level.flatMap((selected) => {
    const below = defersIn(selected.selections);
    return selected.kind === 'fragment' && selected.defer ? [selected.defer, ...below] : below;
  });
}

/** The same level without the wishes of the fragments on it: the fields of a mutation are executed in their order. */
export function atOnce(level: readonly Selected[]): Selected[] {
  return level.map((selected) => {
    if (selected.kind === 'field') return selected;
    return { ...selected, selections: atOnce(selected.selections), defer: undefined };
  });
}
