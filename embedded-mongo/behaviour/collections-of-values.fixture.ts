import { Binary, Decimal128, Double, Long } from 'mongodb';
import { evaluates, fails } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const long = (text: string): Long => Long.fromString(text);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const double = (value: number): Double => new Double(value);

const arrays: Case[] = [
  evaluates({ $arrayElemAt: [[1, 2, 3], 1] }, 2),
  evaluates({ $arrayElemAt: [[1, 2, 3], -1] }, 3),
  evaluates({ $arrayElemAt: [[1, 2, 3], 9] }, undefined),
  evaluates({ $arrayElemAt: [null, 0] }, null),
  fails({ $arrayElemAt: ['x', 0] }, 28689),
  fails({ $arrayElemAt: [[1], 'x'] }, 28690),
  fails({ $arrayElemAt: [[1], 1.5] }, 28691),
  evaluates({ $first: '$a' }, 1, { a: [1, 2] }),
  evaluates({ $last: '$a' }, 2, { a: [1, 2] }),
  evaluates({ $first: '$a' }, undefined, { a: [] }),
  fails({ $first: '$a' }, 28689, undefined, { a: 1 }),
  evaluates({ $concatArrays: [[1], ['x', [2]]] }, [1, 'x', [2]]),
  evaluates({ $concatArrays: [[1], null] }, null),
  fails({ $concatArrays: [[1], 2] }, 28664),
  evaluates({ $size: '$a' }, 2, { a: [1, 2] }),
  fails({ $size: '$none' }, 17124),
  evaluates({ $isArray: '$a' }, true, { a: [] }),
  evaluates({ $isArray: [[1]] }, true),
  evaluates({ $in: [2, [1, 2]] }, true),
  evaluates({ $in: [double(1), [1]] }, true),
  fails({ $in: [1, 2] }, 40081),
  evaluates({ $indexOfArray: [['a', 'b', 'a'], 'a', 1] }, 2),
  evaluates({ $indexOfArray: [['a'], 'x'] }, -1),
  evaluates({ $indexOfArray: [null, 'x'] }, null),
  fails({ $indexOfArray: ['x', 'x'] }, 40090),
  evaluates({ $reverseArray: [[1, 2, 3]] }, [3, 2, 1]),
  fails({ $reverseArray: 1 }, 34435),
  evaluates({ $range: [0, 10, 3] }, [0, 3, 6, 9]),
  evaluates({ $range: [5, 0, -2] }, [5, 3, 1]),
  evaluates({ $range: [0, 3] }, [0, 1, 2]),
  fails({ $range: [0, 1, 0] }, 34449),
  fails({ $range: ['x', 1] }, 34443),
  evaluates({ $slice: [[1, 2, 3], 2] }, [1, 2]),
  evaluates({ $slice: [[1, 2, 3], -2] }, [2, 3]),
  evaluates({ $slice: [[1, 2, 3], 1, 1] }, [2]),
  evaluates({ $slice: [[1, 2, 3], -5, 2] }, [1, 2]),
  fails({ $slice: ['x', 1] }, 28724),
  fails({ $slice: [[1], 0, -1] }, 28729),
  evaluates({ $zip: { inputs: [[1, 2], ['a']] } }, [[1, 'a']]),
  evaluates({ $zip: { inputs: [[1, 2], ['a']], useLongestLength: true, defaults: [0, 'z'] } }, [
    [1, 'a'],
    [2, 'z'],
  ]),
  fails({ $zip: { inputs: [[1], 2] } }, 34468),
  fails({ $zip: { inputs: [[1]], defaults: [1] } }, 34466),
  evaluates({ $map: { input: [1, 2], as: 'x', in: { $multiply: ['$$x', 2] } } }, [2, 4]),
  evaluates({ $map: { input: [1, 2], in: '$$this' } }, [1, 2]),
  evaluates({ $map: { input: [{ a: 1 }, {}], in: '$$this.a' } }, [1, null]),
  fails({ $map: { input: 1, in: 1 } }, 16883),
  fails({ $map: { input: [1] } }, 16882),
  evaluates({ $filter: { input: [1, 5, 9], as: 'x', cond: { $gt: ['$$x', 3] } } }, [5, 9]),
  evaluates({ $filter: { input: [1, 5, 9], cond: { $gt: ['$$this', 3] }, limit: 1 } }, [5]),
  fails({ $filter: { input: 1, cond: true } }, 28651),
  fails({ $filter: { input: [1] } }, 28650),
  evaluates(
    { $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
    'ab',
  ),
  fails({ $reduce: { input: 1, initialValue: 0, in: 1 } }, 40080),
  evaluates({ $sortArray: { input: [3, 'a', 1, null], sortBy: 1 } }, [null, 1, 3, 'a']),
  evaluates(
    {
      $sortArray: {
        input: [
          { x: 1, y: 2 },
          { x: 1, y: 1 },
        ],
        sortBy: { x: -1, y: 1 },
      },
    },
    [
      { x: 1, y: 1 },
      { x: 1, y: 2 },
    ],
  ),
  fails({ $sortArray: { input: 1, sortBy: 1 } }, 2942504),
  evaluates({ $firstN: { input: [1, 2, 3], n: 2 } }, [1, 2]),
  evaluates({ $lastN: { input: [1, 2, 3], n: 2 } }, [2, 3]),
  evaluates({ $maxN: { input: [1, null, 3, 2], n: 2 } }, [3, 2]),
  evaluates({ $minN: { input: [1, null, 3, 2], n: 2 } }, [1, 2]),
  evaluates({ $allElementsTrue: [[1, 'x']] }, true),
  evaluates({ $anyElementTrue: [[0, null]] }, false),
  evaluates({ $sum: '$a' }, 6, { a: [1, 2, 'x', 3] }),
  evaluates({ $sum: ['$a', '$b', 5] }, 5, { a: [1], b: 'x' }),
  evaluates({ $sum: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, double(1)),
  evaluates({ $sum: [decimal('0.1'), 1, long('2')] }, decimal('3.1')),
  evaluates({ $avg: [1, 2] }, 1.5),
  evaluates({ $avg: [decimal('1'), 2] }, decimal('1.5')),
  evaluates({ $avg: ['x'] }, null),
  evaluates({ $min: [3, 1, null] }, 1),
  evaluates({ $max: ['a', 1] }, 'a'),
  evaluates({ $stdDevPop: [1, 3] }, double(1)),
  evaluates({ $stdDevSamp: [1] }, null),
];

const sets: Case[] = [
  evaluates(
    {
      $setUnion: [
        [2, 1],
        [2, 3],
      ],
    },
    [1, 2, 3],
  ),
  evaluates({ $setIntersection: [[1, 2, 2], [2]] }, [2]),
  evaluates({ $setDifference: [[1, 2, 1], [2]] }, [1]),
  evaluates(
    {
      $setEquals: [
        [1, 2, 1],
        [2, 1],
      ],
    },
    true,
  ),
  evaluates({ $setIsSubset: [[1], [1, 2]] }, true),
  evaluates({ $setUnion: [[1], null] }, null),
  fails({ $setUnion: [[1], 2] }, 17043),
  fails({ $setDifference: [1, [2]] }, 17048),
  fails({ $setEquals: [[1]] }, 17045),
];

const objects: Case[] = [
  evaluates({ $mergeObjects: [{ a: 1, b: 1 }, { b: 2 }, null] }, { a: 1, b: 2 }),
  evaluates({ $mergeObjects: '$l' }, { a: 1, b: 2 }, { l: [{ a: 1 }, { b: 2 }] }),
  fails({ $mergeObjects: [1] }, 40400),
  evaluates({ $objectToArray: { a: 1, b: [2] } }, [
    { k: 'a', v: 1 },
    { k: 'b', v: [2] },
  ]),
  fails({ $objectToArray: 1 }, 40390),
  evaluates(
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    { a: 1, b: 2 },
  ),
  evaluates({ $arrayToObject: [[{ k: 'a', v: 1 }]] }, { a: 1 }),
  fails({ $arrayToObject: 1 }, 40386),
  fails({ $arrayToObject: [[['a']]] }, 40397),
  evaluates({ $getField: 'a.b' }, 5, { 'a.b': 5 }),
  evaluates({ $getField: { field: { $literal: '$x' }, input: '$$ROOT' } }, 6, { $x: 6 }),
  evaluates({ $setField: { field: 'a.b', input: { c: 1 }, value: 2 } }, { c: 1, 'a.b': 2 }),
  evaluates({ $unsetField: { field: 'c', input: { c: 1, d: 2 } } }, { d: 2 }),
  evaluates({ x: '$a', y: { z: ['$a'] }, n: '$none' }, { x: 1, y: { z: [1] } }, { a: 1 }),
  evaluates('$a.b', [1, 2], { a: [{ b: 1 }, { c: 5 }, { b: 2 }, 7, [{ b: 9 }]] }),
  evaluates('$a.b', undefined, { a: 1 }),
  evaluates('$$ROOT.a', 1, { a: 1 }),
  evaluates('$$CURRENT.a', 1, { a: 1 }),
  evaluates('$$REMOVE', undefined),
  evaluates({ $let: { vars: { x: 1, y: '$a' }, in: { $add: ['$$x', '$$y'] } } }, 3, { a: 2 }),
  fails({ $let: { vars: {} } }, 16876),
  fails('$$none', 17276),
  fails('$', 16872),
  fails('$a..b', 15998),
  fails({ $foo: 1 }, 168, 'InvalidPipelineOperator'),
  fails({ $add: [1], $subtract: [1, 2] }, 15983),
  fails({ $add: [{ 'b.c': 1 }] }, 16405),
  evaluates({ $literal: '$a' }, '$a'),
  evaluates({ $literal: { $add: [1, 2] } }, { $add: [1, 2] }),
  evaluates({ $bsonSize: { a: 1 } }, 12),
  evaluates({ $binarySize: 'é' }, 2),
  evaluates({ $binarySize: new Binary(Buffer.from([1, 2, 3])) }, 3),
];

/** Expressions on arrays, sets and documents. */
export const COLLECTIONS_OF_VALUES: readonly Case[] = [...arrays, ...sets, ...objects];
