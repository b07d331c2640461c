import type { DataFile, Header, Tree } from './data-file';
import { HEADER_PAGES } from './data-file';
import { KIND } from './page';
import type { Page } from './page';
import { problemOfPage } from './tree-walk';

/** Whether a page is a sound branch or leaf, whichever tree it belongs or belonged to. */
export function isTreePage(page: Page, number: number, latest = Infinity): boolean {
  const { kind } = page;
  if (kind !== KIND.branch && kind !== KIND.leaf) return false;
  return problemOfPage(page, number, kind, latest) === undefined;
}

/** Every sound branch and leaf of a file, in use or not. */
export function* treePages(file: DataFile, latest = Infinity): Generator<Page> {
  for (let number = HEADER_PAGES; number < file.pageCount; number += 1) {
    const page = file.page(number);
    if (page !== undefined && isTreePage(page, number, latest)) yield page;
  }
}

/**
 * The state that was committed last, found without the header pages: a commit writes every page from the root to what it
 * changes, so that the roots are the pages of the latest transaction that no other page of it leads to.
 */
export function headerFromPages(file: DataFile): Header | undefined {
  let transaction = 0;
  let roots = new Map<number, Page>();
  for (const page of treePages(file)) {
    if (page.transaction > transaction) {
      transaction = page.transaction;
      roots = new Map();
    }
    if (page.transaction === transaction) roots.set(page.number, page);
  }
  for (const page of [...roots.values()])
    if (page.kind === KIND.branch)
      for (let node = 0; node < page.nodeCount; node += 1) roots.delete(page.child(node));
  const trees = [...roots.keys()].map((root) => treeFrom(file, root));
  const main = trees.filter(({ isFree }) => !isFree);
  const free = trees.filter(({ isFree }) => isFree);
  if (main.length !== 1 || free.length > 1) return undefined;
  const { pageSize, pageCount } = file;
  return {
    ...{ pageSize, transaction, lastPage: pageCount - 1 },
    ...{ main: main[0] as Tree, free: free[0] ?? { root: undefined, depth: 0 } },
  };
}

/** A tree from its root: how high it is, and whether it is the one of free pages, whose keys are small numbers. */
function treeFrom(file: DataFile, root: number): Tree & { readonly isFree: boolean } {
  let depth = 1;
  let page = file.page(root);
  while (page?.kind === KIND.branch) {
    page = file.page(page.child(0));
    depth += 1;
  }
  return { root, depth, isFree: page?.kind === KIND.leaf && isFreeKey(page.key(0)) };
}

/** Whether a key is one of the tree of free pages: the number of a transaction. No key of data ends in zeros. */
export function isFreeKey(key: Buffer): boolean {
  return key.length === 8 && key.readUInt16LE(6) === 0;
}
