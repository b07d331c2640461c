/** Who changes a plan, and when. */
import type { Viewer } from '../../../common/viewer';
import type { Context } from '../context';

export interface Author {
  readonly viewer: Viewer;
  readonly now: Date;
}

export const authorOf = ({ viewer, clock }: Context): Author => ({ viewer, now: clock.now() });
