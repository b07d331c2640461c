import type { Document } from '../values/codec';
import { isDocument, isNumeric } from '../values/types';

/** Whether a stage asks only how many documents come to it. */
export function onlyCounts(stage: Document | undefined): boolean {
  if (stage === undefined) return false;
  const [[name, operand]] = Object.entries(stage) as [[string, unknown]];
  return name === '$count' || (name === '$group' && isDocument(operand) && isCounting(operand));
}

/** Stages that only count, select or leave out, whatever the documents hold. */
const INDIFFERENT = new Set(['$skip', '$limit', '$unset', '$sample']);

/**
 * Whether a stage does the same under any collation, since it compares no strings. What counts documents with a
 * collation ends with one: `$group` with a constant key and sums of constants.
 */
export function comparesNoStrings(stage: Document): boolean {
  const [name = ''] = Object.keys(stage);
  return INDIFFERENT.has(name) || onlyCounts(stage);
}

/** The operand of a `$group` whose only group has sums of constants. */
function isCounting({ _id: key, ...sums }: Document): boolean {
  return (key === null || isNumeric(key)) && Object.values(sums).every(isCount);
}

function isCount(accumulator: unknown): boolean {
  return isDocument(accumulator) && Object.keys(accumulator).length === 1 && isNumeric(accumulator['$sum']);
}

/** Whether a stage that only counts counts each document once. */
export function countsEach(stage: Document | undefined): boolean {
  if (stage === undefined || !onlyCounts(stage)) return false;
  const { $group } = stage;
  if (!isDocument($group)) return true;
  const { _id: _key, ...sums } = $group;
  return Object.values(sums).every((sum) => (sum as Document)['$sum'] === 1);
}

/** What such a stage makes of so many documents. */
export function countedBy(stage: Document, total: number): Document[] {
  if (total === 0) return [];
  const { $group, $count } = stage;
  if (!isDocument($group)) return [{ [String($count)]: total }];
  const { _id, ...sums } = $group;
  return [{ _id, ...Object.fromEntries(Object.keys(sums).map((name) => [name, total])) }];
}
