import { Long } from 'mongodb';
import { evaluates, fails } from '../testing/behaviour';
import type { Case } from '../testing/behaviour';

const day = new Date('2021-03-14T09:26:53.589Z');
const ber = 'Europe/Berlin';
const at = (text: string): Date => new Date(text);
const long = (value: number): Long => Long.fromNumber(value);

const texts: Case[] = [
  evaluates({ $concat: ['a', '$x', 'c'] }, 'abc', { x: 'b' }),
  evaluates({ $concat: ['a', null] }, null),
  fails({ $concat: ['a', 1] }, 16702),
  evaluates({ $toUpper: 'aé1' }, 'Aé1'),
  evaluates({ $toLower: 'ABÇ' }, 'abÇ'),
  evaluates({ $toUpper: null }, ''),
  fails({ $toUpper: [[1]] }, 16007),
  evaluates({ $strcasecmp: ['abc', 'ABD'] }, -1),
  evaluates({ $substrBytes: ['héllo', 0, 3] }, 'hé'),
  fails({ $substrBytes: ['héllo', 0, 2] }, 28657),
  fails({ $substrBytes: ['héllo', 2, 1] }, 28656),
  evaluates({ $substr: ['hello', 1, -1] }, 'ello'),
  evaluates({ $substrCP: ['héllo', 1, 2] }, 'él'),
  evaluates({ $substrCP: ['😀x', 1, 1] }, 'x'),
  fails({ $substrCP: ['x', 'y', 1] }, 34450),
  evaluates({ $strLenBytes: 'é' }, 2),
  evaluates({ $strLenCP: '😀' }, 1),
  fails({ $strLenBytes: '$none' }, 34473),
  fails({ $strLenCP: 5 }, 34471),
  evaluates({ $indexOfCP: ['cafétéria', 'é', 4] }, 5),
  evaluates({ $indexOfBytes: ['cafétéria', 't'] }, 5),
  evaluates({ $indexOfCP: ['abc', 'x'] }, -1),
  evaluates({ $indexOfBytes: [null, 'x'] }, null),
  fails({ $indexOfCP: [5, 'x'] }, 40093),
  evaluates({ $split: ['a-b-c', '-'] }, ['a', 'b', 'c']),
  evaluates({ $split: ['abc', '-'] }, ['abc']),
  fails({ $split: ['abc', ''] }, 40087),
  fails({ $split: [1, '-'] }, 40085),
  evaluates({ $trim: { input: '  x \n' } }, 'x'),
  evaluates({ $ltrim: { input: 'ggood', chars: 'g' } }, 'ood'),
  evaluates({ $rtrim: { input: 'x  ' } }, 'x'),
  fails({ $trim: { input: 5 } }, 50699),
  fails({ $trim: 'x' }, 50696),
  evaluates({ $replaceOne: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }, '$&.a'),
  evaluates({ $replaceAll: { input: 'a.a', find: 'a', replacement: 'b' } }, 'b.b'),
  fails({ $replaceAll: { input: 1, find: 'a', replacement: 'b' } }, 51746),
  evaluates({ $regexMatch: { input: 'abc', regex: '^B', options: 'i' } }, false),
  evaluates({ $regexMatch: { input: 'abc', regex: /B/i } }, true),
  evaluates(
    { $regexFind: { input: 'héllo', regex: /l(l)(x)?/ } },
    { match: 'll', idx: 2, captures: ['l', null] },
  ),
  evaluates({ $regexFind: { input: 'a', regex: 'b' } }, null),
  evaluates({ $regexFindAll: { input: 'a1b2', regex: /\d/ } }, [
    { match: '1', idx: 1, captures: [] },
    { match: '2', idx: 3, captures: [] },
  ]),
  fails({ $regexMatch: { input: 1, regex: 'x' } }, 51104),
  fails({ $regexMatch: { input: 'x', regex: 1 } }, 51105),
];

