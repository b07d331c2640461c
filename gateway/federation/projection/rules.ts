import { isRecord } from './places';
import type { FieldRule } from '../types';
import type { Members, ProjectedField } from './types';

/** Writes one member. A caller may name it `__proto__`, which must not become the object's prototype. */
export function put(target: Members, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  } else target[name] = value;
}

/** The object of these names among the members, made for the first value that stands in it; all of it without names. */
export function nested(target: Members, names: FieldRule['nest']): Members {
  if (!names) return target;
  const known = target[names[0]];
  if (isRecord(known)) return known;
  const made: Members = {};
  for (const name of names) put(target, name, made);
  return made;
}

/** One member of each object of a list; objects that do not have it, because it is omitted, are left out. */
export function pluck(list: unknown, member: string | undefined): unknown {
  if (member === undefined || !Array.isArray(list)) return list;
  return list
    .filter((element: unknown) => !isRecord(element) || Object.hasOwn(element, member))
    .map((element: unknown) => (isRecord(element) ? element[member] : null));
}

/** The paths of a fallback that stands somewhere: its own, or those of its members. */
export function leavesOf(value: unknown, path: string): readonly string[] {
  if (!isRecord(value)) return [path];
  return Object.keys(value).flatMap((key) => leavesOf(value[key], `${path}.${key}`));
}

/** Whether some field among these is written even when their object is null. */
export function hasFallbacks(fields: readonly ProjectedField[]): boolean {
  return fields.some(({ rule, shape }) =>
    rule.hoist && shape.kind === 'object'
      ? hasFallbacks(shape.fieldsOf(shape.type) ?? [])
      : rule.fallback !== undefined,
  );
}
