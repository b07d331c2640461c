/** What happens to actions leaves in the log. Source: traction.yaml, updateAction and listRecentActivity. */
import type { Change } from '../../common/changes';
import { perGoal } from '../activity/per-goal';
import { recentChange } from '../activity/recent';
import type { ActionRow } from './model';

type Happening = 'created' | 'updated' | 'deleted';

const about = ({ id, title }: ActionRow) => ({ subject: { type: 'action', id, title } }) as const;

/** Told of each goal that the action is done for, or was before. */
export const actionChanged = (
  action: ActionRow,
  what: Happening,
  before: readonly string[] = [],
): readonly Change[] =>
  perGoal([...new Set([...action.goalIds, ...before])], (goal) => ({
    ...about(action),
    ...goal,
    kind: `action_${what}`,
    visibleIn: ['stream', 'audit'],
    description: `Action ${what}`,
  }));

/** Told in the recent activity, once. */
export const actionCompleted = (action: ActionRow): Change =>
  recentChange({ ...about(action), kind: 'action_completed', description: 'Action completed' });
