import { ObjectId } from 'bson';
import { MongoError } from '../errors';
import { RawArray, RawObject, cloneValue, encodeValue, openValue } from '../values/raw';
import type { RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { placeAt } from './places';

/**
 * The document that an upsert starts from: the fields that the query fixes by equality, `_id` included. Alternatives
 * contribute only where there is just one. With `only`, just those paths are looked at.
 */
export function documentFromQuery(query: RawObject, only?: readonly string[]): RawObject {
  const document = new RawObject();
  const seen = new Map<string, RawValue>();
  gather(query, seen);
  for (const [path, value] of seen)
    if (only === undefined || only.includes(path))
      placeAt(document, path.split('.'), true)?.set(cloneValue(value));
  return document;
}

function gather(query: RawObject, seen: Map<string, RawValue>): void {
  for (const [path, operand] of query.members) {
    const opened = openValue(operand);
    if (path === '$and' || path === '$or') {
      const clauses = opened instanceof RawArray ? opened.items.map(openValue) : [];
      if (path === '$or' && clauses.length > 1) continue;
      for (const clause of clauses) if (clause instanceof RawObject) gather(clause, seen);
    } else if (!path.startsWith('$')) {
      const value = fixedValue(opened);
      if (value === undefined) continue;
      checkNotTwice(path, seen.keys());
      seen.set(path, value);
    }
  }
}

/** Throws where two conditions would both say what is at a path, or at one inside of it. */
function checkNotTwice(path: string, seen: Iterable<string>): void {
  for (const other of seen) {
    if (other === path) throw twice(`path '${path}' is matched twice`);
    if (path.startsWith(`${other}.`) || other.startsWith(`${path}.`))
      throw twice(`both paths '${path}' and '${other}' are matched`);
  }
}

function twice(message: string): MongoError {
  return new MongoError('NotSingleValueField', `cannot infer query fields to set, ${message}`);
}

function fixedValue(operand: RawValue): RawValue | undefined {
  if (operand.type === BSON_TYPE.regex) return undefined;
  if (!(operand instanceof RawObject)) return operand;
  const [first] = operand.members.keys();
  if (first?.startsWith('$') !== true || first === '$ref') return operand;
  const all = openValue(operand.members.get('$all'));
  if (all instanceof RawArray && all.items.length === 1) return all.items[0];
  const membership = openValue(operand.members.get('$in'));
  if (membership instanceof RawArray && membership.items.length === 1) {
    const [only] = membership.items;
    return only?.type === BSON_TYPE.regex ? undefined : only;
  }
  return operand.members.get('$eq');
}

/** The document with `_id` in front, given a fresh ObjectId where there is none. */
export function withIdFirst(document: RawObject): RawObject {
  const { members } = document;
  const [first] = members.keys();
  if (first === '_id') return document;
  const id = members.get('_id') ?? encodeValue(new ObjectId());
  const rest = [...members].filter(([name]) => name !== '_id');
  return new RawObject(new Map<string, RawValue>([['_id', id], ...rest]));
}
