import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  serialize,
} from 'bson';
import fc from 'fast-check';
import { encode } from './codec';
import { decode } from './decode';
import type { Document } from './decode';

const leaves = fc.oneof(
  fc.integer().map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.integer().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.integer().map((value) => Decimal128.fromString(`${value}E-3`)),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 9 }).map((bytes) => new Binary(bytes, 5)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.constantFrom(
    new MinKey(),
    new MaxKey(),
    new Timestamp({ t: 4_000_000_000, i: 7 }),
    new BSONRegExp('a.b', 'im'),
    new Code('f()'),
    new Code('f()', { x: 1 }),
    new BSONSymbol('s'),
  ),
);
const names = fc.constantFrom(
  'a',
  'b',
  '$c',
  'd.e',
  'é',
  '',
  '__proto__',
  'constructor',
  'a longer name than others',
);
const { document } = fc.letrec<{ document: Document; value: unknown }>((tie) => ({
  document: fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((entries): Document => {
    const made: Document = {};
    for (const [name, value] of entries)
      Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
    return made;
  }),
  value: fc.oneof({ depthSize: 'small' }, leaves, fc.array(tie('value'), { maxLength: 3 }), tie('document')),
}));

test('a decoded document has the same bytes again', () => {
  fc.assert(
    fc.property(document, (one) => {
      const bytes = serialize(one);
      expect(Buffer.compare(encode(decode(bytes)), bytes)).toBe(0);
    }),
  );
});

test('bytes that are cut or changed are decoded or refused, and nothing else', () => {
  fc.assert(
    fc.property(document, fc.nat(), fc.nat(255), (one, place, byte) => {
      const bytes = Buffer.from(serialize(one));
      bytes[place % bytes.length] = byte;
      for (const damaged of [bytes, bytes.subarray(0, place % bytes.length)]) {
        try {
          expect(typeof decode(damaged)).toBe('object');
        } catch (error) {
          expect(error).toMatchObject({ codeName: 'FailedToParse' });
        }
      }
    }),
  );
});
