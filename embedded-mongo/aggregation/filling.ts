import { failedToParse, location } from '../errors';
import { addUnits, unitOf } from '../expressions/dates/units';
import { zoneNamed } from '../expressions/dates/zone';
import { sumOf } from '../values/arithmetic';
import type { Document } from '../values/codec';
import { documentOf, membersOf } from '../values/members';
import { compareValues } from '../values/order';
import { isDocument, isNumeric } from '../values/types';
import { Grouping } from './grouping';
import { SHAPING_STAGES } from './shaping';
import { valueAt, withValue } from './places';
import type { CompileStage, StageContext, Stages } from './stage';
import { setWindowFields } from './window';

const UTC = zoneNamed('UTC');

/** Most documents that `$densify` adds, as in the real server. */
const MAX_DENSIFIED = 500_000;

interface Densify {
  readonly field: string;
  readonly partitionBy: readonly string[];
  readonly step: unknown;
  readonly unit: string | undefined;
  readonly bounds: 'full' | 'partition' | readonly [unknown, unknown];
}

function parseDensify(operand: unknown): Densify {
  if (!isDocument(operand)) throw location(5733201, 'The $densify stage specification must be an object');
  const { field, partitionByFields = [], range } = operand;
  if (typeof field !== 'string' || !isDocument(range))
    throw location(
      40414,
      `BSON field '$densify.${typeof field !== 'string' ? 'field' : 'range'}' is missing but a required field`,
    );
  const { step, unit, bounds } = range;
  if (!isNumeric(step) || Number(step) <= 0)
    throw location(
      5733401,
      "The 'step' parameter in a range statement must be a strictly positive numeric value",
    );
  if (bounds !== 'full' && bounds !== 'partition' && !(Array.isArray(bounds) && bounds.length === 2))
    throw location(5946802, "Bounds string must either be 'full' or 'partition'");
  if (unit !== undefined && !Number.isInteger(Number(step)))
    throw location(
      6586400,
      'The step parameter in a range statement must be a whole number when densifying a date range',
    );
  return {
    field,
    partitionBy: partitionByFields as string[],
    step,
    unit: unit === undefined ? undefined : unitOf('$densify', unit),
    bounds: bounds as Densify['bounds'],
  };
}

function next(value: unknown, { step, unit }: Densify): unknown {
  if (unit === undefined) return sumOf(value, step);
  return addUnits(value as Date, unit, Number(step), UTC);
}

function at(document: Document, path: string): unknown {
  return valueAt(document, path.split('.'));
}

const densify: CompileStage = (operand) => {
  const plan = parseDensify(operand);
  return function* (input) {
    const documents = [...input];
    const dense = documents.filter((document) => (at(document, plan.field) ?? undefined) !== undefined);
    for (const document of documents) if (!dense.includes(document)) yield document;
    for (const document of dense) checkDensified(at(document, plan.field), plan);
    const partitions = new Grouping<{ keys: unknown[]; members: Document[] }>();
    for (const document of dense) {
      const keys = plan.partitionBy.map((path) => at(document, path));
      partitions
        .at(
          keys.map((key) => key ?? null),
          () => ({ keys, members: [] }),
        )
        .members.push(document);
    }
    const values = dense.map((document) => at(document, plan.field)).sort((a, b) => compareValues(a, b));
    for (const { keys, members } of partitions.all()) yield* densified(plan, keys, members, values);
  };
};

function checkDensified(value: unknown, { unit }: Densify): void {
  if (unit === undefined && !isNumeric(value)) throw location(5733201, 'Densify field type must be numeric');
  if (unit !== undefined && !(value instanceof Date))
    throw location(6053600, 'Densify field type must be a date');
}

function* densified(
  plan: Densify,
  keys: unknown[],
  members: Document[],
  all: unknown[],
): Generator<Document> {
  const sorted = [...members].sort((a, b) => compareValues(at(a, plan.field), at(b, plan.field)));
  const own = sorted.map((document) => at(document, plan.field));
  const explicit = typeof plan.bounds !== 'string';
  const [from, to] =
    plan.bounds === 'full'
      ? [all[0], all.at(-1)]
      : plan.bounds === 'partition'
        ? [own[0], own.at(-1)]
        : plan.bounds;
  const partition = plan.partitionBy.reduce<Document>(
    (document, path, place) => withValue(document, path.split('.'), keys[place]),
    {},
  );
  let index = 0;
  let added = 0;
  for (
    let value = from;
    explicit ? compareValues(value, to) < 0 : compareValues(value, to) <= 0;
    value = next(value, plan)
  ) {
    while (index < own.length && compareValues(own[index], value) < 0) yield sorted[index++] as Document;
    if (index < own.length && compareValues(own[index], value) === 0) continue;
    added += 1;
    if (added > MAX_DENSIFIED)
      throw location(
        5897900,
        `Generated ${added} documents in $densify, which is over the limit of ${MAX_DENSIFIED}`,
      );
    yield withValue(partition, plan.field.split('.'), value);
  }
  for (; index < own.length; index += 1) yield sorted[index] as Document;
}

const fill: CompileStage = (operand, context) => {
  if (!isDocument(operand)) throw failedToParse('the $fill stage specification must be an object');
  const { partitionBy, partitionByFields, sortBy, output } = operand;
  if (!isDocument(output)) throw location(40414, "BSON field '$fill.output' is missing but a required field");
  if (partitionBy !== undefined && partitionByFields !== undefined)
    throw location(
      6050204,
      "Maximum one of 'partitionBy' and 'partitionByFields can be specified in '$fill'",
    );
  const constants: [string, Document][] = [];
  const windows: [string, Document][] = [];
  for (const [name, how] of membersOf(output)) {
    const { method, value } = isDocument(how) ? how : {};
    if ((method === undefined) === (value === undefined))
      throw location(6050201, "Each entry in 'output' needs exactly one of 'value' and 'method'");
    if (method === undefined) constants.push([name, { $ifNull: [`$${name}`, value] }]);
    else if (method === 'locf') windows.push([name, { $locf: `$${name}` }]);
    else if (method === 'linear') windows.push([name, { $linearFill: `$${name}` }]);
    else throw location(6050202, `Method must be either locf or linear`);
  }
  if (sortBy === undefined && windows.length > 0)
    throw location(6050203, "'sortBy' is required for a method of $fill");
  const keys = Array.isArray(partitionByFields)
    ? Object.fromEntries(partitionByFields.map((path, index) => [`k${index}`, `$${String(path)}`]))
    : partitionBy;
  return composed(documentOf(constants), documentOf(windows), { partitionBy: keys, sortBy }, context);
};

function composed(constants: Document, windows: Document, order: Document, context: StageContext) {
  const stages = [
    ...(Object.keys(windows).length === 0
      ? []
      : [setWindowFields(withoutMissing({ ...order, output: windows }), context)]),
    ...(Object.keys(constants).length === 0
      ? []
      : [(SHAPING_STAGES['$addFields'] as CompileStage)(constants, context)]),
  ];
  return (input: Iterable<Document>, variables: Parameters<(typeof stages)[number]>[1]) =>
    stages.reduce<Iterable<Document>>((documents, stage) => stage(documents, variables), input);
}

function withoutMissing(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));
}

/** Stages that add what is missing between documents. */
export const FILLING_STAGES: Stages = { $densify: densify, $fill: fill };
