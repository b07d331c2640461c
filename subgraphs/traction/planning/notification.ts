/** Telling the goals of a measure that its replan rule was met. Source: traction.yaml, shape ReplanRule, notifyOnTrigger. */
import type { Viewer } from '../../../common/viewer';
import { addEntry } from '../activity/entries';
import type { TractionWork } from '../context';
import type { MeasureRow } from '../measures/model';
import type { ActualRow } from '../series/model';
import { linksWithGoals } from './impact';
import type { ReplanRuleRow } from './model';
import { variancePercentage } from './plan';

/** What the goals are told. */
export interface Miss {
  readonly measure: MeasureRow;
  readonly actual: ActualRow;
  readonly rule: ReplanRuleRow;
}

/** Writes an entry into the activity of every linked goal. */
export async function notifyGoals(
  work: TractionWork,
  viewer: Viewer,
  { measure, actual, rule }: Miss,
): Promise<void> {
  const { id: actualId, value, expectedValue } = actual;
  const variance = variancePercentage(value, expectedValue);
  const entry = {
    type: 'SYSTEM',
    title: `${measure.name} is off its plan`,
    text: `${measure.name}: ${value}, where ${expectedValue} was expected (${variance} %)`,
    metadata: {
      measureId: measure.id,
      actualId,
      variancePercentage: variance,
      recipients: [...rule.notificationRecipients],
    },
  } as const;
  for (const { goalId } of await linksWithGoals(work.data, measure.id)) {
    await addEntry(work, viewer, { ...entry, goalId: goalId as string });
  }
}
