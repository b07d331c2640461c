import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { compareValues } from '../values/order';
import { encodeForOrder, inverted } from './value-encoding';

const ascending: unknown[] = [
  new MinKey(),
  null,
  NaN,
  -Infinity,
  -1e300,
  Long.fromString('-9007199254740993'),
  -9007199254740992,
  -1.5,
  0,
  Decimal128.fromString('0.1'),
  0.1,
  1,
  9007199254740992,
  Long.fromString('9007199254740993'),
  Long.fromString('9223372036854775807'),
  Infinity,
  '',
  '\0',
  '\u0001',
  'a',
  'a\0',
  'a\0b',
  'aa',
  'b',
  '\uffee',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('b')),
  new Binary(Buffer.from('aa')),
  new ObjectId('000000000000000000000001'),
  new ObjectId('ff0000000000000000000001'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(1),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 4000000000, i: 1 }),
  new MaxKey(),
];

test('the bytes of all pairs of values are in the order of the values', () => {
  for (const [i, a] of ascending.entries()) {
    for (const [j, b] of ascending.entries()) {
      const order = Math.sign(i - j);
      const bytes = [encodeForOrder(a).bytes, encodeForOrder(b).bytes] as const;
      expect([a, b, Math.sign(compareValues(a, b))]).toEqual([a, b, order]);
      expect([a, b, Buffer.compare(...bytes)]).toEqual([a, b, order]);
      expect(Buffer.compare(inverted(bytes[0]), inverted(bytes[1]))).toBe(0 - order);
    }
  }
});

test('no encoding is the beginning of another', () => {
  const all = ascending.map((value) => encodeForOrder(value).bytes);
  for (const a of all)
    for (const b of all) if (a !== b) expect(a.equals(b.subarray(0, a.length))).toBe(false);
});

test('numbers of different types with one value have one encoding', () => {
  const ones = [1, Long.fromNumber(1), Decimal128.fromString('1.0')].map((one) =>
    encodeForOrder(one).bytes.toString('hex'),
  );
  expect(new Set(ones).size).toBe(1);
});

test('a long value is cut and says so', () => {
  const encoded = encodeForOrder('x'.repeat(5000));
  expect(encoded.exact).toBe(false);
  expect(encoded.bytes.length).toBeLessThan(500);
  expect(encoded.bytes.equals(encodeForOrder('x'.repeat(5001)).bytes)).toBe(false);
});
