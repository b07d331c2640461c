import { ObjectId } from 'bson';
import { RANK } from '../values/types';
import { decodeValue, memberOf } from '../values/raw';

/** The `_id` in the bytes of a document that are damaged, most often somewhere behind it. */
export function idInDocument(bytes: Uint8Array): unknown {
  try {
    const id = memberOf(bytes, '_id');
    return id === undefined ? undefined : decodeValue(id);
  } catch {
    return undefined;
  }
}

/** The `_id` from its entry in an index, for the types that ids mostly have (see value-encoding.ts). */
export function idInIndex(values: Buffer): unknown {
  const body = values.subarray(1);
  switch (values[0]) {
    case RANK.objectId:
      return body.length === 12 ? new ObjectId(body) : undefined;
    case RANK.string:
      return body.includes(1) ? undefined : body.toString('utf8', 0, body.indexOf(0));
    case RANK.number:
      return numberIn(body);
    default:
      return undefined;
  }
}

function numberIn(body: Buffer): number | undefined {
  if (body.length !== 10 || body.readUInt16BE(8) !== 0x8000) return undefined;
  const positive = ((body[0] as number) & 0x80) !== 0;
  const double = Buffer.from(
    body.subarray(0, 8).map((byte, at) => (positive ? byte ^ (at === 0 ? 0x80 : 0) : ~byte)),
  );
  return double.readDoubleBE();
}