const parts: Case[] = [
  evaluates(
    [
      { $year: day },
      { $month: day },
      { $dayOfMonth: day },
      { $hour: day },
      { $minute: day },
      { $second: day },
      { $millisecond: day },
    ],
    [2021, 3, 14, 9, 26, 53, 589],
  ),
  evaluates(
    [{ $dayOfYear: day }, { $dayOfWeek: day }, { $week: day }, { $isoWeek: day }, { $isoDayOfWeek: day }],
    [73, 1, 11, 10, 7],
  ),
  evaluates({ $isoWeekYear: at('2021-01-03T00:00:00Z') }, long(2020)),
  evaluates({ $isoWeek: at('2021-01-03T00:00:00Z') }, 53),
  evaluates({ $week: at('2021-01-01T00:00:00Z') }, 0),
  evaluates({ $hour: { date: day, timezone: ber } }, 10),
  evaluates({ $hour: { date: at('2021-07-14T09:00:00Z'), timezone: ber } }, 11),
  evaluates({ $hour: { date: day, timezone: '+05:30' } }, 14),
  evaluates({ $dayOfMonth: { date: day, timezone: '-1000' } }, 13),
  evaluates({ $year: null }, null),
  fails({ $year: 'x' }, 16006),
  fails({ $hour: { date: day, timezone: 'Nowhere/Land' } }, 40485),
  fails({ $hour: { date: day, timezone: 5 } }, 40517),
  evaluates(
    { $dateToParts: { date: day } },
    { year: 2021, month: 3, day: 14, hour: 9, minute: 26, second: 53, millisecond: 589 },
  ),
  evaluates(
    { $dateToParts: { date: day, timezone: ber, iso8601: true } },
    { isoWeekYear: 2021, isoWeek: 10, isoDayOfWeek: 7, hour: 10, minute: 26, second: 53, millisecond: 589 },
  ),
  evaluates({ $dateFromParts: { year: 2021, month: 3, day: 14, hour: 9 } }, at('2021-03-14T09:00:00Z')),
  evaluates({ $dateFromParts: { year: 2021, month: 14, day: 0 } }, at('2022-01-31T00:00:00Z')),
  evaluates({ $dateFromParts: { year: 2021, month: 7, timezone: ber } }, at('2021-06-30T22:00:00Z')),
  evaluates(
    { $dateFromParts: { isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 7 } },
    at('2021-01-03T00:00:00Z'),
  ),
  fails({ $dateFromParts: { year: 0 } }, 40523),
  fails({ $dateFromParts: { year: 'x' } }, 40515),
  fails({ $dateFromParts: { month: 1 } }, 40516),
];

const written: Case[] = [
  evaluates({ $dateToString: { date: day } }, '2021-03-14T09:26:53.589Z'),
  evaluates(
    {
      $dateToString: { date: day, format: '%d.%m.%Y %H:%M:%S,%L %j %u %w %U %V %G %z %Z %%', timezone: ber },
    },
    '14.03.2021 10:26:53,589 073 7 1 11 10 2021 +0100 +060 %',
  ),
  evaluates({ $dateToString: { date: day, format: '%b %B' } }, 'Mar March'),
  evaluates({ $dateToString: { date: null, onNull: 'none' } }, 'none'),
  fails({ $dateToString: { date: day, format: '%q' } }, 18536),
  fails({ $dateToString: { date: day, format: 5 } }, 18533),
  fails({ $dateToString: {} }, 18628),
  evaluates({ $dateFromString: { dateString: '2021-03-14T09:26:53.589Z' } }, day),
  evaluates({ $dateFromString: { dateString: '2021-03-14' } }, at('2021-03-14T00:00:00Z')),
  evaluates(
    { $dateFromString: { dateString: '2021-03-14T10:00:00', timezone: ber } },
    at('2021-03-14T09:00:00Z'),
  ),
  evaluates({ $dateFromString: { dateString: '2021-03-14T10:00:00+02:00' } }, at('2021-03-14T08:00:00Z')),
  evaluates(
    { $dateFromString: { dateString: '14/03/2021', format: '%d/%m/%Y' } },
    at('2021-03-14T00:00:00Z'),
  ),
  evaluates({ $dateFromString: { dateString: 'x', onError: 'bad' } }, 'bad'),
  evaluates({ $dateFromString: { dateString: null, onNull: 'none' } }, 'none'),
  fails({ $dateFromString: { dateString: 'x' } }, 241, 'ConversionFailure'),
  fails({ $dateFromString: { dateString: '2021-13-01' } }, 241, 'ConversionFailure'),
];

