import { badValue, failedToParse, notSupported } from '../errors';
import type { Document } from '../values/codec';
import { RANK, isDocument, rankOf } from '../values/types';
import { compileExpression } from '../expressions/compile';
import { truthy } from '../expressions/operator';
import { scopeOf } from '../expressions/scope';
import type { Variables } from '../expressions/scope';
import { bitPredicate } from './bits';
import { compileJsonSchema } from './json-schema';
import { isArrayIndex, splitPath, visitLeaves, visitPath } from './paths';
import { NEGATED, VALUE_PREDICATES, equals, matchesRegex, sizeOperand } from './predicates';
import type { ValuePredicate } from './predicates';
import type { Collation } from '../values/collation';
import { typePredicate } from '../values/type-names';

/** A question about a whole document. */
export type Predicate = (document: unknown) => boolean;

/** A compiled filter. */
export interface Matcher {
  /** Whether a document matches. */
  readonly matches: Predicate;
}

/** What the filter may refer to beside the document, and how it compares strings. */
export interface MatcherOptions {
  readonly variables?: Variables;
  readonly collation?: Collation;
}

/**
 * Compiles a filter. Throws BadValue for an operator that does not exist and CommandNotSupported for one that this
 * server does not have.
 */
export function compileFilter(filter: Document, options: MatcherOptions = {}): Matcher {
  return { matches: conjunction(filter, options) };
}

function conjunction(filter: Document, options: MatcherOptions): Predicate {
  const predicates = Object.entries(filter).map(([name, operand]) =>
    name.startsWith('$') ? topLevel(name, operand, options) : fieldPredicate(name, operand, options),
  );
  if (predicates.length === 1) return predicates[0] as Predicate;
  return (document) => predicates.every((predicate) => predicate(document));
}

const REFUSED = new Set(['$where', '$text', '$sampleRate', '$alwaysFalse', '$alwaysTrue']);

