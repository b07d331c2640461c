/**
 * What is linked with a candidate or pursuit: conversations and documents. Other modules write the links.
 * Source: workstream.yaml, listCandidates (has_threads, has_docs).
 */
import { defineCollection } from '../../common/collections';
import type { ItemType } from '../numbered';

export type LinkType = 'THREAD' | 'DOC';

export interface Link {
  readonly itemType: ItemType;
  readonly itemId: string;
  readonly type: LinkType;
  /** What is linked, as its own module knows it. */
  readonly target: string;
}

const required = { type: String, required: true };

export const links = defineCollection<Link>(
  'links',
  { itemType: required, itemId: required, type: required, target: required },
  { indexes: [{ keys: { tenantId: 1, itemId: 1, type: 1, target: 1 }, options: { unique: true } }] },
);
