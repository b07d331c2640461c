/** What an event says, for people. Source: common.yaml, realtime (data.activity); traction.yaml, subscribeGoalActivity. */
import { Decimal } from '../../../common/decimals';
import type { LogRow } from '../../common/live/tenant-tail';
import type { Context } from '../context';
import type { MeasureRow } from '../measures/model';
import type { ActualRow } from '../series/model';

export interface Words {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly createdAt: Date;
}

/** Read when it is told: what was redacted or deleted since is not told. */
export async function wordsOf({ subject }: LogRow, { data }: Context): Promise<Words | null> {
  if (subject.type === 'activity') return data.activityEntries.load(subject.id);
  if (subject.type !== 'actual') return null;
  const actual = await data.actuals.load(subject.id);
  const measure = actual && (await data.measures.load(actual.measureId));
  return measure && wordsOfValue(measure, actual);
}

/** As in `Monthly Recurring Revenue: 48500 USD`. */
const wordsOfValue = ({ name, unit }: MeasureRow, { id, value, createdAt }: ActualRow): Words => ({
  id,
  text: [`${name}: ${new Decimal(value).toFixed()}`, ...(unit === null ? [] : [unit])].join(' '),
  title: null,
  url: null,
  createdAt,
});
