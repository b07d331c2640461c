import { RawArray, RawObject, openValue, sameBytes, toBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { Description } from './description';

/**
 * What lies between two documents or arrays, in the parts that the real server's log has. Its size there decides
 * whether a part is told as a difference or as a whole, and so is counted here too.
 */
interface Difference {
  readonly removed: string[];
  readonly updated: Map<string, RawValue>;
  readonly nested: Map<string, Difference>;
  newSize: number | undefined;
  size: number;
}

const DOCUMENT_BYTES = 5;
const ARRAY_BYTES = DOCUMENT_BYTES + 4;
const NEW_SIZE_BYTES = 7;
/** Beside its name and its value, an element has its type and the end of its name. */
const ELEMENT_BYTES = 2;
const SECTION_BYTES = DOCUMENT_BYTES + ELEMENT_BYTES + 1;

/** How a document has come to differ, whatever did it; undefined where the real server would tell it as a replacement. */
export function describeDifference(before: RawObject, after: RawObject): RawObject | undefined {
  const difference = differenceOf(before, after);
  if (difference === undefined) return undefined;
  const description = new Description();
  tell(difference, [], description);
  return description.build();
}

function tell(difference: Difference, at: readonly string[], description: Description): void {
  const path = (name: string): string => [...at, name].join('.');
  for (const name of difference.removed) description.removed(path(name));
  for (const [name, value] of difference.updated) description.updated(path(name), value);
  for (const [name, inner] of difference.nested) tell(inner, [...at, name], description);
  if (difference.newSize !== undefined) description.truncated(at.join('.'), difference.newSize);
}

/** The difference of two documents or two arrays; undefined where the second as a whole is no larger. */
function differenceOf(before: RawValue, after: RawValue): Difference | undefined {
  let difference: Difference | undefined;
  if (before instanceof RawObject && after instanceof RawObject) difference = ofDocuments(before, after);
  else if (before instanceof RawArray && after instanceof RawArray) difference = ofArrays(before, after);
  return difference === undefined || difference.size > sizeOf(after) ? undefined : difference;
}

function ofDocuments(before: RawObject, after: RawObject): Difference {
  const difference = empty(DOCUMENT_BYTES);
  const sections = new Set<string>();
  const inSection = (section: string, name: string, bytes: number): void => {
    if (!sections.has(section)) difference.size += SECTION_BYTES;
    sections.add(section);
    difference.size += elementSize(name, bytes);
  };
  for (const name of before.members.keys()) {
    if (after.members.has(name)) continue;
    difference.removed.push(name);
    inSection('d', name, 1);
  }
  for (const [name, value] of after.members) {
    const old = before.members.get(name);
    if (old === undefined || !addNested(difference, name, old, value)) {
      if (old !== undefined && sameBytes(old, value)) continue;
      difference.updated.set(name, value);
      inSection(old === undefined ? 'i' : 'u', name, sizeOf(value));
    }
  }
  return difference;
}

function ofArrays(before: RawArray, after: RawArray): Difference {
  const difference = empty(ARRAY_BYTES);
  for (const [index, value] of after.items.entries()) {
    const name = String(index);
    const old = before.items[index];
    if (old !== undefined && (sameBytes(old, value) || addNested(difference, name, old, value))) continue;
    difference.updated.set(name, value);
    difference.size += elementSize(`u${name}`, sizeOf(value));
  }
  if (after.items.length < before.items.length) {
    difference.newSize = after.items.length;
    difference.size += NEW_SIZE_BYTES;
  }
  return difference;
}

/** Adds the difference of two values, where it is told as one; says whether it is. */
function addNested(difference: Difference, name: string, old: RawValue, value: RawValue): boolean {
  if (sameBytes(old, value)) return false;
  const inner = differenceOf(openValue(old), openValue(value));
  if (inner === undefined) return false;
  difference.nested.set(name, inner);
  difference.size += elementSize(`s${name}`, inner.size);
  return true;
}

function empty(size: number): Difference {
  return { removed: [], updated: new Map(), nested: new Map(), newSize: undefined, size };
}

function elementSize(name: string, bytes: number): number {
  return ELEMENT_BYTES + Buffer.byteLength(name) + bytes;
}

function sizeOf(value: RawValue): number {
  return value instanceof RawObject || value instanceof RawArray ? toBytes(value).length : value.bytes.length;
}
