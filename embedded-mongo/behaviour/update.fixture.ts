import { Decimal128, Double, Long } from 'mongodb';
import { cannotUpdate, updates } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const long = (text: string): Long => Long.fromString(text);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const CONFLICT = [40, 'ConflictingUpdateOperators'] as const;
const TYPE = [14, 'TypeMismatch'] as const;
const BAD = [2, 'BadValue'] as const;
const PARSE = [9, 'FailedToParse'] as const;
const PATH = [28, 'PathNotViable'] as const;

const fields: Case[] = [
  updates('$set replaces and adds', { a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }),
  updates('$set keeps the place of a field', { a: 1, b: 2 }, { $set: { a: 'x' } }, { a: 'x', b: 2 }),
  updates('$set makes the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }),
  updates('new fields come in the order of their names', {}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }),
  updates('$set of an item', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }),
  updates(
    '$set beyond the end fills with null',
    { a: [1] },
    { $set: { 'a.3': 9 } },
    { a: [1, null, null, 9] },
  ),
  updates('$set of a number in a document is a name', { a: {} }, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }),
  updates('$set of a missing way with a number', {}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }),
  updates(
    '$set keeps types',
    {},
    { $set: { a: new Double(1), b: long('1'), c: decimal('1.0') } },
    { a: new Double(1), b: long('1'), c: decimal('1.0') },
  ),
  updates('$set to null', { a: 1 }, { $set: { a: null } }, { a: null }),
  updates('$set of _id to itself', {}, { $set: { _id: 1, a: 1 } }, { a: 1 }),
  updates('an empty $set', { a: 1 }, { $set: {} }, { a: 1 }),
  updates('$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }),
  updates('$unset of a member', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': 1 } }, { a: { c: 2 } }),
  updates('$unset of an item leaves null', { a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }),
  updates('$unset of what is not there', { a: 1 }, { $unset: { b: 1, 'a.c': 1 } }, { a: 1 }),
  updates(
    '$setOnInsert of a document that is there',
    { a: 1 },
    { $setOnInsert: { b: 1 }, $set: { a: 2 } },
    { a: 2 },
  ),
  updates('$rename', { a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }),
  updates('$rename into a document', { a: 1 }, { $rename: { a: 'n.x' } }, { n: { x: 1 } }),
  updates('$rename over another field', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }),
  updates('$rename of what is not there', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }),
  cannotUpdate('$set through a value', { a: 1 }, { $set: { 'a.b': 1 } }, ...PATH),
  cannotUpdate('$set of a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, ...PATH),
  cannotUpdate('$set through null', { a: null }, { $set: { 'a.b': 1 } }, ...PATH),
  cannotUpdate('another _id', {}, { $set: { _id: 2 } }, 66, 'ImmutableField'),
  cannotUpdate('no _id', {}, { $unset: { _id: 1 } }, 66, 'ImmutableField'),
  cannotUpdate('one path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, ...CONFLICT),
  cannotUpdate('a path and one inside', {}, { $set: { a: 1, 'a.b': 1 } }, ...CONFLICT),
  cannotUpdate(
    'a path and the target of a $rename',
    {},
    { $set: { b: 1 }, $rename: { a: 'b' } },
    ...CONFLICT,
  ),
  cannotUpdate('an empty path', {}, { $set: { '': 1 } }, 56, 'EmptyFieldName'),
  cannotUpdate('an empty part', {}, { $set: { 'a..b': 1 } }, 56, 'EmptyFieldName'),
  cannotUpdate('a path that ends with a dot', {}, { $set: { 'a.': 1 } }, 56, 'EmptyFieldName'),
  cannotUpdate('an unknown operator', {}, { $foo: { a: 1 } }, ...PARSE),
  cannotUpdate('a field beside operators', {}, { $set: { a: 1 }, b: 1 }, ...PARSE),
  cannotUpdate('an operator beside fields', {}, { b: 1, $set: { a: 1 } }, 52, 'DollarPrefixedFieldName'),
  cannotUpdate('operators on a value', {}, { $set: 5 }, ...PARSE),
  cannotUpdate('$rename to itself', { a: 1 }, { $rename: { a: 'a' } }, ...BAD),
  cannotUpdate('$rename to a number', { a: 1 }, { $rename: { a: 5 } }, ...BAD),
  cannotUpdate('$rename of an item', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'x' } }, ...BAD),
  cannotUpdate('$rename with a placeholder', { a: [1] }, { $rename: { 'a.$': 'b' } }, ...BAD),
  cannotUpdate('a far index', { a: [] }, { $set: { 'a.1500001': 1 } }, ...BAD),
  cannotUpdate('an update of a number', {}, 5, ...PARSE),
];

