/**
 * How lmdb lays a page out (its `MDB_page` and `MDB_node`, data version 2): a header, then the places of the nodes in
 * the order of their keys, then free space, then the nodes. Numbers are little-endian, as on every machine that node
 * runs on.
 */
const PAGE = { number: 0, transaction: 8, flags: 18, lower: 20, upper: 22, count: 20, nodes: 24 } as const;
const NODE = { low: 0, high: 2, flags: 4, keySize: 6, key: 8 } as const;
const OVERFLOW = { number: 0, pages: 16, size: 24 } as const;

/** What a page holds. */
export const KIND = { branch: 1, leaf: 2, overflow: 4, meta: 8 } as const;

/** Flags that tell of how a page is used and not of what it is. */
const KIND_MASK = 0x0fff;

/** A value of its own pages. */
const BIG_VALUE = 1;

/** The bytes in front of what a page holds. */
export const PAGE_HEADER = PAGE.nodes;

/** Where a value is: in the node, or on pages of its own. */
export interface ValuePlace {
  readonly size: number;
  readonly inline: Buffer | undefined;
  readonly page: number;
  readonly pages: number;
}

/** Reads a 64-bit number; those that are too large for a page or a size come out as too large as well. */
export function number64(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;
}

/** One page of a data file, which may be damaged: nothing is read beyond its end. */
export class Page {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get number(): number {
    return number64(this.bytes, PAGE.number);
  }

  /** The transaction that has written the page. */
  get transaction(): number {
    return number64(this.bytes, PAGE.transaction);
  }

  get kind(): number {
    return this.bytes.readUInt16LE(PAGE.flags) & KIND_MASK;
  }

  /** How many pages a big value takes. */
  get pageCount(): number {
    return this.bytes.readUInt32LE(PAGE.count);
  }

  /** How many nodes there are. */
  get nodeCount(): number {
    return this.bytes.readUInt16LE(PAGE.lower) >> 1;
  }

  /** Whether the places of the nodes lie where they can be. */
  get isSound(): boolean {
    const lower = this.bytes.readUInt16LE(PAGE.lower);
    const upper = this.bytes.readUInt16LE(PAGE.upper);
    return lower > 0 && lower % 2 === 0 && lower <= upper && upper <= this.bytes.length - PAGE.nodes;
  }

  /** The child page of a node of a branch. */
  child(node: number): number {
    const at = this.placeOf(node);
    const low = this.bytes.readUInt16LE(at + NODE.low) + this.bytes.readUInt16LE(at + NODE.high) * 2 ** 16;
    return low + this.bytes.readUInt16LE(at + NODE.flags) * 2 ** 32;
  }

  /** The key of a node. */
  key(node: number): Buffer {
    const at = this.placeOf(node);
    return this.bytes.subarray(at + NODE.key, at + NODE.key + this.bytes.readUInt16LE(at + NODE.keySize));
  }

  /** Where the value of a node of a leaf is. */
  value(node: number): ValuePlace {
    const at = this.placeOf(node);
    const size = this.bytes.readUInt16LE(at + NODE.low) + this.bytes.readUInt16LE(at + NODE.high) * 2 ** 16;
    const start = at + NODE.key + this.bytes.readUInt16LE(at + NODE.keySize);
    if (this.bytes.readUInt16LE(at + NODE.flags) !== BIG_VALUE)
      return { size, inline: this.bytes.subarray(start, start + size), page: 0, pages: 0 };
    const [page, pages] = [number64(this.bytes, start), number64(this.bytes, start + OVERFLOW.pages)];
    return { size, inline: undefined, page, pages };
  }

  /** Whether a node lies within the page, with all that it says to hold there. */
  holds(node: number): boolean {
    const at = this.placeOf(node);
    if (at % 2 !== 0 || at < PAGE.nodes + 2 * this.nodeCount || at + NODE.key > this.bytes.length)
      return false;
    const start = at + NODE.key + this.bytes.readUInt16LE(at + NODE.keySize);
    if (this.kind === KIND.branch) return start <= this.bytes.length;
    const flags = this.bytes.readUInt16LE(at + NODE.flags);
    if (flags === BIG_VALUE) return start + OVERFLOW.size <= this.bytes.length;
    const size = this.bytes.readUInt16LE(at + NODE.low) + this.bytes.readUInt16LE(at + NODE.high) * 2 ** 16;
    return flags === 0 && start + size <= this.bytes.length;
  }

  private placeOf(node: number): number {
    const place = PAGE.nodes + 2 * node;
    return place + 2 > this.bytes.length ? this.bytes.length : PAGE.nodes + this.bytes.readUInt16LE(place);
  }
}
