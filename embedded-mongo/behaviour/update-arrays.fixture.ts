import { Decimal128, Double, Long } from 'mongodb';
import { cannotUpdate, updates } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const long = (text: string): Long => Long.fromString(text);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const TYPE = [14, 'TypeMismatch'] as const;
const BAD = [2, 'BadValue'] as const;
const PARSE = [9, 'FailedToParse'] as const;

/** Update operators on arrays, and the places in them. */
export const UPDATE_ARRAYS: readonly Case[] = [
  updates('$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }),
  updates('$push creates', {}, { $push: { a: 2 } }, { a: [2] }),
  updates('$push of an array is one item', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }),
  updates('$push $each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }),
  updates('$push $position', { a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }),
  updates(
    '$push $position from the end',
    { a: [1, 2, 3] },
    { $push: { a: { $each: [9], $position: -1 } } },
    { a: [1, 2, 9, 3] },
  ),
  updates('$push $slice', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 2 } } }, { a: [1, 2] }),
  updates(
    '$push $slice from the end',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ),
  updates('$push $slice of zero', { a: [1] }, { $push: { a: { $each: [3], $slice: 0 } } }, { a: [] }),
  updates('$push $sort', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }),
  updates(
    '$push $sort by members',
    { a: [{ x: 2 }, { x: 1, y: 1 }] },
    { $push: { a: { $each: [{ x: 1, y: 0 }], $sort: { x: 1, y: 1 } } } },
    { a: [{ x: 1, y: 0 }, { x: 1, y: 1 }, { x: 2 }] },
  ),
  updates(
    '$push $sort and $slice',
    { a: [5, 1] },
    { $push: { a: { $each: [3, 9], $sort: 1, $slice: -3 } } },
    { a: [3, 5, 9] },
  ),
  updates('$addToSet', { a: [1] }, { $addToSet: { a: 1, b: 2 } }, { a: [1], b: [2] }),
  updates(
    '$addToSet takes equal numbers as one',
    { a: [1] },
    { $addToSet: { a: { $each: [new Double(1), long('1'), decimal('1.0')] } } },
    { a: [1] },
  ),
  updates(
    '$addToSet compares documents in order',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ),
  updates('$addToSet $each', { a: [1] }, { $addToSet: { a: { $each: [2, 1, 2, [3]] } } }, { a: [1, 2, [3]] }),
  updates('$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }),
  updates('$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }),
  updates(
    '$pull by members',
    { a: [{ x: 1, y: 1 }, { x: 2 }] },
    { $pull: { a: { x: 1 } } },
    { a: [{ x: 2 }] },
  ),
  updates('$pull with $in', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }),
  updates(
    '$pull by a member’s condition',
    { a: [{ x: [1, 2] }, { x: [3] }] },
    { $pull: { a: { x: { $elemMatch: { $gt: 2 } } } } },
    { a: [{ x: [1, 2] }] },
  ),
  updates('$pull of a whole array', { a: [[1], [2]] }, { $pull: { a: [1] } }, { a: [[2]] }),
  updates('$pull by a regular expression', { a: ['ax', 'b'] }, { $pull: { a: /^a/ } }, { a: ['b'] }),
  updates('$pull of what is not there', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }),
  updates('$pullAll', { a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }),
  updates('$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }),
  updates('$pop of an empty array', { a: [] }, { $pop: { a: 1 } }, { a: [] }),
  updates('$[]', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }),
  updates(
    '$[] in documents',
    { a: [{ x: 1 }, { x: 2 }] },
    { $set: { 'a.$[].x': 0 } },
    { a: [{ x: 0 }, { x: 0 }] },
  ),
  updates(
    '$[name]',
    { a: [1, 5, 9] },
    { $set: { 'a.$[big]': 0 } },
    { a: [1, 0, 0] },
    { arrayFilters: [{ big: { $gt: 4 } }] },
  ),
  updates(
    '$[name] on members',
    {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 1 },
      ],
    },
    { $inc: { 'a.$[i].v': 5 } },
    {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 6 },
      ],
    },
    { arrayFilters: [{ 'i.k': 2 }] },
  ),
  updates(
    '$[name] within $[name]',
    { a: [{ l: [1, 2] }, { l: [3] }] },
    { $set: { 'a.$[].l.$[n]': 0 } },
    { a: [{ l: [1, 0] }, { l: [0] }] },
    { arrayFilters: [{ n: { $gte: 2 } }] },
  ),
  updates('$', { a: [1, 5, 9] }, { $set: { 'a.$': 0 } }, { a: [1, 0, 9] }, { q: { a: 5 } }),
  updates(
    '$ by a member',
    {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 1 },
      ],
    },
    { $set: { 'a.$.v': 7 } },
    {
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 7 },
      ],
    },
    { q: { 'a.k': 2 } },
  ),
  updates(
    '$ by $elemMatch',
    {
      a: [
        { k: 2, v: 1 },
        { k: 2, v: 2 },
      ],
    },
    { $set: { 'a.$.v': 7 } },
    {
      a: [
        { k: 2, v: 1 },
        { k: 2, v: 7 },
      ],
    },
    { q: { a: { $elemMatch: { k: 2, v: 2 } } } },
  ),
  cannotUpdate('$push to a value', { a: 1 }, { $push: { a: 1 } }, ...BAD),
  cannotUpdate('$push $each of no array', { a: [] }, { $push: { a: { $each: 1 } } }, ...BAD),
  cannotUpdate(
    '$push with an unknown modifier',
    { a: [] },
    { $push: { a: { $each: [1], $foo: 1 } } },
    ...BAD,
  ),
  cannotUpdate('$push $slice of text', { a: [] }, { $push: { a: { $each: [1], $slice: 'x' } } }, ...BAD),
  cannotUpdate('$push $sort of 2', { a: [] }, { $push: { a: { $each: [1], $sort: 2 } } }, ...BAD),
  cannotUpdate(
    '$push $position of text',
    { a: [] },
    { $push: { a: { $each: [1], $position: 'x' } } },
    ...BAD,
  ),
  cannotUpdate('$addToSet to a value', { a: 1 }, { $addToSet: { a: 1 } }, ...BAD),
  cannotUpdate('$addToSet $each of no array', { a: [] }, { $addToSet: { a: { $each: 1 } } }, ...TYPE),
  cannotUpdate('$pull from a value', { a: 1 }, { $pull: { a: 1 } }, ...BAD),
  cannotUpdate('$pullAll of no array', { a: [1] }, { $pullAll: { a: 1 } }, ...BAD),
  cannotUpdate('$pop of a value', { a: 1 }, { $pop: { a: 1 } }, ...TYPE),
  cannotUpdate('$pop of 2', { a: [1] }, { $pop: { a: 2 } }, ...PARSE),
  cannotUpdate('$ without a match', { a: [1] }, { $set: { 'a.$': 0 } }, ...BAD),
  cannotUpdate('$[] on a value', { a: 1 }, { $set: { 'a.$[]': 0 } }, ...BAD),
  cannotUpdate('$[] on what is not there', {}, { $set: { 'a.$[]': 0 } }, ...BAD),
  cannotUpdate('$[name] without a filter', { a: [1] }, { $set: { 'a.$[x]': 0 } }, ...BAD),
  cannotUpdate('a filter that is not used', { a: [1] }, { $set: { a: 0 } }, ...PARSE, {
    arrayFilters: [{ x: 1 }],
  }),
  cannotUpdate('two filters of a name', { a: [1] }, { $set: { 'a.$[x]': 0 } }, ...PARSE, {
    arrayFilters: [{ x: 1 }, { x: 2 }],
  }),
  cannotUpdate('a filter of two names', { a: [1] }, { $set: { 'a.$[x]': 0 } }, ...PARSE, {
    arrayFilters: [{ x: 1, y: 2 }],
  }),
];