const moved: Case[] = [
  evaluates(
    { $dateAdd: { startDate: at('2021-01-31T00:00:00Z'), unit: 'month', amount: 1 } },
    at('2021-02-28T00:00:00Z'),
  ),
  evaluates(
    { $dateAdd: { startDate: at('2020-02-29T00:00:00Z'), unit: 'year', amount: 1 } },
    at('2021-02-28T00:00:00Z'),
  ),
  evaluates(
    { $dateAdd: { startDate: at('2021-03-27T12:00:00Z'), unit: 'day', amount: 1, timezone: ber } },
    at('2021-03-28T11:00:00Z'),
  ),
  evaluates(
    { $dateAdd: { startDate: at('2021-03-27T12:00:00Z'), unit: 'hour', amount: 24, timezone: ber } },
    at('2021-03-28T12:00:00Z'),
  ),
  evaluates({ $dateSubtract: { startDate: day, unit: 'week', amount: 2 } }, at('2021-02-28T09:26:53.589Z')),
  evaluates({ $dateAdd: { startDate: null, unit: 'day', amount: 1 } }, null),
  fails({ $dateAdd: { startDate: day, unit: 'eon', amount: 1 } }, 9, 'FailedToParse'),
  fails({ $dateAdd: { startDate: day, unit: 'day', amount: 1.5 } }, 5166405),
  fails({ $dateAdd: { startDate: 'x', unit: 'day', amount: 1 } }, 5166403),
  fails({ $dateAdd: { startDate: day, unit: 'day' } }, 5166402),
  evaluates(
    {
      $dateDiff: { startDate: at('2020-12-31T23:59:59Z'), endDate: at('2021-01-01T00:00:00Z'), unit: 'year' },
    },
    long(1),
  ),
  evaluates(
    {
      $dateDiff: { startDate: at('2021-01-01T00:59:00Z'), endDate: at('2021-01-01T01:01:00Z'), unit: 'hour' },
    },
    long(1),
  ),
  evaluates(
    {
      $dateDiff: { startDate: at('2021-01-02T00:00:00Z'), endDate: at('2021-01-03T00:00:00Z'), unit: 'week' },
    },
    long(1),
  ),
  evaluates(
    {
      $dateDiff: {
        startDate: at('2021-01-03T00:00:00Z'),
        endDate: at('2021-01-04T00:00:00Z'),
        unit: 'week',
        startOfWeek: 'monday',
      },
    },
    long(1),
  ),
  evaluates(
    {
      $dateDiff: {
        startDate: at('2021-01-31T23:30:00Z'),
        endDate: at('2021-02-01T00:30:00Z'),
        unit: 'month',
        timezone: ber,
      },
    },
    long(0),
  ),
  evaluates({ $dateDiff: { startDate: day, endDate: at('2021-03-01T00:00:00Z'), unit: 'day' } }, long(-13)),
  evaluates({ $dateTrunc: { date: day, unit: 'month' } }, at('2021-03-01T00:00:00Z')),
  evaluates({ $dateTrunc: { date: day, unit: 'quarter' } }, at('2021-01-01T00:00:00Z')),
  evaluates({ $dateTrunc: { date: day, unit: 'week', startOfWeek: 'mon' } }, at('2021-03-08T00:00:00Z')),
  evaluates({ $dateTrunc: { date: day, unit: 'day', timezone: ber } }, at('2021-03-13T23:00:00Z')),
  evaluates({ $dateTrunc: { date: day, unit: 'minute', binSize: 15 } }, at('2021-03-14T09:15:00Z')),
  evaluates({ $dateTrunc: { date: day, unit: 'year', binSize: 10 } }, at('2020-01-01T00:00:00Z')),
  fails({ $dateTrunc: { date: day, unit: 'day', binSize: 0 } }, 5439018),
  fails({ $dateTrunc: { date: 'x', unit: 'day' } }, 5439012),
];

/** Expressions on strings, regular expressions and dates. */
export const TEXTS_AND_DATES: readonly Case[] = [...texts, ...parts, ...written, ...moved];
