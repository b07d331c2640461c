import type { DataFile, Header } from '../storage/file/data-file';
import { newest } from '../storage/file/data-file';
import { byBytes } from '../storage/file/check';
import { headerFromPages, isFreeKey, treePages } from '../storage/file/lost-header';
import { KIND } from '../storage/file/page';
import type { Page } from '../storage/file/page';
import { TreeWalk, byNumber } from '../storage/file/tree-walk';
import type { Fault, FoundEntry } from '../storage/file/tree-walk';
import type { Engine } from '../storage/engine';
import { WriteSet } from '../storage/write-set';

/** How many bytes are held until they are written. */
const PORTION_BYTES = 4 * 2 ** 20;

/** Copies entries, a portion at a time. */
class Copy {
  private readonly file: DataFile;
  private readonly engine: Engine;
  private writes = new WriteSet();
  private bytes = 0;

  constructor(file: DataFile, engine: Engine) {
    this.file = file;
    this.engine = engine;
  }

  async put({ key, value }: FoundEntry): Promise<void> {
    this.writes.set(key, this.file.value(value));
    this.bytes += value.size;
    if (this.bytes > PORTION_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    await this.engine.commit(this.writes);
    this.writes = new WriteSet();
    this.bytes = 0;
  }
}

/**
 * Copies what can be read of a data file into an empty store, as it is; says what was wrong. Where a part of the tree
 * cannot be reached, its leaves are looked for among all pages that no tree uses and that are not free.
 */
export async function salvage(file: DataFile, into: Engine): Promise<string[]> {
  const notes: string[] = [];
  const header = usableHeader(file, notes);
  const faults: Fault[] = [];
  const copy = new Copy(file, into);
  if (header === undefined) {
    notes.push('the root of the data was not found: deleted and earlier documents may be among the rest');
    for (const page of oldestFirst(treePages(file))) await copyLeaf(copy, page, () => true);
  } else {
    const unused = unusedPages(file, header, faults, notes);
    const isMissing = (key: Buffer): boolean =>
      faults.some(
        ({ from, to }) =>
          (from === undefined || byBytes(key, from) >= 0) && (to === undefined || byBytes(key, to) < 0),
      );
    for (const page of oldestFirst(unused)) await copyLeaf(copy, page, isMissing);
    // What the tree leads to is the truth, whatever was found beside it.
    await copy.flush();
    for (const { entries } of new TreeWalk(file, header).walk(header.main, byBytes, () => undefined))
      for (const entry of entries) await copy.put(entry);
  }
  await copy.flush();
  return [...notes, ...faults.map(({ page, problem }) => `page ${page} is damaged: ${problem}`)];
}

function usableHeader(file: DataFile, notes: string[]): Header | undefined {
  const damaged = file.headers.flatMap((header, page) => (header === undefined ? [page] : []));
  for (const page of damaged) notes.push(`header page ${page} is damaged`);
  const header = newest(file.headers);
  if (header === undefined) return headerFromPages(file);
  if (damaged.length > 0) notes.push('the last commit may be missing: it may have been told of in that page');
  return header;
}

/** The pages that belong to no tree and are not free; none where the tree of data is whole. */
function unusedPages(file: DataFile, header: Header, faults: Fault[], notes: string[]): Page[] {
  const walk = new TreeWalk(file, header);
  for (const { entries } of walk.walk(header.main, byBytes, (fault) => faults.push(fault))) void entries;
  const unused = new Set<number>();
  for (const page of faults.length === 0 ? [] : treePages(file, header.transaction)) unused.add(page.number);
  const free = (fault: Fault): void => {
    notes.push(`page ${fault.page} is damaged: ${fault.problem}; it has told which pages are free`);
    if (unused.size > 0) notes.push('deleted and earlier documents may be among what was found again');
  };
  for (const { entries } of walk.walk(header.free, byNumber, free))
    for (const { value } of entries) {
      for (const number of freePages(file.value(value))) unused.delete(number);
    }
  return [...unused].filter((number) => walk.used[number] !== 1).flatMap((number) => file.page(number) ?? []);
}

/** The numbers in a list of free pages (lmdb's `MDB_IDL`): a negative one is the length of the run that follows it. */
function freePages(list: Buffer): number[] {
  const pages: number[] = [];
  let run = 1;
  for (let at = 8; at + 8 <= list.length; at += 8) {
    const entry = Number(list.readBigInt64LE(at));
    if (entry > 0) for (let page = 0; page < run; page += 1) pages.push(entry + page);
    run = entry < 0 ? -entry : 1;
  }
  return pages;
}

function oldestFirst(pages: Iterable<Page>): Page[] {
  return [...pages].sort((a, b) => a.transaction - b.transaction);
}

async function copyLeaf(copy: Copy, page: Page, isWanted: (key: Buffer) => boolean): Promise<void> {
  if (page.kind !== KIND.leaf) return;
  for (let node = 0; node < page.nodeCount; node += 1) {
    const entry = { key: page.key(node), value: page.value(node) };
    if (!isFreeKey(entry.key) && isWanted(entry.key)) await copy.put(entry);
  }
}
