import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { Copies } from './copies';
import { restoreDocument, restoreInputs } from './restore-fetch';
import { splitFetch } from './split';

/** Undoes in a plan what was done to the supergraph: subgraphs know nothing of copies. */
export function restorePlan(plan: QueryPlan, copies: Copies): QueryPlan {
  if (copies.byName.size === 0 || !plan.node) return plan;
  const { node } = plan;
  if (node.kind !== 'Subscription') return { ...plan, node: restoreNode(node, copies) };
  const { rest } = node;
  const primary = restoreFetch(node.primary, copies);
  return { ...plan, node: { ...node, primary, ...(rest && { rest: restoreNode(rest, copies) }) } };
}

function restoreNode(node: PlanNode, copies: Copies): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => restoreNode(child, copies)) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause && { ifClause: restoreNode(ifClause, copies) }),
        ...(elseClause && { elseClause: restoreNode(elseClause, copies) }),
      };
    }
    case 'Flatten':
      return { ...node, node: restoreNode(node.node, copies) };
    case 'Defer': {
      const { primary, deferred } = node;
      const restored = <Part extends { readonly node?: PlanNode }>(part: Part): Part =>
        part.node ? { ...part, node: restoreNode(part.node, copies) } : part;
      return { ...node, primary: restored(primary), deferred: deferred.map(restored) };
    }
    case 'Fetch': {
      const parts = splitFetch(node, copies).map((part) => restoreFetch(part, copies));
      const [only] = parts;
      return only && parts.length === 1 ? only : { kind: 'Parallel', nodes: parts };
    }
  }
}

function restoreFetch(fetch: FetchNode, copies: Copies): FetchNode {
  const renames = restoreInputs(fetch.requires ?? [], copies);
  return {
    ...fetch,
    operation: restoreDocument(fetch.operation, copies),
    ...(renames.length > 0 && { inputRewrites: [...(fetch.inputRewrites ?? []), ...renames] }),
  };
}
