import { MongoError, notSupported, typeMismatch } from '../errors';
import { truthy } from '../expressions/operator';
import { compileFilter, isOperatorDocument } from '../query/matcher';
import type { Document } from '../values/codec';
import { show } from '../values/show';
import { typeName } from '../values/type-names';
import { RANK, isDocument, isNumeric, rankOf } from '../values/types';
import { refuseCollation } from './collections';

const OPTIONS = new Set([
  ...[
    'v',
    'key',
    'name',
    'ns',
    'unique',
    'sparse',
    'background',
    'partialFilterExpression',
    'expireAfterSeconds',
  ],
  ...['hidden', 'collation', 'commitQuorum'],
]);

/** A CannotCreateIndex error. */
export function cannotCreate(message: string): MongoError {
  return new MongoError('CannotCreateIndex', message);
}

/** An index specification as it will be listed. Throws CannotCreateIndex and the like for what is wrong with it. */
export function specificationOf(given: unknown): Document {
  if (!isDocument(given)) throw typeMismatch('The elements of the indexes array must be objects');
  const { key, name } = given;
  for (const [field, value] of Object.entries({ key, name }))
    if (value === undefined)
      throw new MongoError(
        'FailedToParse',
        `The '${field}' field is a required property of an index specification`,
      );
  if (!isDocument(key)) throw typeMismatch("The field 'key' must be an object");
  if (typeof name !== 'string') throw typeMismatch("The field 'name' must be a string");
  if (name === '') throw cannotCreate('index name cannot be empty');
  checkKey(key);
  const unknown = Object.keys(given).find((option) => !OPTIONS.has(option));
  if (unknown !== undefined) {
    throw new MongoError(
      'InvalidIndexSpecificationOption',
      `The field '${unknown}' is not valid for an index specification. Specification: ${show(given)}`,
    );
  }
  refuseCollation(given);
  checkOptions(given, Object.keys(key));
  checkIdIndex(given, key);
  const { ns: _ns, background: _background, collation: _collation, v: _version, ...options } = given;
  return { v: 2, ...options };
}

/** Kinds of index of MongoDB that are not there. */
const OTHER_KINDS = new Set(['text', 'hashed', '2d', '2dsphere']);

function checkKey(key: Document): void {
  if (Object.keys(key).length === 0) throw cannotCreate('Index keys cannot be an empty object');
  for (const [path, direction] of Object.entries(key)) {
    if (path.endsWith('$**')) throw notSupported(`an index on ${path}`);
    if (path === '' || path.split('.').includes(''))
      throw cannotCreate('Index keys cannot contain an empty field.');
    if (path.split('.').some((part) => part.startsWith('$')))
      throw cannotCreate("Index key contains an illegal field name: field name starts with '$'.");
    checkDirection(direction);
  }
}

function checkDirection(direction: unknown): void {
  if (typeof direction === 'string') {
    if (OTHER_KINDS.has(direction)) throw notSupported(`a ${direction} index`);
    throw cannotCreate(`Unknown index plugin '${direction}'`);
  }
  if (!isNumeric(direction)) {
    throw cannotCreate(
      `Values in v:2 index key pattern cannot be of type ${typeName(direction)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
    );
  }
  const number = Number(direction);
  if (number === 0) throw cannotCreate('Values in the index key pattern cannot be 0.');
  if (Number.isNaN(number)) throw cannotCreate('Values in the index key pattern cannot be NaN.');
}

/** What a partial index may ask of its documents. */
const PARTIAL_OPERATORS = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$exists', '$type']);

function checkPartial(filter: Document): void {
  compileFilter(filter);
  for (const [path, operand] of Object.entries(filter)) {
    if (path === '$and' || path === '$or') {
      for (const clause of operand as Document[]) checkPartial(clause);
      continue;
    }
    const wrong = path.startsWith('$') ? path : unsuitable(operand);
    if (wrong !== undefined) throw cannotCreate(`Expression not supported in partial index: ${wrong}`);
  }
}

function unsuitable(operand: unknown): string | undefined {
  if (rankOf(operand) === RANK.regex) return '$regex';
  if (!isOperatorDocument(operand)) return undefined;
  if ('$exists' in operand && !truthy(operand['$exists'])) return '$exists: false';
  return Object.keys(operand).find((name) => !PARTIAL_OPERATORS.has(name));
}

function checkOptions(given: Document, paths: readonly string[]): void {
  const partial = given['partialFilterExpression'];
  if (partial !== undefined) {
    if (!isDocument(partial)) throw typeMismatch("The field 'partialFilterExpression' must be an object");
    if (given['sparse'] === true)
      throw cannotCreate('cannot mix "partialFilterExpression" and "sparse" options');
    checkPartial(partial);
  }
  const expiry = given['expireAfterSeconds'];
  if (expiry === undefined) return;
  if (!isNumeric(expiry) || Number(expiry) < 0)
    throw cannotCreate("TTL index 'expireAfterSeconds' option must be within an acceptable range");
  if (paths.length !== 1 || paths[0] === '_id') {
    throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL.');
  }
}

function checkIdIndex(given: Document, key: Document): void {
  if (Object.keys(key).join() !== '_id') return;
  const option = ['unique', 'sparse', 'partialFilterExpression', 'hidden'].find((name) => name in given);
  if (option !== undefined)
    throw new MongoError(
      'InvalidIndexSpecificationOption',
      `The field '${option}' is not valid for an _id index specification. Specification: ${show(given)}`,
    );
}
