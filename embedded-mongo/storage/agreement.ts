import { toMongoError } from '../errors';
import { decodeCollection } from './catalog';
import type { CollectionMeta } from './catalog';
import { idOfKey, kindOfKey, recordIdOfKey } from './keys';

/** How many records there are, and the sum of their ids: what is the same for two lists of the same records. */
interface Records {
  count: number;
  sum: number;
}

/** Sums are kept below this, where numbers are exact. */
const MODULUS = 2 ** 32;

/** Compares the documents of each collection with its `_id` index, in one pass over all keys and without holding them. */
export class Agreement {
  private readonly collections: CollectionMeta[] = [];
  private readonly records = new Map<number, Records>();

  /** Notes a key of what is stored; says what is wrong where it is that of a damaged catalog entry. */
  add(key: Buffer, value: () => Buffer): string | undefined {
    const kind = kindOfKey(key);
    if (kind === 'catalog') return this.addCollection(value());
    if (kind !== 'document' && kind !== 'index') return undefined;
    const records = this.of(idOfKey(key));
    records.count += 1;
    records.sum = (records.sum + recordIdOfKey(key)) % MODULUS;
    return undefined;
  }

  private addCollection(value: Buffer): string | undefined {
    try {
      this.collections.push(decodeCollection(value));
      return undefined;
    } catch (error) {
      return toMongoError(error).message;
    }
  }

  /** What is wrong with the first collection whose documents are not those of its index, if there is one. */
  get problem(): string | undefined {
    const broken = this.collections.find(({ id, indexes }) => {
      const documents = this.of(id);
      const indexed = this.of(indexes[0]?.id ?? id);
      return documents.count !== indexed.count || documents.sum !== indexed.sum;
    });
    return broken && `the documents of ${broken.namespace} are not those of its index on _id`;
  }

  private of(id: number): Records {
    const known = this.records.get(id) ?? { count: 0, sum: 0 };
    this.records.set(id, known);
    return known;
  }
}
