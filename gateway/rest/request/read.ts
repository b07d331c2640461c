/** Reads a value of a request by its shape, and reports every fault under the path that the caller wrote. */
import { checkValue, type Constraint } from '../../../common/constraints';
import { Complaint } from './leaves';
import type { Member, ObjectShape, Shape } from './shapes';

/** Takes a fault: the path of the member as the caller spelled it, and a text that completes its name. */
export type Report = (path: string, complaint: string) => void;

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value for the graph; undefined when it is faulty, and then it was reported. */
export function readValue(shape: Shape, raw: unknown, path: string, report: Report): unknown {
  if (shape.kind === 'object') return readObject(shape, raw, path, report);
  if (shape.kind === 'leaf') {
    const value = shape.read(raw);
    if (!(value instanceof Complaint)) return value;
    report(path, value.text);
    return undefined;
  }
  if (!Array.isArray(raw)) {
    report(path, 'must be a list');
    return undefined;
  }
  return raw.map((item: unknown, index) => {
    const place = `${path}.${index}`;
    if (item !== null && item !== undefined) return readValue(shape.item, item, place, report);
    if (shape.itemRequired) report(place, 'is required');
    return null;
  });
}

/** A value that must also keep to constraints. */
export function readConstrained(
  shape: Shape,
  constraints: readonly Constraint[],
  raw: unknown,
  path: string,
  report: Report,
): unknown {
  const faulty: string[] = [];
  const value = readValue(shape, raw, path, (place, complaint) => {
    faulty.push(place);
    report(place, complaint);
  });
  if (faulty.length > 0) return value;
  for (const constraint of constraints) {
    const complaint = checkValue(constraint, value);
    if (complaint !== undefined) report(path, complaint);
  }
  return value;
}

function readObject(shape: ObjectShape, raw: unknown, path: string, report: Report): unknown {
  if (isJsonObject(raw)) return readMembers(shape.members, raw, `${path}.`, report);
  report(path, 'must be an object');
  return undefined;
}

/** The members that the shape knows; all others are ignored. Null is absent. */
export function readMembers(
  members: readonly Member[],
  raw: JsonObject,
  prefix: string,
  report: Report,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, names, required, constraint, shape } of members) {
    const sent = sentName(names, raw);
    if (sent === undefined) {
      if (required) report(`${prefix}${names[0]}`, 'is required');
      continue;
    }
    const constraints = constraint ? [constraint] : [];
    const value = readConstrained(shape, constraints, raw[sent], `${prefix}${sent}`, report);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** The name under which the caller sent a member. Only own members count: a prototype is nobody's request. */
export function sentName(names: readonly string[], raw: JsonObject): string | undefined {
  return names.find((name) => Object.hasOwn(raw, name) && raw[name] !== null && raw[name] !== undefined);
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
