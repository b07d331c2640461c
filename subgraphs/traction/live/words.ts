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
export async function wordsOf(row: LogRow, context: Context): Promise<Words | null> {
  const { subject } = row;
  if (subject.type === 'activity') return context.data.activityEntries.load(subject.id);
  const recorded = await recordedIn(row, context);
  return recorded && wordsOfValue(recorded);
}

interface Recorded {
  readonly measure: MeasureRow;
  readonly actual: ActualRow;
}

/** The value that a row is about; null where it is about none, and where the value or its measure was deleted since. */
export async function recordedIn({ subject }: LogRow, { data }: Context): Promise<Recorded | null> {
  if (subject.type !== 'actual') return null;
  const actual = await data.actuals.load(subject.id);
  const measure = actual && (await data.measures.load(actual.measureId));
  return measure && { measure, actual };
}

/** As in `Monthly Recurring Revenue: 48500 USD`. */
function wordsOfValue({ measure: { name, unit }, actual: { id, value, createdAt } }: Recorded): Words {
  const text = [`${name}: ${new Decimal(value).toFixed()}`, ...(unit === null ? [] : [unit])].join(' ');
  return { id, text, title: null, url: null, createdAt };
}
