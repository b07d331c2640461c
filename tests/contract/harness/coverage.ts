/** Which rows of a test file have been tested. */
import { suite } from './data';
import { type Row, rowsOf } from './rows';

export class Coverage {
  private readonly hit = new Set<string>();

  constructor(
    readonly rows: readonly Row[],
    private readonly notObservable: Readonly<Record<string, string>> = {},
  ) {}

  static of(file: string): Coverage {
    return new Coverage(rowsOf(file), suite.notObservable);
  }

  /** Throws for a row that the file does not answer for, or that nothing can observe. */
  check(id: string): void {
    if (!this.rows.some((row) => row.id === id)) throw new Error(`no row "${id}" here`);
    if (id in this.notObservable) throw new Error(`row "${id}" is listed as not observable`);
  }

  /** Marks a row as tested. */
  row(id: string): void {
    this.check(id);
    this.hit.add(id);
  }

  /** What no test has touched, with the words of the contract. */
  unhit(): readonly string[] {
    return this.rows
      .filter(({ id }) => !this.hit.has(id) && !(id in this.notObservable))
      .map(({ id, words }) => `${id}: ${words}`);
  }
}