function topLevel(name: string, operand: unknown, options: MatcherOptions): Predicate {
  if (name === '$comment') return () => true;
  if (name === '$expr') {
    if (options.collation !== undefined) throw notSupported('$expr with a collation');
    const { variables = {} } = options;
    const expression = compileExpression(operand, Object.keys(variables));
    return (document) => truthy(expression(scopeOf(document, variables)));
  }
  if (name === '$jsonSchema') return compileJsonSchema(operand);
  if (REFUSED.has(name)) throw notSupported(name);
  if (name !== '$and' && name !== '$or' && name !== '$nor') {
    throw badValue(
      `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    );
  }
  const clauses = clausesOf(name, operand).map((clause) => conjunction(clause, options));
  if (name === '$and') return (document) => clauses.every((clause) => clause(document));
  const any: Predicate = (document) => clauses.some((clause) => clause(document));
  return name === '$or' ? any : (document) => !any(document);
}

/** The filters inside `$and`, `$or` and `$nor`. */
export function clausesOf(name: string, operand: unknown): Document[] {
  if (!Array.isArray(operand)) throw badValue(`${name} must be an array`);
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return operand.map((clause: unknown) => {
    if (!isDocument(clause)) throw badValue('$or/$and/$nor entries need to be full objects');
    return clause;
  });
}

/** Whether the operand of a field is a set of operators and not a document to equal. Throws where it mixes both. */
export function isOperatorDocument(operand: unknown): operand is Document {
  if (!isDocument(operand)) return false;
  const names = Object.keys(operand);
  if (names.length === 0 || names[0]?.startsWith('$') !== true || names[0] === '$ref') return false;
  const plain = names.find((name) => !name.startsWith('$'));
  if (plain !== undefined) throw badValue(`unknown operator: ${plain}`);
  return true;
}

function fieldPredicate(path: string, operand: unknown, options: MatcherOptions): Predicate {
  const parts = splitPath(path);
  if (rankOf(operand) === RANK.regex) return anyLeaf(parts, matchesRegex(operand));
  if (!isOperatorDocument(operand)) return anyLeaf(parts, equals(operand, options.collation));
  const predicates = operatorPredicates(parts, operand, options);
  if (predicates.length === 1) return predicates[0] as Predicate;
  return (document) => predicates.every((predicate) => predicate(document));
}

function operatorPredicates(
  parts: readonly string[],
  operators: Document,
  options: MatcherOptions,
): Predicate[] {
  if ('$options' in operators && !('$regex' in operators)) throw badValue('$options needs a $regex');
  return Object.entries(operators)
    .filter(([name]) => name !== '$options' && name !== '$comment')
    .map(([name, operand]) => operatorPredicate(parts, name, operand, operators, options));
}

function anyLeaf(parts: readonly string[], test: ValuePredicate): Predicate {
  // Without a path the value itself is asked about, and not what it holds.
  if (parts.length === 0) return test;
  const [only] = parts;
  if (parts.length > 1 || only === undefined || isArrayIndex(only)) {
    return (document) => visitLeaves(document, parts, test);
  }
  return (document) => {
    const value = (document as Document)[only];
    return (Array.isArray(value) && value.some(test)) || test(value);
  };
}

function operatorPredicate(
  parts: readonly string[],
  name: string,
  operand: unknown,
  siblings: Document,
  options: MatcherOptions,
): Predicate {
  const valuePredicate = VALUE_PREDICATES[name];
  if (valuePredicate !== undefined) return anyLeaf(parts, valuePredicate(operand, options.collation));
  const negated = NEGATED[name];
  if (negated !== undefined) {
    if (name === '$ne' && rankOf(operand) === RANK.regex) throw badValue("Can't have regex as arg to $ne.");
    const positive = anyLeaf(parts, negated(operand, options.collation));
    return (document) => !positive(document);
  }
  switch (name) {
    case '$regex':
      return anyLeaf(parts, matchesRegex(operand, siblings['$options']));
    case '$exists': {
      const exists: Predicate = (document) => visitPath(document, parts, (value) => value !== undefined);
      return truthy(operand) ? exists : (document) => !exists(document);
    }
    case '$type':
      return typeQuestion(parts, operand);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return anyLeaf(parts, bitPredicate(name, operand));
    case '$not':
      return notPredicate(parts, operand, options);
    case '$size': {
      const size = sizeOperand(operand);
      return (document) =>
        visitPath(document, parts, (value) => Array.isArray(value) && value.length === size);
    }
    case '$elemMatch':
      return anyArray(parts, elemMatchItem(operand, options));
    case '$all':
      return allPredicate(parts, operand, options);
    default:
      throw KNOWN_BUT_REFUSED.has(name) ? notSupported(name) : badValue(`unknown operator: ${name}`);
  }
}

const KNOWN_BUT_REFUSED = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$within',
  '$text',
  '$where',
]);

/** A missing field has no type, so that an item or a value is asked for. */
function typeQuestion(parts: readonly string[], operand: unknown): Predicate {
  if (Array.isArray(operand) && operand.length === 0)
    throw failedToParse('field must match at least one type');
  const predicate = typePredicate(operand);
  return anyLeaf(parts, (value) => value !== undefined && predicate(value));
}

function notPredicate(parts: readonly string[], operand: unknown, options: MatcherOptions): Predicate {
  if (rankOf(operand) === RANK.regex) {
    const regex = anyLeaf(parts, matchesRegex(operand));
    return (document) => !regex(document);
  }
  if (!isOperatorDocument(operand)) throw badValue('$not needs a regex or a document');
  const predicates = operatorPredicates(parts, operand, options);
  return (document) => !predicates.every((predicate) => predicate(document));
}

function anyArray(parts: readonly string[], item: ValuePredicate): Predicate {
  return (document) => visitPath(document, parts, (value) => Array.isArray(value) && value.some(item));
}

/** The predicate of `$elemMatch` on one item: a filter on documents, or operators on the item itself. */
export function elemMatchItem(operand: unknown, options: MatcherOptions = {}): ValuePredicate {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const onValue = first?.startsWith('$') === true && !['$and', '$or', '$nor', '$expr'].includes(first);
  if (onValue) {
    const predicates = operatorPredicates([], operand, options);
    return (item) => predicates.every((predicate) => predicate(item));
  }
  const filter = conjunction(operand, options);
  return (item) => (isDocument(item) || Array.isArray(item)) && filter(item);
}

function allPredicate(parts: readonly string[], operand: unknown, options: MatcherOptions): Predicate {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  const predicates = operand.map((item: unknown) => {
    if (isDocument(item) && '$elemMatch' in item)
      return anyArray(parts, elemMatchItem(item['$elemMatch'], options));
    return anyLeaf(parts, rankOf(item) === RANK.regex ? matchesRegex(item) : equals(item, options.collation));
  });
  return (document) => predicates.length > 0 && predicates.every((predicate) => predicate(document));
}
