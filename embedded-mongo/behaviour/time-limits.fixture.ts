import type { Document } from 'mongodb';
import type { Case } from '../testing/behaviour';

/** As many documents as take many times a millisecond to filter by `SLOW`, which none of them satisfies. */
const MANY = Array.from({ length: 200 }, (_, n) => ({ _id: n, n }));
const SLOW = {
  $expr: {
    $lt: [{ $size: { $filter: { input: { $range: [0, 2000] }, cond: { $gt: ['$$this', '$n'] } } } }, 0],
  },
};

const expires = (name: string, command: Document, maxTimeMS = 1): Case => ({
  name: `${name} ends when its time is over`,
  given: { c: MANY },
  command: { ...command, maxTimeMS },
  refused: { code: 50, codeName: 'MaxTimeMSExpired', message: /operation exceeded time limit$/ },
});

const one = (name: string, maxTimeMS: unknown, refused?: Case['refused']): Case => ({
  name,
  given: { c: [{ _id: 1 }] },
  command: { find: 'c', maxTimeMS },
  ...(refused === undefined ? { yields: [{ _id: 1 }] } : { refused }),
});

/** What `maxTimeMS` does. */
export const TIME_LIMITS: readonly Case[] = [
  expires('find', { find: 'c', filter: SLOW }),
  expires('count', { count: 'c', query: SLOW }),
  expires('distinct', { distinct: 'c', key: 'n', query: SLOW }),
  expires('aggregate', { aggregate: 'c', pipeline: [{ $match: SLOW }], cursor: {} }),
  expires(
    'a pipeline that reads little and makes much of it',
    {
      aggregate: 'c',
      pipeline: [
        { $set: { a: { $range: [0, 300] }, b: { $range: [0, 300] } } },
        { $unwind: '$a' },
        { $unwind: '$b' },
        { $group: { _id: null, n: { $sum: 1 } } },
      ],
      cursor: {},
    },
    50,
  ),
  expires('$out', { aggregate: 'c', pipeline: [{ $match: SLOW }, { $out: 'd' }], cursor: {} }),
  expires('update', { update: 'c', updates: [{ q: SLOW, u: { $set: { a: 1 } }, multi: true }] }),
  expires('delete', { delete: 'c', deletes: [{ q: SLOW, limit: 0 }] }),
  expires('findAndModify', { findAndModify: 'c', query: SLOW, update: { $set: { a: 1 } } }),
  one('enough time changes nothing', 60_000),
  one('no time is all the time', 0),
  one('time cannot be negative', -1, { code: 2, codeName: 'BadValue' }),
  one('time has an end', 2 ** 31, { code: 2, codeName: 'BadValue' }),
];
