import type { DataFile, Header, Tree } from './data-file';
import { HEADER_PAGES } from './data-file';
import { KIND, PAGE_HEADER } from './page';
import type { Page, ValuePlace } from './page';

/** What is wrong with a page, and which keys are behind it: from one on, up to and without another one. */
export interface Fault {
  readonly page: number;
  readonly problem: string;
  readonly from: Buffer | undefined;
  readonly to: Buffer | undefined;
}

/** A key, and where its value is. */
export interface FoundEntry {
  readonly key: Buffer;
  readonly value: ValuePlace;
}

/** What a leaf holds that is sound. */
export interface Leaf {
  readonly page: Page;
  readonly entries: readonly FoundEntry[];
}

/** Hears of what is damaged. */
export type OnFault = (fault: Fault) => void;

/** The order of keys in a tree. */
export type Order = (a: Buffer, b: Buffer) => number;

/** The order of the tree of free pages, whose keys are 64-bit numbers. */
export const byNumber: Order = (a, b) => {
  const [first, second] = [a.readBigUInt64LE(), b.readBigUInt64LE()];
  return first < second ? -1 : Number(first > second);
};

/** Where a walk is: which keys may be here. */
interface Bounds {
  readonly from: Buffer | undefined;
  readonly to: Buffer | undefined;
}

/** Walks trees of a data file and checks every page, so that nothing damaged is believed. */
export class TreeWalk {
  /** Pages that belong to a tree. */
  readonly used: Uint8Array;
  private readonly file: DataFile;
  private readonly header: Header;

  constructor(file: DataFile, header: Header) {
    this.file = file;
    this.header = header;
    this.used = new Uint8Array(Math.min(header.lastPage + 1, file.pageCount));
  }

  /** The leaves of a tree, in the order of its keys; of a damaged one, what is sound. */
  *walk(tree: Tree, order: Order, onFault: OnFault): Generator<Leaf> {
    if (tree.root === undefined) return;
    const counted = { pages: 0, entries: 0, faults: 0 };
    const counting: OnFault = (fault) => {
      counted.faults += 1;
      onFault(fault);
    };
    const bounds = { from: undefined, to: undefined };
    for (const found of this.visit(tree.root, tree.depth, bounds, order, counting)) {
      counted.pages += 1;
      if (found.page.kind !== KIND.leaf) continue;
      counted.entries += found.entries.length;
      yield found;
    }
    const { pages, entries } = tree.counts ?? counted;
    if (counted.faults > 0 || (counted.pages === pages && counted.entries === entries)) return;
    const problem = `its tree has ${counted.pages} pages and ${counted.entries} entries instead of ${pages} and ${entries}`;
    onFault({ page: tree.root, problem, ...bounds });
  }

  /** All pages of the tree below a page, which is so many levels high. */
  private *visit(
    number: number,
    levels: number,
    bounds: Bounds,
    order: Order,
    onFault: OnFault,
  ): Generator<Leaf> {
    const kind = levels > 1 ? KIND.branch : KIND.leaf;
    const page = this.claim(number, 1) ? this.file.page(number) : undefined;
    const problem =
      page === undefined
        ? this.whyMissing(number)
        : problemOfPage(page, number, kind, this.header.transaction);
    if (page === undefined || problem !== undefined) {
      onFault({ page: number, problem: problem ?? '', ...bounds });
    } else if (kind === KIND.leaf) {
      yield { page, entries: this.entriesOf(page, bounds, order, onFault) };
    } else {
      yield { page, entries: [] };
      for (const { child, within } of childrenOf(page, bounds, order, onFault))
        yield* this.visit(child, levels - 1, within, order, onFault);
    }
  }

  private entriesOf(page: Page, { from, to }: Bounds, order: Order, onFault: OnFault): FoundEntry[] {
    const entries: FoundEntry[] = [];
    let before = from;
    for (let node = 0; node < page.nodeCount; node += 1) {
      const key = page.key(node);
      const value = page.value(node);
      if (!isWithin(key, before, to, order, node === 0)) {
        onFault({ page: page.number, problem: `key ${node} is out of order`, from, to });
        continue;
      }
      const problem = value.inline === undefined ? this.problemOfBig(value) : undefined;
      if (problem === undefined) entries.push({ key, value });
      else onFault({ page: page.number, problem, from: key, to: Buffer.concat([key, Buffer.alloc(1)]) });
      before = key;
    }
    return entries;
  }

  /** Notes that pages belong to a tree; says whether they can. */
  private claim(number: number, count: number): boolean {
    if (number < HEADER_PAGES || number + count > this.used.length) return false;
    if (this.used.subarray(number, number + count).some((used) => used !== 0)) return false;
    this.used.fill(1, number, number + count);
    return true;
  }

  private whyMissing(number: number): string {
    if (number < HEADER_PAGES || number > this.header.lastPage) return 'there is no such page';
    return number < this.used.length ? 'it is used twice' : 'it is behind the end of the file';
  }

  private problemOfBig({ page: number, pages, size }: ValuePlace): string | undefined {
    const fits = pages === Math.ceil((PAGE_HEADER + size) / this.file.pageSize);
    if (!fits || !this.claim(number, pages)) return `the value of a key is not at page ${number}`;
    const page = this.file.page(number);
    const isSound = page?.number === number && page.kind === KIND.overflow && page.pageCount === pages;
    return isSound ? undefined : `page ${number} does not hold the value of a key`;
  }
}

/** The children of a branch with the keys that may be below each; none where the branch is damaged. */
function childrenOf(
  page: Page,
  { from, to }: Bounds,
  order: Order,
  onFault: OnFault,
): { child: number; within: Bounds }[] {
  // The first key of a branch is empty: what is below the second one is behind it.
  const keys = Array.from({ length: page.nodeCount }, (_, node) => (node === 0 ? from : page.key(node)));
  const unordered = keys.findIndex((key, node) => node > 0 && !isWithin(key, keys[node - 1], to, order));
  if (unordered !== -1) {
    onFault({ page: page.number, problem: `key ${unordered} is out of order`, from, to });
    return [];
  }
  return keys.map((key, node) => ({
    child: page.child(node),
    within: { from: key, to: keys[node + 1] ?? to },
  }));
}

/** What is wrong with a page that should be a branch or leaf, if anything is. */
export function problemOfPage(page: Page, number: number, kind: number, latest: number): string | undefined {
  if (page.number !== number || page.kind !== kind || page.transaction > latest || !page.isSound)
    return `it is no ${kind === KIND.leaf ? 'leaf' : 'branch'} of the tree`;
  for (let node = 0; node < page.nodeCount; node += 1)
    if (!page.holds(node)) return `what it holds at ${node} is not within it`;
  return undefined;
}

function isWithin(
  key: Buffer | undefined,
  before: Buffer | undefined,
  to: Buffer | undefined,
  order: Order,
  orEqual = false,
): boolean {
  if (key === undefined || (order === byNumber && key.length !== 8)) return false;
  const above = before === undefined ? 1 : order(key, before);
  return (above > 0 || (orEqual && above === 0)) && (to === undefined || order(key, to) < 0);
}
