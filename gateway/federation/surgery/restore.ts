import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { restoreDocument, restoreInputs } from './restore-fetch';
import { splitFetch } from './split';
import type { Copies, Surgery } from './surgery';

/** Undoes in a plan what was done to the supergraph, and splits fetches that no subgraph could answer rightly. */
export function restorePlan(plan: QueryPlan, surgery: Surgery): QueryPlan {
  const { node } = plan;
  if (!node) return plan;
  if (node.kind !== 'Subscription') return { ...plan, node: restoreNode(node, surgery) };
  const { rest } = node;
  const primary = restoreFetch(node.primary, surgery.copies);
  return { ...plan, node: { ...node, primary, ...(rest && { rest: restoreNode(rest, surgery) }) } };
}

function restoreNode(node: PlanNode, surgery: Surgery): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => restoreNode(child, surgery)) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause && { ifClause: restoreNode(ifClause, surgery) }),
        ...(elseClause && { elseClause: restoreNode(elseClause, surgery) }),
      };
    }
    case 'Flatten':
      return { ...node, node: restoreNode(node.node, surgery) };
    case 'Defer': {
      const { primary, deferred } = node;
      const restored = <Part extends { readonly node?: PlanNode }>(part: Part): Part =>
        part.node ? { ...part, node: restoreNode(part.node, surgery) } : part;
      return { ...node, primary: restored(primary), deferred: deferred.map(restored) };
    }
    case 'Fetch': {
      const parts = splitFetch(node, surgery).map((part) => restoreFetch(part, surgery.copies));
      const [only] = parts;
      if (only && parts.length === 1) return only;
      // Who waits for the whole must not go on when a part of it is there.
      return { kind: 'Parallel', nodes: parts.map(({ id: _whole, ...part }) => part) };
    }
  }
}

function restoreFetch(fetch: FetchNode, copies: Copies): FetchNode {
  if (copies.size === 0) return fetch;
  const renames = restoreInputs(fetch.requires ?? [], copies);
  return {
    ...fetch,
    operation: restoreDocument(fetch.operation, copies),
    ...(renames.length > 0 && { inputRewrites: [...(fetch.inputRewrites ?? []), ...renames] }),
  };
}
