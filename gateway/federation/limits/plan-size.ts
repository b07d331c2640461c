import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { Planner } from '../plan/planner';
import { LimitExceeded } from './limits';

/** A planner whose plans may send at most so many requests; throws LimitExceeded. */
export function limitPlans(planner: Planner, most: number): Planner {
  return {
    plan(document) {
      const plan = planner.plan(document);
      if (countFetches(plan.node) > most) throw new LimitExceeded('planSize', most);
      return plan;
    },
  };
}

type Node = PlanNode | SubscriptionNode;

/** How many requests a plan may send. Of the two sides of a condition only one is executed: the larger counts. */
export function countFetches(node: QueryPlan['node']): number {
  switch (node?.kind) {
    case undefined:
      return 0;
    case 'Fetch':
      return 1;
    case 'Flatten':
      return countFetches(node.node);
    case 'Sequence':
    case 'Parallel':
      return sum(node.nodes);
    case 'Condition':
      return Math.max(countFetches(node.ifClause), countFetches(node.elseClause));
    case 'Subscription':
      return 1 + countFetches(node.rest);
    case 'Defer':
      return countFetches(node.primary.node) + sum(node.deferred.map(({ node: deferred }) => deferred));
  }
}

const sum = (nodes: readonly (Node | undefined)[]): number =>
  nodes.reduce((total, node) => total + countFetches(node), 0);
