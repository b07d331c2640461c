/** What the changes of a strategy leave in the log. Source: traction.yaml, listRecentActivity. */
import type { Change } from '../../common/changes';
import { recentChange } from '../activity/recent';
import type { StrategyRow } from './model';

/** Of a strategy, the recent activity tells that it was added, and nothing else. */
export const strategyAdded = (strategy: StrategyRow): Change =>
  recentChange({ ...about(strategy), kind: 'strategy_added', description: 'Strategy added' });

export const strategyUpdated = (strategy: StrategyRow): Change => ({
  ...about(strategy),
  kind: 'strategy_updated',
  visibleIn: ['stream', 'audit'],
  description: 'Strategy updated',
});

export const strategyDeleted = (strategy: StrategyRow): Change => ({
  ...about(strategy),
  kind: 'strategy_deleted',
  visibleIn: ['stream', 'audit'],
  description: 'Strategy deleted',
});

const about = ({ id, goalId, description }: StrategyRow) =>
  ({ subject: { type: 'strategy', id, title: shortened(description) }, goalId }) as const;

const LONGEST_TITLE = 200;

/** A strategy has no name; the beginning of its description does. */
const shortened = (text: string): string =>
  text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1)}…`;
