import { serialize } from 'bson';
import type { Document } from './decode';
import { ordered } from './members';

export { decode, decodeLeaf } from './decode';
export type { Document } from './decode';

/** The BSON bytes of a document; undefined members are left out. */
export function encode(document: Document): Uint8Array {
  return serialize(ordered(document) as Document, { ignoreUndefined: true });
}
