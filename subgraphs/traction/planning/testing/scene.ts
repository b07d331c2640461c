/** A tenant with a measure, and what tests put around it. */
import type { Goal } from '../../goals/model';
import type { MeasureLink } from '../../links/model';
import type { Measure, MeasureRow } from '../../measures/model';
import type { Actual, ActualRow } from '../../series/model';
import { linkOf, measureOf } from '../../testing/rows';
import type { Caller } from '../../testing/start-traction';
import type { ReplanRule, Target, TargetRow } from '../model';

export interface Scene {
  readonly caller: Caller;
  readonly measure: MeasureRow;
}

/** Puts a measure into the tenant of the caller. */
export async function sceneOf(caller: Caller, members: Partial<Measure> = {}): Promise<Scene> {
  const { data } = await caller.context();
  return { caller, measure: await data.measures.insert(measureOf(members)) };
}

const GOAL: Goal = {
  title: 'Grow',
  intent: '',
  description: '',
  status: 'ACTIVE',
  ownerId: 'owner',
  horizon: null,
  valueTags: [],
  metadata: null,
  completedAt: null,
};

/** A goal that is linked with the measure. Gives its id. */
export async function linkedGoal(
  { caller, measure }: Scene,
  title: string,
  link: Partial<MeasureLink> = {},
): Promise<string> {
  const { data } = await caller.context();
  const { id: goalId } = await data.goals.insert({ ...GOAL, title });
  await data.measureLinks.insert(linkOf({ goalId, measureId: measure.id, ...link }));
  return goalId;
}

/** A measured value. */
export async function measured(
  { caller, measure }: Scene,
  day: string,
  value: number,
  members: Partial<Actual> = {},
): Promise<ActualRow> {
  const { data } = await caller.context();
  return data.actuals.insert({
    measureId: measure.id,
    subtype: 'MEASURED',
    value,
    originalValue: null,
    date: new Date(day),
    place: 1,
    always: false,
    periodStart: null,
    dataSource: null,
    sourceReferenceId: null,
    rationale: null,
    horizonId: null,
    isManualOverride: false,
    overrideComment: null,
    reading: null,
    expectedValue: null,
    exceedsThreshold: false,
    triggersReplan: false,
    adjustmentId: null,
    recordedBy: caller.viewer.userId,
    ...members,
  });
}

export async function target(
  { caller, measure }: Scene,
  day: string,
  value: number,
  members: Partial<Target> = {},
): Promise<TargetRow> {
  const { data } = await caller.context();
  return data.targets.insert({
    measureId: measure.id,
    value,
    optimalValue: null,
    minimalValue: null,
    date: new Date(day),
    periodStart: null,
    label: null,
    confidence: null,
    rationale: null,
    createdBy: caller.viewer.userId,
    ...members,
  });
}

/** A rule that adjusts by itself from the first miss on, unless said otherwise. */
export async function rule({ caller, measure }: Scene, members: Partial<ReplanRule> = {}): Promise<void> {
  const { data } = await caller.context();
  await data.replanRules.insert({
    measureId: measure.id,
    varianceThresholdPercentage: 10,
    consecutiveMissesRequired: 1,
    autoAdjustEnabled: true,
    adjustmentStrategy: 'MAINTAIN_FINAL_GOAL',
    requireUserApproval: false,
    notifyOnTrigger: false,
    notificationRecipients: [],
    ...members,
  });
}

/** What the log says of changes of this kind, the oldest first. */
export async function logged(
  { caller }: Scene,
  kind: string,
): Promise<{ goalId: string | undefined; subjectId: string }[]> {
  const { data } = await caller.context();
  const changes = await data.changes.find({ kind }, { sort: { seq: 1 } });
  return changes.map(({ goalId, subject }) => ({ goalId, subjectId: subject.id }));
}

const TARGETS = 'query ($id: ID!) { measure(id: $id) { targets { date value } } }';

/** The targets of the measure as the graph shows them: day and value. */
export async function targetsOfScene({ caller, measure }: Scene): Promise<[day: string, value: number][]> {
  const answer = await caller.read<{
    measure: { targets: { date: string; value: number }[] };
  }>(TARGETS, { id: measure.id });
  return answer.measure.targets.map(({ date, value }) => [date.slice(0, '2025-01-01'.length), value]);
}
