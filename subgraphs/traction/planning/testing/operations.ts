/** What tests ask of planning. */
const input = (name: string, type: string, selection: string): string =>
  `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${selection} } }`;

const TARGET = `id value optimalValue minimalValue date label confidence rationale createdBy measure { id }
  revisions { value changedBy }`;

export const ADD_TARGET = input('addTarget', 'AddTarget', `target { ${TARGET} }`);
export const UPDATE_TARGET = input('updateTarget', 'UpdateTarget', `target { ${TARGET} }`);
export const DELETE_TARGET = input('deleteTarget', 'DeleteTarget', 'deletedId');
export const SET_TARGETS = input(
  'setTargets',
  'SetTargets',
  `measure { targets { ${TARGET} } }
    impact { changedTargets affectedPeriods alert { id affectedGoals { goalId } } }`,
);
export const ADJUST_PLAN = input(
  'adjustPlan',
  'AdjustPlan',
  'adjustment { id } recalculatedPeriods { start endValue } measure { targets { id value } }',
);
export const SET_RULE = input(
  'setReplanRule',
  'SetReplanRule',
  `rule { varianceThresholdPercentage consecutiveMissesRequired autoAdjustEnabled adjustmentStrategy
    requireUserApproval notifyOnTrigger notificationRecipients measureId }`,
);
export const ACKNOWLEDGE = input(
  'acknowledgeAlert',
  'AcknowledgeAlert',
  'alert { status decision notes acknowledgedBy acknowledgedAt }',
);
