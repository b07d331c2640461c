/** How names and texts stand in BSON. */
import { MongoError } from '../errors';

export function malformed(): MongoError {
  return new MongoError('FailedToParse', 'malformed BSON document');
}

/** Where the name ends that begins at an offset. Names are short: a search by the buffer would cost more. */
export function nameEnd(bytes: Buffer, start: number): number {
  let end = start;
  while (bytes[end] !== 0) {
    if (end >= bytes.length) throw malformed();
    end += 1;
  }
  return end;
}

/** Up to this length, putting characters together is faster than asking the decoder of UTF-8. */
const SHORT = 24;

export function textBetween(bytes: Buffer, start: number, end: number): string {
  if (end - start > SHORT) return bytes.toString('utf8', start, end);
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte > 0x7f) return bytes.toString('utf8', start, end);
    text += String.fromCharCode(byte);
  }
  return text;
}