const arithmetic: Case[] = [
  updates('$inc adds', { a: 1 }, { $inc: { a: 2 } }, { a: 3 }),
  updates('$inc creates', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }),
  updates('$inc past 32 bits makes a long', { a: 2147483647 }, { $inc: { a: 1 } }, { a: long('2147483648') }),
  updates('$inc of a long stays a long', { a: long('1') }, { $inc: { a: 1 } }, { a: long('2') }),
  updates('$inc by a double makes a double', { a: 1 }, { $inc: { a: new Double(1) } }, { a: new Double(2) }),
  updates(
    '$inc by a decimal makes a decimal',
    { a: 1 },
    { $inc: { a: decimal('0.10') } },
    { a: decimal('1.10') },
  ),
  updates(
    '$inc of a decimal by a double takes fifteen digits',
    { a: decimal('1') },
    { $inc: { a: 0.1 } },
    { a: decimal('1.100000000000000') },
  ),
  updates(
    '$inc is exact above 2^53',
    { a: long('9007199254740993') },
    { $inc: { a: 2 } },
    { a: long('9007199254740995') },
  ),
  updates(
    '$inc of decimals keeps 34 digits',
    { a: decimal('1234567890123456789012345678901234') },
    { $inc: { a: 1 } },
    { a: decimal('1234567890123456789012345678901235') },
  ),
  updates('$inc of an item', { a: [1, 2] }, { $inc: { 'a.1': 5 } }, { a: [1, 7] }),
  updates('$mul', { a: 3 }, { $mul: { a: 2 } }, { a: 6 }),
  updates(
    '$mul of a missing field is a zero of the same type',
    {},
    { $mul: { a: 5, b: 5.5, c: long('5'), d: decimal('5') } },
    { a: 0, b: new Double(0), c: long('0'), d: decimal('0') },
  ),
  updates(
    '$mul of decimals',
    { a: decimal('1.5') },
    { $mul: { a: decimal('0.20') } },
    { a: decimal('0.300') },
  ),
  updates('$mul past 32 bits', { a: 2000000000 }, { $mul: { a: 4 } }, { a: long('8000000000') }),
  updates('$min', { a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 } }, { a: 3, b: 5, c: 1 }),
  updates('$max', { a: 5, b: 5 }, { $max: { a: 3, b: 9, c: 1 } }, { a: 5, b: 9, c: 1 }),
  updates('$min across types', { a: 'x', b: null }, { $min: { a: 5, b: 5 } }, { a: 5, b: null }),
  updates('$max across number types', { a: 5 }, { $max: { a: decimal('5.5') } }, { a: decimal('5.5') }),
  updates('$max keeps what is equal', { a: 5 }, { $max: { a: new Double(5) } }, { a: 5 }),
  updates('$bit and', { a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }),
  updates('$bit or', { a: 8 }, { $bit: { a: { or: 3 } } }, { a: 11 }),
  updates('$bit xor of a long', { a: long('5') }, { $bit: { a: { xor: 1 } } }, { a: long('4') }),
  updates('$bit of a missing field', {}, { $bit: { a: { or: 5 } } }, { a: 5 }),
  cannotUpdate('$inc of text', { a: 'x' }, { $inc: { a: 1 } }, ...TYPE),
  cannotUpdate('$inc of null', { a: null }, { $inc: { a: 1 } }, ...TYPE),
  cannotUpdate('$inc by text', { a: 1 }, { $inc: { a: 'x' } }, ...TYPE),
  cannotUpdate('$inc past 64 bits', { a: long('9223372036854775807') }, { $inc: { a: 1 } }, ...BAD),
  cannotUpdate('$mul of an array', { a: [1] }, { $mul: { a: 1 } }, ...TYPE),
  cannotUpdate('$bit of a double', { a: 1.5 }, { $bit: { a: { or: 1 } } }, ...BAD),
  cannotUpdate('$bit with a double', { a: 1 }, { $bit: { a: { or: 1.5 } } }, ...BAD),
  cannotUpdate('$bit of another operation', { a: 1 }, { $bit: { a: { not: 1 } } }, ...BAD),
  cannotUpdate('$bit of nothing', { a: 1 }, { $bit: { a: {} } }, ...BAD),
  cannotUpdate('$currentDate of another type', {}, { $currentDate: { a: { $type: 'foo' } } }, ...BAD),
];

const replacing: Case[] = [
  updates('a replacement keeps the _id', { a: 1 }, { b: 2 }, { b: 2 }),
  updates('a replacement by nothing', { a: 1 }, {}, {}),
  updates('a replacement with the same _id', { a: 1 }, { _id: 1, b: 2 }, { b: 2 }),
  cannotUpdate('a replacement with another _id', { a: 1 }, { _id: 2, b: 2 }, 66, 'ImmutableField'),
  cannotUpdate('a replacement of many', { a: 1 }, { b: 2 }, ...PARSE, { multi: true }),
  updates('a pipeline', { a: 1, b: 2 }, [{ $set: { s: { $add: ['$a', '$b'] } } }, { $unset: 'a' }], {
    b: 2,
    s: 3,
  }),
  updates('a pipeline that replaces', { a: 1 }, [{ $replaceWith: { x: '$a' } }], { x: 1 }),
  updates('a pipeline with constants', { a: 1 }, [{ $set: { a: '$$x' } }], { a: 5 }, { c: { x: 5 } }),
  updates(
    'a pipeline keeps types',
    { a: new Double(1), b: long('2') },
    [{ $set: { c: { $add: ['$a', '$b'] } } }],
    { a: new Double(1), b: long('2'), c: new Double(3) },
  ),
  cannotUpdate('a pipeline with $match', {}, [{ $match: { a: 1 } }], 72, 'InvalidOptions'),
  cannotUpdate('a pipeline with an unknown stage', {}, [{ $foo: 1 }], 40324, 'Location40324'),
  cannotUpdate('a pipeline that changes _id', {}, [{ $set: { _id: 5 } }], 66, 'ImmutableField'),
];

/** Update operators on fields and numbers, replacements and pipelines. */
export const UPDATE: readonly Case[] = [...fields, ...arithmetic, ...replacing];
