/** Who changes a plan, and when. */
import type { Viewer } from '../../../common/viewer';

export interface Author {
  readonly viewer: Viewer;
  readonly now: Date;
}
