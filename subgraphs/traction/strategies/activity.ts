/** What the changes of a strategy leave in the log. Source: traction.yaml, listRecentActivity. */
import type { Change } from '../../common/changes';
import type { StrategyRow } from './model';

type Kind = 'strategy_added' | 'strategy_updated' | 'strategy_deleted';

const DESCRIPTIONS: Readonly<Record<Kind, string>> = {
  strategy_added: 'Strategy added',
  strategy_updated: 'Strategy updated',
  strategy_deleted: 'Strategy deleted',
};

/** Only an added strategy shows in the recent activity. */
export function strategyChange(kind: Kind, strategy: StrategyRow): Change {
  return {
    kind,
    subject: { type: 'strategy', id: strategy.id },
    goalId: strategy.goalId,
    visibleIn: kind === 'strategy_added' ? ['recent', 'audit'] : ['audit'],
    description: DESCRIPTIONS[kind],
  };
}
