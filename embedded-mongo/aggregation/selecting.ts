import { type MongoError, location } from '../errors';
import { compileFilter } from '../query/matcher';
import { parseSort, sortBy } from '../query/sort';
import { isDocument, isNumeric } from '../values/types';
import type { CompileStage, Stages } from './stage';
import { show } from '../values/show';

const match: CompileStage = (operand, { names }) => {
  if (!isDocument(operand)) throw location(15959, 'the match filter must be an expression in an object');
  const nothing = Object.fromEntries(names.map((name) => [name, null]));
  const known = compileFilter(operand, { variables: nothing });
  return function* (input, variables) {
    const { matches } = names.length === 0 ? known : compileFilter(operand, { variables });
    for (const document of input) if (matches(document)) yield document;
  };
};

const sort: CompileStage = (operand) => {
  if (!isDocument(operand)) throw location(15973, 'the $sort key specification must be an object');
  if (Object.keys(operand).length === 0) throw location(15976, '$sort stage must have at least one sort key');
  const fields = parseSort(operand);
  return (input) => sortBy([...input], fields, (document) => document);
};

function wholeNumber(stage: string, operand: unknown): number {
  const wrong = (expected: string): MongoError =>
    location(
      stage === '$limit' ? 2107201 : 5107200,
      `invalid argument to ${stage} stage: ${expected} in: ${stage}: ${show(operand)}`,
    );
  if (!isNumeric(operand)) throw wrong('Expected a number');
  const number = Number(operand);
  if (!Number.isInteger(number)) throw wrong('Expected an integer');
  if (number < 0) throw wrong('Expected a non-negative number');
  if (number === 0 && stage === '$limit') throw location(15958, 'the limit must be positive');
  return number;
}

const limit: CompileStage = (operand) => {
  const count = wholeNumber('$limit', operand);
  return function* (input) {
    let taken = 0;
    for (const document of input) {
      yield document;
      taken += 1;
      if (taken === count) return;
    }
  };
};

const skip: CompileStage = (operand) => {
  const count = wholeNumber('$skip', operand);
  return function* (input) {
    let skipped = 0;
    for (const document of input) {
      if (skipped < count) skipped += 1;
      else yield document;
    }
  };
};

const count: CompileStage = (operand) => {
  if (typeof operand !== 'string') throw location(40156, 'the count field must be a non-empty string');
  if (operand === '') throw location(40157, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) throw location(40158, 'the count field cannot be a $-prefixed path');
  if (operand.includes('.')) throw location(40160, "the count field cannot contain '.'");
  return function* (input) {
    let total = 0;
    for (const document of input) total += Number(isDocument(document));
    if (total > 0) yield { [operand]: total };
  };
};

const sample: CompileStage = (operand) => {
  if (!isDocument(operand)) throw location(28745, 'the $sample stage specification must be an object');
  const { size } = operand;
  if (size === undefined) throw location(28749, '$sample stage must specify a size');
  if (!isNumeric(size)) throw location(28746, 'size argument to $sample must be a number');
  if (Number(size) <= 0) throw location(28747, 'size argument to $sample must be a positive integer');
  return (input) => {
    const keyed = Array.from(input, (document) => ({ document, place: Math.random() }));
    return keyed
      .sort((a, b) => a.place - b.place)
      .slice(0, Number(size))
      .map(({ document }) => document);
  };
};

/** Stages that choose among documents, order and count them. */
export const SELECTING_STAGES: Stages = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: count,
  $sample: sample,
};
