/** The feeds of Traction that readers of a run follow, and what each must have told of the log in the end. */
import type { LogRow } from '../../../subgraphs/common/live/tenant-tail';
import { type Random, oneOf, someOf } from './dice';

/** Kinds in the words of the log; those of the graph are the same in capitals. */
export const ENTRY_KINDS = ['activity_created', 'decision_created', 'attachment_created'] as const;
export const KINDS = ['goal_updated', 'strategy_added', ...ENTRY_KINDS] as const;

export type Kind = (typeof KINDS)[number];

export interface Feed {
  readonly kinds: readonly Kind[];
  /** Of all goals of the tenant where absent. */
  readonly goalId: string | undefined;
}

/** One event as its reader saw it: what of it cannot change after it was written. */
export interface Told {
  readonly cursor: string;
  /** In the words of the log; `Resync` and what else a stream says are kinds that no log has. */
  readonly kind: string;
  readonly goalId?: string | undefined;
  /** The entry that came with it. */
  readonly entryId?: string | undefined;
}

/** A few feeds, so that several readers follow the same one. */
export function someFeeds(dice: Random, count: number, goalIds: readonly string[]): readonly Feed[] {
  return Array.from({ length: count }, () => ({
    kinds: oneOf(dice, [KINDS, ENTRY_KINDS, ENTRY_KINDS, someOf(dice, KINDS)]),
    goalId: oneOf(dice, [undefined, ...goalIds]),
  }));
}

export function expectedOf(log: readonly LogRow[], { kinds, goalId }: Feed): Told[] {
  return log
    .filter(
      (row) =>
        row.visibleIn.includes('stream') &&
        kinds.some((kind) => kind === row.kind) &&
        (goalId === undefined || goalId === row.goalId),
    )
    .map(({ seq, kind, goalId: of, subject }) => ({
      cursor: String(seq),
      kind,
      goalId: of,
      entryId: subject.type === 'activity' ? subject.id : undefined,
    }));
}
