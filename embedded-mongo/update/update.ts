import { Timestamp } from 'bson';
import { MongoError, badValue, failedToParse, notSupported } from '../errors';
import type { Collation } from '../values/collation';
import { compareStrings, compareValues } from '../values/order';
import { RawArray, RawObject, decodeValue, encodeValue, openValue } from '../values/raw';
import type { RawValue } from '../values/raw';
import { addToSet, pop, pull, pullAll, push } from './arrays';
import { arithmetic, bitwise, bsonTypeName, shown } from './arithmetic';
import { placeAt } from './places';
import type { Place } from './places';
import { expandPath } from './positions';
import type { Positions } from './positions';
import { show } from '../values/show';

/** What an update is applied with. */
export interface UpdateContext extends Positions {
  /** The document is being inserted by an upsert, which is when `$setOnInsert` counts. */
  readonly inserting: boolean;
  /** How strings are compared. */
  readonly collation?: Collation | undefined;
}

interface Step {
  readonly operator: string;
  readonly path: string;
  readonly operand: RawValue;
}

/** Changes what is at a place; for operators that never add a field, `place` has a value. */
type Apply = (place: Place, step: Step, root: RawObject, context: UpdateContext) => void;

interface UpdateOperator {
  /** Missing documents on the path are added. */
  readonly creates: boolean;
  readonly apply: Apply;
}

function idOf(root: RawObject): unknown {
  const id = root.members.get('_id');
  return id === undefined ? null : decodeValue(id);
}

const set: Apply = (place, { operand }) => place.set(operand);

const compareAndSet =
  (wanted: 1 | -1): Apply =>
  (place, { operand }, _root, { collation }) => {
    const current = place.get();
    const order =
      current === undefined ? wanted : compareValues(decodeValue(operand), decodeValue(current), collation);
    if (order * wanted > 0) place.set(operand);
  };

const calculate =
  (operator: '$inc' | '$mul'): Apply =>
  (place, { path, operand }, root) => {
    place.set(arithmetic(operator, path, place.get(), operand, idOf(root)));
  };

const changeArray =
  (change: (path: string, current: RawValue, operand: RawValue) => RawValue): Apply =>
  (place, { path, operand }) => {
    const current = place.get();
    if (current !== undefined) place.set(change(path, current, operand));
  };

const currentDate: Apply = (place, { path, operand }) => {
  const wanted = decodeValue(operand);
  const type = typeof wanted === 'object' && wanted !== null ? (wanted as { $type?: unknown }).$type : wanted;
  if (type === 'timestamp') {
    place.set(encodeValue(new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 })));
  } else if (type === 'date' || wanted === true) {
    place.set(encodeValue(new Date()));
  } else {
    throw badValue(
      `The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {${path}: ...}}`,
    );
  }
};

const OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: { creates: true, apply: set },
  $setOnInsert: { creates: true, apply: set },
  $unset: { creates: false, apply: (place) => place.unset() },
  $inc: { creates: true, apply: calculate('$inc') },
  $mul: { creates: true, apply: calculate('$mul') },
  $min: { creates: true, apply: compareAndSet(-1) },
  $max: { creates: true, apply: compareAndSet(1) },
  $currentDate: { creates: true, apply: currentDate },
  $bit: {
    creates: true,
    apply: (place, { path, operand }, root) => place.set(bitwise(path, place.get(), operand, idOf(root))),
  },
  $push: { creates: true, apply: (place, { path, operand }) => place.set(push(path, place.get(), operand)) },
  $addToSet: {
    creates: true,
    apply: (place, { path, operand }) => place.set(addToSet(path, place.get(), operand)),
  },
  $pull: { creates: false, apply: changeArray(pull) },
  $pullAll: { creates: false, apply: changeArray(pullAll) },
  $pop: { creates: false, apply: changeArray(pop) },
};

/** Whether an update document consists of operators. Throws FailedToParse where it mixes them with fields. */
export function isOperatorUpdate(update: RawObject): boolean {
  const names = [...update.members.keys()];
  if (names[0]?.startsWith('$') !== true) {
    const operator = names.find((name) => name.startsWith('$'));
    if (operator !== undefined) {
      throw new MongoError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${operator}' in '${operator}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    }
    return false;
  }
  return true;
}

/**
 * Applies update operators to a document in place. Fields that no operator names keep their bytes. Throws the real
 * server's errors for unknown operators, conflicting paths, and values that an operator cannot work on.
 */
export function applyOperators(document: RawObject, update: RawObject, context: UpdateContext): void {
  const steps = stepsOf(update, context);
  for (const step of steps) if (step.operator === '$rename') renameTarget(step);
  checkConflicts(steps);
  checkFiltersUsed(steps, context);
  checkCollation(steps, context);
  for (const step of steps) {
    if (step.operator === '$rename') rename(document, step);
    else applyStep(document, step, context);
  }
}

