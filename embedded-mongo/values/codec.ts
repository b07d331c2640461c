import { deserialize, serialize } from 'bson';

/** A document as JavaScript sees it. */
export type Document = Record<string, unknown>;

/**
 * The form in which filters, sorts and expressions are evaluated: Int32, Double and safe Longs are plain numbers;
 * larger Longs and Decimal128 stay objects, and binaries and regular expressions keep their subtype and options.
 */
export function decode(bytes: Uint8Array): Document {
  return deserialize(bytes, {
    promoteValues: true,
    promoteLongs: true,
    promoteBuffers: false,
    bsonRegExp: true,
  });
}

/** The same document with every number wrapped in its BSON class, for questions about types. */
export function decodeTyped(bytes: Uint8Array): Document {
  return deserialize(bytes, { promoteValues: false, promoteLongs: false, bsonRegExp: true });
}

/** The BSON bytes of a document; undefined members are left out. */
export function encode(document: Document): Uint8Array {
  return serialize(document, { ignoreUndefined: true });
}
