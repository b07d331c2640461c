/** The order of a goal's strategies. Source: traction.yaml, createStrategy and reorderStrategies. */
import { invalid, notFound } from '../../../common/errors';
import type { ReorderStrategiesInput } from '../schema.generated';

/** A strategy and the place it is wanted at. */
export interface Placement {
  readonly strategyId: string;
  readonly newOrder: number;
}

/** Reads the two forms of the request. Throws VALIDATION_ERROR for both, neither, or a place or strategy named twice. */
export function placementsOf({ strategyOrders, strategyIds }: ReorderStrategiesInput): readonly Placement[] {
  if (strategyOrders && strategyIds) {
    throw invalid({ strategyIds: 'strategyIds cannot be given together with strategyOrders' });
  }
  if (!strategyOrders && !strategyIds) throw invalid({ strategyOrders: 'strategyOrders is required' });
  const member = strategyOrders ? 'strategyOrders' : 'strategyIds';
  const placements =
    strategyOrders ?? (strategyIds ?? []).map((strategyId, index) => ({ strategyId, newOrder: index + 1 }));
  if (new Set(placements.map(({ newOrder }) => newOrder)).size < placements.length) {
    throw invalid({ [member]: `${member} names a place twice` });
  }
  if (new Set(placements.map(({ strategyId }) => strategyId)).size < placements.length) {
    throw invalid({ [member]: `${member} names a strategy twice` });
  }
  return placements;
}

/**
 * The ids in their new order: who is named gets the place asked for, the others keep their order behind or between.
 * @param current the ids in today's order
 * @throws STRATEGY_NOT_FOUND for an id that is not among them
 */
export function reordered(current: readonly string[], placements: readonly Placement[]): readonly string[] {
  const unknown = placements.find(({ strategyId }) => !current.includes(strategyId));
  if (unknown) throw notFound('STRATEGY_NOT_FOUND', 'strategy', unknown.strategyId);
  const named = placements.toSorted((a, b) => a.newOrder - b.newOrder);
  const rest = current.filter((id) => !placements.some(({ strategyId }) => strategyId === id));
  const order: string[] = [];
  while (order.length < current.length) {
    const next = named[0];
    const takesPlace = next && (next.newOrder <= order.length + 1 || rest.length === 0);
    order.push((takesPlace ? named.shift()?.strategyId : rest.shift()) as string);
  }
  return order;
}
