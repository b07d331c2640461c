import { Double } from 'mongodb';
import type { Document } from 'mongodb';
import { aggregates, refusesPipeline } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const scores = [
  { _id: 1, g: 'a', t: 1, v: 10 },
  { _id: 2, g: 'a', t: 2, v: 20 },
  { _id: 3, g: 'a', t: 2, v: 30 },
  { _id: 4, g: 'b', t: 1, v: 5 },
];
const windowed = (
  name: string,
  output: Document,
  values: unknown[],
  sortBy: Document = { t: 1, _id: 1 },
): Case =>
  aggregates(
    name,
    scores,
    [
      {
        $setWindowFields: {
          partitionBy: '$g',
          sortBy,
          output: { r: output },
        },
      },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, r: 1 } },
    ],
    values.map((r) => ({ r })),
  );

const windows: Case[] = [
  windowed('a whole partition', { $sum: '$v' }, [60, 60, 60, 5]),
  windowed('a running sum', { $sum: '$v', window: { documents: ['unbounded', 'current'] } }, [10, 30, 60, 5]),
  windowed('neighbours', { $avg: '$v', window: { documents: [-1, 1] } }, [
    new Double(15),
    new Double(20),
    new Double(25),
    new Double(5),
  ]),
  windowed('a range of values', { $sum: '$v', window: { range: [-1, 0] } }, [10, 60, 60, 5], { t: 1 }),
  windowed('$rank', { $rank: {} }, [1, 2, 2, 1], { t: 1 }),
  windowed('$denseRank', { $denseRank: {} }, [2, 1, 1, 1], { t: -1 }),
  windowed('$documentNumber', { $documentNumber: {} }, [1, 2, 3, 1]),
  windowed('$shift', { $shift: { output: '$v', by: 1, default: 0 } }, [20, 30, 0, 0]),
  windowed('$push', { $push: '$v', window: { documents: [0, 1] } }, [[10, 20], [20, 30], [30], [5]]),
  windowed('$expMovingAvg', { $expMovingAvg: { input: '$v', alpha: 0.5 } }, [
    new Double(10),
    new Double(15),
    22.5,
    new Double(5),
  ]),
  windowed(
    '$derivative',
    { $derivative: { input: '$v' }, window: { documents: [-1, 0] } },
    [null, new Double(10), null, null],
    { t: 1 },
  ),
  windowed(
    '$integral',
    { $integral: { input: '$v' }, window: { documents: ['unbounded', 'current'] } },
    [new Double(0), new Double(15), new Double(15), new Double(0)],
    { t: 1 },
  ),
  aggregates(
    '$densify',
    [
      { _id: 1, t: 1 },
      { _id: 2, t: 3 },
    ],
    [{ $densify: { field: 't', range: { step: 1, bounds: 'full' } } }],
    [{ _id: 1, t: 1 }, { t: 2 }, { _id: 2, t: 3 }],
  ),
  aggregates(
    '$densify of dates',
    [
      { _id: 1, t: new Date('2021-01-31') },
      { _id: 2, t: new Date('2021-03-31') },
    ],
    [{ $densify: { field: 't', range: { step: 1, unit: 'month', bounds: 'full' } } }, { $count: 'n' }],
    [{ n: 4 }],
  ),
  aggregates(
    '$fill with a value and the last one',
    [{ _id: 1, a: 1, b: 5 }, { _id: 2, a: null }, { _id: 3 }],
    [{ $fill: { sortBy: { _id: 1 }, output: { a: { method: 'locf' }, b: { value: 0 } } } }],
    [
      { _id: 1, a: 1, b: 5 },
      { _id: 2, a: 1, b: 0 },
      { _id: 3, a: 1, b: 0 },
    ],
  ),
  aggregates(
    '$fill on a line',
    [{ _id: 0, a: 10 }, { _id: 1 }, { _id: 2, a: 30 }],
    [{ $fill: { sortBy: { _id: 1 }, output: { a: { method: 'linear' } } } }],
    [
      { _id: 0, a: 10 },
      { _id: 1, a: new Double(20) },
      { _id: 2, a: 30 },
    ],
  ),
  refusesPipeline(
    'an unknown window function',
    [{ $setWindowFields: { output: { r: { $foo: 1 } } } }],
    9,
    'FailedToParse',
  ),
  refusesPipeline(
    '$densify of a text',
    [{ $densify: { field: 'a', range: { step: 0, bounds: 'full' } } }],
    5733401,
  ),
];

/** `$setWindowFields` and its functions. */
export const WINDOWS: readonly Case[] = windows;
