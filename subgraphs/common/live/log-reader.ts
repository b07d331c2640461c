/**
 * A reader of a tenant's log: a place in it that moves on, in the order of numbers, without gap or repeat. It holds nothing
 * back for a slow consumer: what is no longer at hand is read from the log again.
 */
import type { LoggedChange } from '../changes';
import type { Filter, Records } from '../records';
import type { LogRow, TenantTail } from './tenant-tail';
import type { Wake } from './wake';

/** The log no longer reaches back to the place from which somebody wants to go on, or never reached up to it. */
export interface Gap {
  readonly isGap: true;
  /** The place before the first row that follows. */
  readonly seq: number;
}

/** What a reader is told. */
export type Told = LogRow | Gap;

export const isGap = (told: Told): told is Gap => 'isGap' in told;

/** Which rows are told: those that are to be seen in streams, of these kinds, and of one goal where it is named. */
export interface LogFilter {
  /** In the words of the log. */
  readonly kinds: readonly string[];
  readonly goalId?: string | undefined;
  /** The kind behind which nothing comes, told or not. */
  readonly lastKind?: string | undefined;
}

export interface LogReaderParts {
  readonly changes: () => Records<LoggedChange>;
  /** Up to which number rows that the filter lets through may have been let go of. */
  readonly forgottenUpTo: () => Promise<number>;
  readonly filter: LogFilter;
  readonly tail: TenantTail;
  /** Rings when the tail has grown. */
  readonly wake: Wake;
  /** Behind which number to begin; undefined where it is known to be no place in this log. */
  readonly after: number | undefined;
  readonly onClose: () => void;
}

const PAGE = 200;

export class LogReader implements AsyncIterableIterator<Told, undefined> {
  /** Where it begins, for whoever wants to begin there again; undefined where it begins with a gap. */
  readonly position: string | undefined;
  private passed: number;
  private readonly ready: Told[] = [];
  private isClosed = false;

  constructor(private readonly parts: LogReaderParts) {
    const { after } = parts;
    this.position = after?.toString();
    // Before every number: no log reaches back to there.
    this.passed = after ?? -1;
  }

  async next(): Promise<IteratorResult<Told, undefined>> {
    const { tail, wake } = this.parts;
    while (!this.isClosed) {
      const told = this.ready.shift();
      if (told && this.isTold(told)) return { done: false, value: told };
      if (told) continue;
      if (this.passed < tail.reached || this.passed < 0) await this.readOn();
      else await wake.rung();
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<Told, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private isTold(told: Told): boolean {
    if (isGap(told)) return true;
    const { kinds, lastKind } = this.parts.filter;
    if (told.kind === lastKind) this.close();
    return kinds.includes(told.kind);
  }

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.parts.wake.ring();
    this.parts.onClose();
  }

  private async readOn(): Promise<void> {
    const { tail, filter } = this.parts;
    const atHand = tail.behind(this.passed);
    if (atHand) {
      this.passed = tail.reached;
      this.ready.push(...atHand.filter((row) => matches(row, filter)));
    } else {
      await this.readLog(tail.reached);
    }
  }

  /** A page counts only if, once it is read, the log still reaches back to where it begins. */
  private async readLog(upTo: number): Promise<void> {
    const { changes, filter, forgottenUpTo } = this.parts;
    const rows = await changes().find(
      { ...asQuery(filter), seq: { $gt: this.passed, $lte: upTo } },
      { sort: { seq: 1 }, limit: PAGE },
    );
    const forgotten = await forgottenUpTo();
    if (forgotten > this.passed) {
      this.passed = forgotten;
      this.ready.push({ isGap: true, seq: forgotten });
    } else {
      this.passed = rows.length < PAGE ? upTo : (rows.at(-1)?.seq ?? upTo);
      this.ready.push(...rows);
    }
  }
}

/** The same as `asQuery`. */
const matches = ({ visibleIn, goalId, kind }: LogRow, filter: LogFilter): boolean =>
  visibleIn.includes('stream') &&
  (filter.kinds.includes(kind) || filter.lastKind === kind) &&
  (filter.goalId === undefined || filter.goalId === goalId);

const asQuery = ({ kinds, goalId, lastKind }: LogFilter): Filter<LoggedChange> => ({
  visibleIn: 'stream',
  kind: { $in: [...kinds, ...(lastKind === undefined ? [] : [lastKind])] },
  ...(goalId === undefined ? {} : { goalId }),
});
