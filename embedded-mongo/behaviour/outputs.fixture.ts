import type { Document } from 'mongodb';
import { refusesPipeline } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const writes = (
  name: string,
  into: Document[],
  pipeline: Document[],
  after: Document[],
  before: Document[] = [],
): Case => ({
  name,
  given: {
    c: [
      { _id: 1, v: 1 },
      { _id: 2, v: 2 },
    ],
    t: into,
  },
  before,
  command: { aggregate: 'c', pipeline, cursor: {} },
  yields: [],
  after: { t: after },
});

/** `$out` and `$merge`. */
export const OUTPUTS: readonly Case[] = [
  writes(
    '$out replaces what is there',
    [{ _id: 9 }],
    [{ $match: { v: 2 } }, { $out: 't' }],
    [{ _id: 2, v: 2 }],
  ),
  writes(
    '$out makes a collection',
    [],
    [{ $out: 't' }],
    [
      { _id: 1, v: 1 },
      { _id: 2, v: 2 },
    ],
  ),
  writes(
    '$merge merges and inserts',
    [{ _id: 1, w: 5, v: 0 }],
    [{ $merge: 't' }],
    [
      { _id: 1, w: 5, v: 1 },
      { _id: 2, v: 2 },
    ],
  ),
  writes(
    '$merge that replaces',
    [{ _id: 1, w: 5 }],
    [{ $merge: { into: 't', whenMatched: 'replace' } }],
    [
      { _id: 1, v: 1 },
      { _id: 2, v: 2 },
    ],
  ),
  writes(
    '$merge that keeps',
    [{ _id: 1, w: 5 }],
    [{ $merge: { into: 't', whenMatched: 'keepExisting', whenNotMatched: 'discard' } }],
    [{ _id: 1, w: 5 }],
  ),
  writes(
    '$merge by a pipeline',
    [{ _id: 1, w: 5 }],
    [
      {
        $merge: {
          into: 't',
          whenMatched: [{ $set: { w: { $add: ['$w', '$$new.v'] } } }],
          whenNotMatched: 'discard',
        },
      },
    ],
    [{ _id: 1, w: 6 }],
  ),
  writes(
    '$merge on another field',
    [{ _id: 7, v: 1, w: 1 }],
    [{ $project: { _id: 0, v: 1, x: '$v' } }, { $match: { v: 1 } }, { $merge: { into: 't', on: 'v' } }],
    [{ _id: 7, v: 1, w: 1, x: 1 }],
    [{ createIndexes: 't', indexes: [{ key: { v: 1 }, name: 'v_1', unique: true }] }],
  ),
  refusesPipeline('$out before the end', [{ $out: 't' }, { $match: {} }], 40601),
  refusesPipeline('$merge on a field without an index', [{ $merge: { into: 't', on: 'v' } }], 51183),
  refusesPipeline('$merge of an unknown way', [{ $merge: { into: 't', whenMatched: 'foo' } }], 2, 'BadValue'),
  refusesPipeline(
    '$merge that fails without a match',
    [{ $merge: { into: 't', whenNotMatched: 'fail' } }],
    13113,
    'MergeStageNoMatchingDocument',
  ),
  {
    name: '$merge that fails on a match',
    given: { c: [{ _id: 1 }], t: [{ _id: 1 }] },
    command: { aggregate: 'c', pipeline: [{ $merge: { into: 't', whenMatched: 'fail' } }], cursor: {} },
    refused: { code: 11000, codeName: 'DuplicateKey' },
  },
];
