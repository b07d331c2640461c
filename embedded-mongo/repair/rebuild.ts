import { toMongoError } from '../errors';
import { compileFilter } from '../query/matcher';
import { Catalog, decodeCollection } from '../storage/catalog';
import type { CollectionMeta } from '../storage/catalog';
import { decodeChange } from '../storage/change-entry';
import { unseal } from '../storage/checksum';
import { Documents } from '../storage/documents';
import type { Engine } from '../storage/engine';
import {
  allDocumentsRange,
  catalogRange,
  changeRange,
  documentRange,
  idOfKey,
  indexRange,
  namespaceOfKey,
  purgeRange,
  recordIdOfKey,
  trimmedKey,
  valuesOfEntry,
} from '../storage/keys';
import { walk } from '../storage/view';
import type { Entry, View } from '../storage/view';
import { Writer } from '../storage/writer';
import { idInDocument, idInIndex } from './ids';

/** How many documents are written at a time. */
const PORTION = 500;

/** A document that could not be kept. */
export interface LostDocument {
  readonly recordId: number;
  /** Its `_id`, undefined where that cannot be read either. */
  readonly id: unknown;
  readonly reason: string;
}

/** What has become of a collection. */
export interface CollectionReport {
  readonly namespace: string;
  readonly kept: number;
  readonly lost: readonly LostDocument[];
}

/** A collection in the old store, and as what it goes into the new one. */
interface Source {
  readonly id: number;
  readonly collection: CollectionMeta;
}

/** Builds a store anew from what was salvaged of another: its collections, their documents, and indexes of these. */
export class Rebuild {
  /** What was wrong beside the documents. */
  readonly notes: string[] = [];
  private readonly from: View;
  private readonly into: Engine;
  private readonly documents: Documents;

  constructor(from: View, into: Engine) {
    this.from = from;
    this.into = into;
    this.documents = new Documents(
      () => into.view,
      (filter) => compileFilter(filter).matches,
    );
  }

  /** Writes everything; says collection by collection what was kept. */
  async run(): Promise<CollectionReport[]> {
    const known = await this.collections();
    const reports: CollectionReport[] = [];
    for (const source of [...known, ...(await this.unknown(known))]) reports.push(await this.copy(source));
    await this.write((writer) => this.keepTime(writer));
    return reports;
  }

  private async collections(): Promise<Source[]> {
    const found: CollectionMeta[] = [];
    for (const { key, value } of this.all(catalogRange())) {
      try {
        const collection = decodeCollection(value);
        if (collection.namespace !== namespaceOfKey(key)) throw new Error('its name is not its own');
        found.push(collection);
      } catch (error) {
        this.notes.push(
          `the catalog entry of ${namespaceOfKey(key)} is damaged: ${toMongoError(error).message}`,
        );
      }
    }
    const catalog = new Catalog(this.into.view);
    await this.write((writer) => {
      for (const collection of found) catalog.save(writer, collection);
    });
    return found.map((collection) => ({ id: collection.id, collection }));
  }

  /** Documents whose collection is in no catalog go into one that is named after its number. */
  private async unknown(known: readonly Source[]): Promise<Source[]> {
    const ids = new Set(known.map(({ id }) => id));
    const dropped = new Set(Array.from(this.all(purgeRange()), ({ key }) => idOfKey(key)));
    const catalog = new Catalog(this.into.view);
    const found: Source[] = [];
    const { end } = allDocumentsRange();
    let [first] = this.from.range(allDocumentsRange().start, end, 1);
    while (first !== undefined) {
      const id = idOfKey(first.key);
      if (!ids.has(id) && !dropped.has(id)) {
        const namespace = `recovered.collection_${id}`;
        const collection = await this.write((writer) => catalog.create(writer, namespace));
        this.notes.push(`collection ${id} has lost its name and indexes: its documents are in ${namespace}`);
        found.push({ id, collection });
      }
      [first] = this.from.range(documentRange(id).end, end, 1);
    }
    return found;
  }

  private async copy({ id, collection }: Source): Promise<CollectionReport> {
    const lost = new Map<number, LostDocument>();
    const kept = new Set<number>();
    let portion: Entry[] = [];
    const flush = async (): Promise<void> => {
      const entries = portion;
      portion = [];
      await this.write((writer) => {
        for (const entry of entries) {
          const recordId = recordIdOfKey(entry.key);
          const loss = this.insert(writer, collection, entry);
          if (loss === undefined) kept.add(recordId);
          else lost.set(recordId, { recordId, ...loss });
        }
      });
    };
    for (const entry of this.all(documentRange(id))) {
      portion.push(entry);
      if (portion.length === PORTION) await flush();
    }
    await flush();
    for (const { key } of this.all(indexRange(collection.indexes[0]?.id ?? 0))) {
      const recordId = recordIdOfKey(key);
      if (kept.has(recordId) || lost.has(recordId)) continue;
      lost.set(recordId, { recordId, id: idInIndex(valuesOfEntry(key)), reason: 'it was not found' });
    }
    return { namespace: collection.namespace, kept: kept.size, lost: [...lost.values()] };
  }

  private insert(
    writer: Writer,
    collection: CollectionMeta,
    { key, value }: Entry,
  ): Omit<LostDocument, 'recordId'> | undefined {
    try {
      this.documents.insert(writer, collection, unseal(value, `record ${recordIdOfKey(key)}`));
      return undefined;
    } catch (error) {
      return { id: idInDocument(value.subarray(4)), reason: toMongoError(error).message };
    }
  }

  /**
   * Keeps the newest change alone, which tells the time: streams cannot be resumed across a repair, since what they
   * would miss is not known.
   */
  private keepTime(writer: Writer): void {
    const { start, end } = changeRange();
    for (const entry of walk(() => this.from, start, end, true)) {
      try {
        decodeChange(entry);
      } catch {
        continue;
      }
      writer.put(entry.key, entry.value);
      writer.put(trimmedKey(), entry.key);
      return;
    }
  }

  private all({ start, end }: { start: Buffer; end: Buffer }): Generator<Entry> {
    return walk(() => this.from, start, end);
  }

  private async write<T>(work: (writer: Writer) => T): Promise<T> {
    const writer = new Writer(this.into.view, () => undefined);
    const result = work(writer);
    await this.into.commit(writer.writes);
    return result;
  }
}
