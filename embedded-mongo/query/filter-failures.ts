import { Long } from 'bson';
import { compileExpression } from '../expressions/compile';
import { scopeOf } from '../expressions/scope';
import type { Document } from '../values/codec';
import { typeName } from '../values/type-names';
import { RANK, rankOf } from '../values/types';
import { compileFilter, isOperatorDocument } from './matcher';
import { splitPath, visitPath } from './paths';
import { annotations, schemaFailures } from './schema-failures';

/** The most values of one field that are told. */
const MAX_VALUES = 10;

/** Why a filter does not match, or why it does where it should not. */
type Reasons = readonly [failed: string, succeeded: string];

/** How an operator on a field is told of. */
interface Told {
  readonly reasons: Reasons;
  /** The types that it is about, where a value of another type is the reason. */
  readonly types?: readonly string[];
  /** Arrays are told as they are, and not item by item. */
  readonly whole?: true;
}

const COMPARISON: Told = { reasons: ['comparison failed', 'comparison succeeded'] };
const MEMBERSHIP: Told = { reasons: ['no matching value found in array', 'matching value found in array'] };
const NUMBERS = ['decimal', 'double', 'int', 'long'];
const BITS: Told = {
  reasons: ['bitwise operator failed to match', 'bitwise operator matched successfully'],
  types: ['binData', ...NUMBERS],
};

const OPERATORS: Readonly<Record<string, Told>> = {
  $eq: COMPARISON,
  $gt: COMPARISON,
  $gte: COMPARISON,
  $lt: COMPARISON,
  $lte: COMPARISON,
  $in: MEMBERSHIP,
  $type: { reasons: ['type did not match', 'type did match'] },
  $mod: {
    reasons: ['$mod did not evaluate to expected remainder', '$mod did evaluate to expected remainder'],
    types: NUMBERS,
  },
  $regex: {
    reasons: ['regular expression did not match', 'regular expression did match'],
    types: ['regex', 'string', 'symbol'],
  },
  $size: {
    reasons: ['array length was not equal to given size', 'array length was equal to given size'],
    types: ['array'],
    whole: true,
  },
  $elemMatch: {
    reasons: ['array did not satisfy the child predicate', 'array did satisfy the child predicate'],
    types: ['array'],
    whole: true,
  },
  $all: {
    reasons: ['array did not contain all specified values', 'array did contain all specified values'],
    whole: true,
  },
  $bitsAllSet: BITS,
  $bitsAllClear: BITS,
  $bitsAnySet: BITS,
  $bitsAnyClear: BITS,
};

/** Operators that are the contrary of another one. */
const CONTRARY: Readonly<Record<string, string>> = { $ne: '$eq', $nin: '$in' };

const matches = (filter: Document, document: Document): boolean => compileFilter(filter).matches(document);

/** Why a document does not match a filter, in the form of the real server. */
export function filterFailure(filter: Document, document: Document): Document {
  return explained(filter, document, false);
}

/** Why a filter does not match, or, the other way round, why it does. */
function explained(filter: Document, document: Document, matching: boolean): Document {
  const clauses = clausesOf(filter);
  const [first] = clauses;
  if (first !== undefined && clauses.length === 1) return explainClause(first, document, matching);
  return { operatorName: '$and', ...listed(clauses, document, matching, matching) };
}

/** A filter's conditions one by one, each a filter of its own. */
function clausesOf(filter: Document): Document[] {
  return Object.entries(filter).flatMap(([name, operand]) => {
    if (name === '$comment') return [];
    if (name.startsWith('$') || !isOperatorDocument(operand)) return [{ [name]: operand }];
    const { $options, $comment: _comment, ...operators } = operand;
    return Object.entries(operators).map(([operator, value]) => ({
      [name]: { [operator]: value, ...(operator === '$regex' && $options !== undefined ? { $options } : {}) },
    }));
  });
}

function explainClause(clause: Document, document: Document, matching: boolean): Document {
  const [[name, operand]] = Object.entries(clause) as [[string, unknown]];
  switch (name) {
    case '$and':
    case '$or':
      return { operatorName: name, ...listed(operand as Document[], document, matching, matching) };
    case '$nor':
      return { operatorName: name, ...listed(operand as Document[], document, !matching, matching) };
    case '$expr':
      return {
        operatorName: name,
        specifiedAs: clause,
        reason: matching ? 'expression did match' : 'expression did not match',
        expressionResult: compileExpression(operand, [])(scopeOf(document, {})),
      };
    case '$jsonSchema':
      if (matching) return { operatorName: name, reason: 'schema matched' };
      return {
        operatorName: name,
        ...annotations(operand),
        schemaRulesNotSatisfied: schemaFailures(operand, document),
      };
    default:
      return explainField(name, operand, document, matching);
  }
}

/** Those of several filters that match, or do not, with the reasons. */
function listed(
  clauses: readonly Document[],
  document: Document,
  wanted: boolean,
  matching: boolean,
): Document {
  const told = clauses.flatMap((clause, at) =>
    matches(clause, document) === wanted
      ? [{ index: Long.fromNumber(at), details: explained(clause, document, wanted) }]
      : [],
  );
  return matching ? { clausesSatisfied: told } : { clausesNotSatisfied: told };
}

function explainField(path: string, operand: unknown, document: Document, matching: boolean): Document {
  const specifiedAs = { [path]: operand };
  const implicit = rankOf(operand) === RANK.regex ? '$regex' : '$eq';
  const [operator = '$eq', value] = isOperatorDocument(operand)
    ? (Object.entries(operand)[0] ?? [])
    : [implicit, operand];
  if (operator === '$not')
    return { operatorName: operator, details: explained({ [path]: value }, document, !matching) };
  const head = { operatorName: operator, specifiedAs };
  if (operator === '$exists') {
    const exists = matches({ [path]: { $exists: true } }, document);
    return { ...head, reason: exists ? 'path does exist' : 'path does not exist' };
  }
  const contrary = CONTRARY[operator];
  const succeeded = contrary === undefined ? matching : !matching;
  return { ...head, ...reasonOf(contrary ?? operator, valuesAt(document, path), succeeded) };
}

/** The values that a path leads to. */
function valuesAt(document: Document, path: string): unknown[] {
  const values: unknown[] = [];
  visitPath(document, splitPath(path), (value) => {
    if (value !== undefined) values.push(value);
    return false;
  });
  return values;
}

function reasonOf(operator: string, found: readonly unknown[], succeeded: boolean): Document {
  if (found.length === 0) return { reason: 'field was missing' };
  const { reasons, types, whole } = OPERATORS[operator] ?? COMPARISON;
  const values = whole === true ? found : found.flatMap((value) => value);
  const told = manyOrOne('consideredValue', values.slice(0, MAX_VALUES));
  const considered = values.length > MAX_VALUES ? { ...told, consideredValuesTruncated: true } : told;
  const names = [...new Set(values.map(typeName))].sort();
  const consideredTypes = names.length === 0 ? {} : manyOrOne('consideredType', names);
  if (types !== undefined && !names.some((name) => types.includes(name))) {
    const expected = manyOrOne('expectedType', types);
    return { reason: 'type did not match', ...consideredTypes, ...expected, ...considered };
  }
  const reason = reasons[succeeded ? 1 : 0];
  return { reason, ...considered, ...(operator === '$type' ? consideredTypes : {}) };
}

function manyOrOne(name: string, values: readonly unknown[]): Document {
  return values.length === 1 ? { [name]: values[0] } : { [`${name}s`]: values };
}
