import { MongoError, notSupported } from '../errors';
import { compileFilter } from '../query/matcher';
import type { CollectionMeta, IndexMeta } from '../storage/catalog';
import type { Documents } from '../storage/documents';
import { indexKeysOf } from '../storage/index-keys';
import { indexEntryKey, indexRange } from '../storage/keys';
import { walk } from '../storage/view';
import type { View } from '../storage/view';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { namespaceOf } from './command';
import type { Handler } from './command';

/** What was found of one index. */
class IndexCheck {
  readonly index: IndexMeta;
  private readonly view: View;
  private readonly includes: (document: Document) => boolean;
  private expected = 0;
  private missing = 0;

  constructor(index: IndexMeta, view: View) {
    this.index = index;
    this.view = view;
    this.includes = index.partial === undefined ? () => true : compileFilter(index.partial).matches;
  }

  /** Looks for the entries that a document has to have. */
  expect(recordId: number, document: Document): void {
    if (!this.includes(document)) return;
    for (const { bytes } of indexKeysOf(this.index, document).keys) {
      this.expected += 1;
      if (this.view.get(indexEntryKey(this.index.id, bytes, recordId)) === undefined) this.missing += 1;
    }
  }

  /** How many entries there are, and how many of them are of no document. */
  result(): { entries: number; missing: number; extra: number } {
    const { start, end } = indexRange(this.index.id);
    let entries = 0;
    for (const { key } of walk(() => this.view, start, end)) entries += Number(key.length > 0);
    return { entries, missing: this.missing, extra: entries - (this.expected - this.missing) };
  }
}

/** What was found of a collection; nothing of its indexes where a document cannot be read. */
interface Examination {
  readonly nrecords: number;
  readonly errors: readonly string[];
  readonly keysPerIndex: Readonly<Record<string, number>>;
  readonly indexDetails: Readonly<Record<string, { readonly valid: boolean }>>;
}

/** Reads every document and every entry of its indexes, and tells where they do not belong together. */
export function examine(documents: Documents, view: View, collection: CollectionMeta): Examination {
  const checks = collection.indexes.map((index) => new IndexCheck(index, view));
  const errors: string[] = [];
  let nrecords = 0;
  try {
    for (const { recordId, bytes } of documents.scan(() => view, collection)) {
      nrecords += 1;
      const document = decode(bytes);
      for (const check of checks) check.expect(recordId, document);
    }
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    // What is behind a damaged document is not read, so that the entries of indexes cannot be judged.
    return { nrecords, errors: [error.message], keysPerIndex: {}, indexDetails: {} };
  }
  const keysPerIndex: Record<string, number> = {};
  const indexDetails: Record<string, { valid: boolean }> = {};
  for (const check of checks) {
    const { entries, missing, extra } = check.result();
    const { name } = check.index;
    keysPerIndex[name] = entries;
    indexDetails[name] = { valid: missing === 0 && extra === 0 };
    if (missing > 0) errors.push(`index ${name} lacks ${missing} entries`);
    if (extra > 0) errors.push(`index ${name} has ${extra} entries of no document`);
  }
  return { nrecords, errors, keysPerIndex, indexDetails };
}

const validate: Handler = (command, context) => {
  const ns = namespaceOf(command);
  if (command.body['repair'] === true) throw notSupported('option repair of validate');
  const collection = context.server.catalog.find(context.view(), ns);
  if (collection === undefined)
    throw new MongoError('NamespaceNotFound', `Collection '${ns}' does not exist to validate.`);
  const { nrecords, errors, keysPerIndex, indexDetails } = examine(
    context.server.documents,
    context.view(),
    collection,
  );
  return {
    ns,
    uuid: collection.uuid,
    nrecords,
    nIndexes: collection.indexes.length,
    keysPerIndex,
    indexDetails,
    valid: errors.length === 0,
    repaired: false,
    warnings: [],
    errors,
  };
};

/** The command that examines a collection. */
export const VALIDATE_COMMANDS: Readonly<Record<string, Handler>> = { validate };
