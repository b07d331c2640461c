/** Reads a value of a request by its shape, and reports every fault at its place. */
import { breachOf, type Constraint } from '../../../common/constraints';
import { Complaint, IS_REQUIRED } from './complaint';
import type { Place } from './place';
import type { Member, ObjectShape, Shape } from './shapes';

/** Takes a fault. */
export type Report = (place: Place, complaint: Complaint) => void;

export type JsonObject = Readonly<Record<string, unknown>>;

const NO_LIST = new Complaint('must be a list');
const NO_OBJECT = new Complaint('must be an object');
const NULL = new Complaint('must not be null');

/** The value for the graph; undefined when it is faulty, and then it was reported. */
export function readValue(shape: Shape, raw: unknown, place: Place, report: Report): unknown {
  if (shape.kind === 'object') return readObject(shape, raw, place, report);
  if (shape.kind === 'leaf') {
    const value = shape.read(raw);
    if (!(value instanceof Complaint)) return value;
    report(place, value);
    return undefined;
  }
  if (!Array.isArray(raw)) {
    report(place, NO_LIST);
    return undefined;
  }
  return raw.map((item: unknown, index) => {
    if (item !== null && item !== undefined) return readValue(shape.item, item, place.item(index), report);
    if (shape.itemRequired) report(place.item(index), IS_REQUIRED);
    return null;
  });
}

/** A value that must also keep to constraints. */
export function readDemanded(
  shape: Shape,
  constraints: readonly Constraint[],
  raw: unknown,
  place: Place,
  report: Report,
): unknown {
  let faults = 0;
  const note: Report = (at, complaint) => {
    faults += 1;
    report(at, complaint);
  };
  const value = readValue(shape, raw, place, note);
  if (faults > 0) return value;
  for (const constraint of constraints) {
    const breach = breachOf(constraint, value);
    if (breach) note(place, new Complaint(breach.text, breach.kind));
  }
  return value;
}

function readObject(shape: ObjectShape, raw: unknown, place: Place, report: Report): unknown {
  if (isJsonObject(raw)) return readMembers(shape.members, raw, place, report);
  const { textAs } = shape;
  if (typeof raw === 'string' && textAs) {
    const at = place.meant(textAs.name);
    return { [textAs.name]: readDemanded(textAs.shape, constraintsOf(textAs), raw, at, report) };
  }
  report(place, NO_OBJECT);
  return undefined;
}

const constraintsOf = ({ constraint }: Member): readonly Constraint[] => (constraint ? [constraint] : []);

/** The members that the shape knows; all others are ignored. Null is absent, unless the document says otherwise. */
export function readMembers(
  members: readonly Member[],
  raw: JsonObject,
  place: Place,
  report: Report,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const member of members) {
    const { name, names } = member;
    const sent = sentName(names, raw);
    const value =
      sent === undefined
        ? readAbsent(member, raw, place, report)
        : readDemanded(member.shape, constraintsOf(member), raw[sent], place.at(sent, name), report);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function readAbsent({ name, names, nulls, required }: Member, raw: JsonObject, place: Place, report: Report) {
  const asNull = nulls && names.find((candidate) => Object.hasOwn(raw, candidate) && raw[candidate] === null);
  if (asNull !== undefined && nulls === 'pass') return null;
  if (asNull !== undefined) report(place.at(asNull, name), NULL);
  else if (required) report(place.at(names[0], name), IS_REQUIRED);
  return undefined;
}

/** The name under which the caller sent a member. Only own members count: a prototype is nobody's request. */
export function sentName(names: readonly string[], raw: JsonObject): string | undefined {
  return names.find((name) => Object.hasOwn(raw, name) && raw[name] !== null && raw[name] !== undefined);
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