function stepsOf(update: RawObject, context: UpdateContext): Step[] {
  const steps: Step[] = [];
  for (const [operator, value] of update.members) {
    if (!(operator in OPERATORS) && operator !== '$rename') {
      throw failedToParse(
        operator.startsWith('$')
          ? `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`
          : `Unknown modifier: ${operator}`,
      );
    }
    const fields = openValue(value);
    if (!(fields instanceof RawObject)) {
      throw failedToParse(
        `Modifiers operate on fields but we found type ${bsonTypeName(value.type)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${shown(value)}}`,
      );
    }
    if (operator === '$setOnInsert' && !context.inserting) continue;
    for (const [path, operand] of fields.members) steps.push({ operator, path: checkedPath(path), operand });
  }
  // The real server applies all operators in the order of their paths, whatever the order in the update.
  return steps.sort((a, b) => comparePaths(a.path, b.path));
}

function checkedPath(path: string): string {
  if (path === '') throw new MongoError('EmptyFieldName', 'An empty update path is not valid.');
  if (path.split('.').includes('')) {
    throw new MongoError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  return path;
}

function comparePaths(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [x, y] = [left[index] as string, right[index] as string];
    const order = /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : compareStrings(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function checkConflicts(steps: readonly Step[]): void {
  const paths = steps.flatMap((step) =>
    step.operator === '$rename' ? [step.path, String(decodeValue(step.operand))] : [step.path],
  );
  paths.sort(comparePaths);
  paths.forEach((path, index) => {
    const next = paths[index + 1];
    if (next === undefined || (next !== path && !next.startsWith(`${path}.`))) return;
    throw new MongoError(
      'ConflictingUpdateOperators',
      `Updating the path '${next}' would create a conflict at '${path}'`,
    );
  });
}

/** Operators that compare strings inside of arrays, which is done by their bytes only. */
const COMPARING = new Set(['$push', '$addToSet', '$pull', '$pullAll']);

function checkCollation(steps: readonly Step[], { collation, filters }: UpdateContext): void {
  if (collation === undefined) return;
  const comparing = steps.find(
    ({ operator, path }) => COMPARING.has(operator) || path.split('.').includes('$'),
  );
  if (comparing !== undefined || filters.size > 0)
    throw notSupported('a collation of an update that compares items of arrays');
}

function checkFiltersUsed(steps: readonly Step[], { filters }: UpdateContext): void {
  for (const name of filters.keys()) {
    if (steps.some(({ path }) => path.split('.').includes(`$[${name}]`))) continue;
    throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
  }
}

function applyStep(document: RawObject, step: Step, context: UpdateContext): void {
  const operator = OPERATORS[step.operator] as UpdateOperator;
  for (const path of expandPath(document, step.path.split('.'), context)) {
    const place = placeAt(document, path, operator.creates);
    if (place !== undefined) operator.apply(place, step, document, context);
  }
}

/** Throws where the target of a `$rename` is none. */
function renameTarget({ path, operand }: Step): string {
  const target = decodeValue(operand);
  if (typeof target !== 'string')
    throw badValue(`The 'to' field for $rename must be a string: ${path}: ${shown(operand)}`);
  if (target === path)
    throw badValue(`The source and target field for $rename must differ: ${path}: "${path}"`);
  if (target.startsWith(`${path}.`) || path.startsWith(`${target}.`))
    throw badValue(
      `The source and target field for $rename must not be on the same path: ${path}: "${target}"`,
    );
  for (const [role, name] of [
    ['source', path],
    ['destination', target],
  ] as const) {
    if (name.split('.').some((part) => part.startsWith('$')))
      throw badValue(`The ${role} field for $rename may not be dynamic: ${name}`);
  }
  return checkedPath(target);
}

function rename(document: RawObject, step: Step): void {
  const target = renameTarget(step);
  for (const [role, name] of [
    ['source', step.path],
    ['destination', target],
  ] as const)
    checkNoArray(document, name, role);
  const source = placeAt(document, step.path.split('.'), false);
  const value = source?.get();
  if (source === undefined || value === undefined) return;
  source.unset();
  placeAt(document, target.split('.'), true)?.set(value);
}

function checkNoArray(document: RawObject, path: string, role: string): void {
  const parts = path.split('.');
  parts.slice(0, -1).forEach((_part, at) => {
    const holder = placeAt(document, parts.slice(0, at + 1), false)?.get();
    if (openValue(holder) instanceof RawArray)
      throw badValue(
        `The ${role} field cannot be an array element, '${path}' in doc with _id: ${show(idOf(document))} has an array field called '${String(parts[at])}'`,
      );
  });
}
