import { crc32 } from 'node:zlib';
import { MongoError } from '../errors';

const CHECKSUM_BYTES = 4;

/** The checksum of bytes, as bytes. */
export function checksumOf(bytes: Uint8Array): Buffer {
  const checksum = Buffer.allocUnsafe(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(bytes), 0);
  return checksum;
}

/** A stored value: the checksum of the bytes, then the bytes. */
export function seal(bytes: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(CHECKSUM_BYTES + bytes.length);
  sealed.writeUInt32LE(crc32(bytes), 0);
  sealed.set(bytes, CHECKSUM_BYTES);
  return sealed;
}

/** The bytes of a stored value. Throws DataCorruptionDetected where they are not what was stored. */
export function unseal(sealed: Uint8Array, what: string): Uint8Array {
  const bytes = sealed.subarray(CHECKSUM_BYTES);
  const stored = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (stored.length < CHECKSUM_BYTES || stored.readUInt32LE(0) !== crc32(bytes)) {
    throw new MongoError('DataCorruptionDetected', `the stored bytes of ${what} are damaged`);
  }
  return bytes;
}
