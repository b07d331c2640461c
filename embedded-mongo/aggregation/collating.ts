import type { Document } from '../values/codec';
import { isDocument, isNumeric } from '../values/types';

/** Stages that only count, select or leave out, whatever the documents hold. */
const INDIFFERENT = new Set(['$skip', '$limit', '$count', '$unset', '$sample']);

/**
 * Whether a stage does the same under any collation, since it compares no strings. What counts documents with a
 * collation ends with one: `$group` with a constant key and sums of constants.
 */
export function comparesNoStrings(stage: Document): boolean {
  const [[name, operand]] = Object.entries(stage) as [[string, unknown]];
  if (INDIFFERENT.has(name)) return true;
  if (name !== '$group' || !isDocument(operand)) return false;
  const { _id: key, ...sums } = operand;
  return (key === null || isNumeric(key)) && Object.values(sums).every(isCount);
}

function isCount(accumulator: unknown): boolean {
  return isDocument(accumulator) && Object.keys(accumulator).length === 1 && isNumeric(accumulator['$sum']);
}
