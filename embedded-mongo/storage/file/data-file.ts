import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { KIND, PAGE_HEADER, Page, number64 } from './page';
import type { ValuePlace } from './page';

/** lmdb's name for the file of a data directory. */
const NAME = 'data.mdb';

/** The file that holds the data of a directory. */
export function dataFileOf(directory: string): string {
  return join(directory, NAME);
}

/** Where a header page has its parts (lmdb's `MDB_meta`), counted from the end of the page's own header. */
const META = {
  magic: 0,
  version: 4,
  mapSize: 16,
  free: 24,
  main: 72,
  lastPage: 120,
  transaction: 128,
} as const;
const TREE = { pageSize: 0, flags: 4, depth: 6, branches: 8, leaves: 16, entries: 32, root: 40 } as const;
const MAGIC = 0xbeefc0de;
const VERSION = 2;

/** What an empty tree has for its root. */
const NO_ROOT = 2 ** 64;

/** The tree of free pages has numbers for keys. */
const FREE_FLAGS = 8;

/** The size of all pages, on every machine that the server was tried on. */
export const PAGE_SIZE = 4096;

/** Pages 0 and 1 are the header, written in turn. */
export const HEADER_PAGES = 2;

/** A tree of pages as the header describes it. */
export interface Tree {
  /** Undefined where the tree is empty. */
  readonly root: number | undefined;
  readonly depth: number;
  /** How many branches and leaves there are, and how many entries; absent where the header is lost. */
  readonly counts?: { readonly pages: number; readonly entries: number };
}

/** A state of the data: what one header page says. */
export interface Header {
  readonly pageSize: number;
  readonly transaction: number;
  readonly lastPage: number;
  readonly main: Tree;
  readonly free: Tree;
}

/** The data file, read as it is: by its pages, without lmdb, which believes what it reads. */
export class DataFile {
  readonly path: string;
  /** The two header pages, undefined where one is damaged. */
  readonly headers: readonly (Header | undefined)[];
  readonly pageSize: number;
  readonly size: number;
  private readonly descriptor: number;

  constructor(path: string) {
    this.path = path;
    this.descriptor = openSync(path, 'r');
    this.size = fstatSync(this.descriptor).size;
    const first = readHeader(this.readAt(0, PAGE_SIZE), 0);
    this.pageSize = first?.pageSize ?? PAGE_SIZE;
    const second = readHeader(this.readAt(this.pageSize, PAGE_SIZE), 1);
    this.headers = [first, second];
  }

  /** How many pages there are, whole ones. */
  get pageCount(): number {
    return Math.floor(this.size / this.pageSize);
  }

  /** A page, undefined where the file has ended before. */
  page(number: number): Page | undefined {
    const bytes = this.readAt(number * this.pageSize, this.pageSize);
    return bytes.length < this.pageSize ? undefined : new Page(bytes);
  }

  /** The bytes of a value, in its node or on pages of its own. */
  value({ inline, page, size }: ValuePlace): Buffer {
    return inline ?? this.readAt(page * this.pageSize + PAGE_HEADER, size);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private readAt(position: number, length: number): Buffer {
    const available = Math.max(0, Math.min(length, this.size - position));
    const bytes = Buffer.allocUnsafe(available);
    return bytes.subarray(0, available === 0 ? 0 : readSync(this.descriptor, bytes, 0, available, position));
  }
}

/** Reads a header page; undefined where it cannot be one that lmdb has written. */
function readHeader(bytes: Buffer, number: number): Header | undefined {
  if (bytes.length < PAGE_SIZE) return undefined;
  const page = new Page(bytes);
  const meta = bytes.subarray(PAGE_HEADER);
  const free = meta.subarray(META.free);
  const main = meta.subarray(META.main);
  const pageSize = free.readUInt32LE(TREE.pageSize);
  const header = {
    ...{ pageSize, transaction: number64(meta, META.transaction), lastPage: number64(meta, META.lastPage) },
    ...{ main: readTree(main), free: readTree(free) },
  };
  const isHeader = page.number === number && page.kind === KIND.meta;
  const isOurs = meta.readUInt32LE(META.magic) === MAGIC && meta.readUInt32LE(META.version) === VERSION;
  const hasFlags = free.readUInt16LE(TREE.flags) === FREE_FLAGS && main.readUInt16LE(TREE.flags) === 0;
  const isWhole =
    header.lastPage >= HEADER_PAGES - 1 && (header.lastPage + 1) * pageSize <= number64(meta, META.mapSize);
  // Transactions write to the two header pages in turn; a file that nothing was written to has two of the first kind.
  const inTurn = header.transaction % HEADER_PAGES === number || header.transaction === 0;
  const hasSize = pageSize >= PAGE_SIZE && pageSize <= 2 ** 16 && (pageSize & (pageSize - 1)) === 0;
  return isHeader && isOurs && hasFlags && isWhole && inTurn && hasSize ? header : undefined;
}

function readTree(bytes: Buffer): Tree {
  const root = number64(bytes, TREE.root);
  return {
    root: root >= NO_ROOT ? undefined : root,
    depth: bytes.readUInt16LE(TREE.depth),
    counts: {
      pages: number64(bytes, TREE.branches) + number64(bytes, TREE.leaves),
      entries: number64(bytes, TREE.entries),
    },
  };
}

/** The newer one of the headers that can be read: what was committed last. */
export function newest(headers: readonly (Header | undefined)[]): Header | undefined {
  const [first, second] = headers;
  if (first === undefined || second === undefined) return first ?? second;
  return second.transaction > first.transaction ? second : first;
}
