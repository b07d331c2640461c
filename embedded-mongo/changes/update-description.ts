import { isOperatorUpdate } from '../update/update';
import { RawArray, RawObject, openValue, sameBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { Description } from './description';
import { describeDifference } from './difference';

/** A path that an operator has written to. */
interface Touched {
  readonly path: readonly string[];
  readonly operator: string;
}

/**
 * How an update has changed a document, as change streams tell it: what its operators wrote to, as far as that differs.
 * Undefined where the document was replaced.
 */
export function describeUpdate(
  update: RawValue,
  before: Uint8Array,
  after: Uint8Array,
): RawObject | undefined {
  const old = RawObject.parse(before);
  const changed = RawObject.parse(after);
  const opened = openValue(update);
  if (opened instanceof RawArray) return describeDifference(old, changed);
  if (!(opened instanceof RawObject) || !isOperatorUpdate(opened)) return undefined;
  const description = new Description();
  for (const { path, operator } of touchedPaths(opened)) {
    compare(old, changed, { rest: path, seen: [], operator }, description);
  }
  return description.build();
}

function touchedPaths(update: RawObject): Touched[] {
  const touched: Touched[] = [];
  for (const operator of update.members.keys()) {
    const operands = update.open(operator);
    if (operator === '$setOnInsert' || !(operands instanceof RawObject)) continue;
    for (const [path, operand] of operands.members) {
      touched.push({ path: path.split('.'), operator });
      if (operator === '$rename') touched.push({ path: textOf(operand).split('.'), operator });
    }
  }
  return touched;
}

/** The text of a BSON string: behind its length and before its end. */
function textOf(value: RawValue): string {
  const bytes = 'bytes' in value ? value.bytes : new Uint8Array();
  return Buffer.from(bytes).toString('utf8', 4, bytes.length - 1);
}

interface Place {
  /** Components still to go, and those that led here. */
  readonly rest: readonly string[];
  readonly seen: readonly string[];
  readonly operator: string;
}

/** Compares two values along a path; what begins or ends to exist on the way is told as a whole. */
function compare(
  before: RawValue | undefined,
  after: RawValue | undefined,
  place: Place,
  description: Description,
): void {
  if (after === undefined) {
    if (before !== undefined) description.removed(place.seen.join('.'));
  } else if (before === undefined) {
    description.updated(place.seen.join('.'), after);
  } else {
    compareBoth(openValue(before), openValue(after), place, description);
  }
}

function compareBoth(before: RawValue, after: RawValue, place: Place, description: Description): void {
  const [next, ...rest] = place.rest;
  const step = (name: string): Place => ({ ...place, rest, seen: [...place.seen, name] });
  if (next !== undefined && before instanceof RawObject && after instanceof RawObject) {
    compare(before.members.get(next), after.members.get(next), step(next), description);
  } else if (next !== undefined && before instanceof RawArray && after instanceof RawArray) {
    // `$`, `$[]` and `$[name]` stand for items; whichever were meant are those that differ.
    for (const index of next.startsWith('$') ? after.items.keys() : [Number(next)])
      compare(before.items[index], after.items[index], step(String(index)), description);
  } else {
    const appended = place.operator === '$push' ? itemsAppended(before, after) : [];
    for (const [index, item] of appended) description.updated([...place.seen, index].join('.'), item);
    if (appended.length === 0 && !sameBytes(before, after)) description.updated(place.seen.join('.'), after);
  }
}

/** What an array has gained where it was not empty and has only grown at its end: that is told item by item. */
function itemsAppended(before: RawValue, after: RawValue): [index: number, item: RawValue][] {
  if (!(before instanceof RawArray) || !(after instanceof RawArray) || before.items.length === 0) return [];
  const kept = before.items.every((item, index) => {
    const now = after.items[index];
    return now !== undefined && sameBytes(item, now);
  });
  return kept ? [...after.items.entries()].slice(before.items.length) : [];
}
