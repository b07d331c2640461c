import type { Writer } from '../storage/writer';
import { readRecord, writeRecord } from './records';
import type { StatementResult, StatementRun } from './records';

/** What a write has to know of its session. */
export interface WritingSession {
  readonly id: string;
  /** The number of the last write that may have been remembered. */
  writtenNumber: bigint | undefined;
}

/** A write that its client may send again, without knowing whether it was carried out. */
export class RetryableWrite {
  /** The number by which the client knows its statement at an index. */
  readonly statementAt: (index: number) => number;
  private readonly session: WritingSession;
  private readonly number: bigint;

  constructor(session: WritingSession, number: bigint, statementAt: (index: number) => number) {
    this.session = session;
    this.number = number;
    this.statementAt = statementAt;
  }

  /** What has been done of it already, as a writer sees it, to be continued. */
  open(writer: Writer): StatementLog {
    const { session, number } = this;
    const record = session.writtenNumber === number ? readRecord(writer.view, session.id) : undefined;
    const runs = record?.number === number ? record.runs : [];
    return new StatementLog(runs, (results) => {
      session.writtenNumber = number;
      writeRecord(writer, session.id, { number, usedAt: Date.now(), committed: false, runs: results });
    });
  }
}

/** The results of the statements of one write. */
export class StatementLog {
  private readonly known = new Map<number, StatementResult>();
  private readonly runs: StatementRun[];
  private readonly store: (runs: readonly StatementRun[]) => void;

  constructor(runs: readonly StatementRun[], store: (runs: readonly StatementRun[]) => void) {
    this.runs = [...runs];
    this.store = store;
    for (const run of runs) for (let at = 0; at < run.count; at += 1) this.known.set(run.first + at, run);
  }

  /** What a statement has done, if it was carried out. */
  find(statement: number): StatementResult | undefined {
    return this.known.get(statement);
  }

  /** Notes what a statement has done. */
  add(statement: number, result: StatementResult): void {
    const last = this.runs.at(-1);
    if (last !== undefined && last.first + last.count === statement && isSame(last, result)) {
      this.runs[this.runs.length - 1] = { ...last, count: last.count + 1 };
    } else {
      this.runs.push({ ...result, first: statement, count: 1 });
    }
  }

  /** Puts what has been noted among the writes, so that it is committed with them. */
  save(): void {
    this.store(this.runs);
  }
}

function isSame(a: StatementResult, b: StatementResult): boolean {
  const plain = [a, b].every(({ upserted, reply }) => upserted === undefined && reply === undefined);
  return plain && a.n === b.n && a.nModified === b.nModified;
}
