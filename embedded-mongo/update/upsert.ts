import { ObjectId } from 'bson';
import { badValue } from '../errors';
import { RawArray, RawObject, cloneValue, encodeValue, openValue } from '../values/raw';
import type { RawValue } from '../values/raw';
import { BSON_TYPE } from '../values/types';
import { placeAt } from './places';

/**
 * The document that an upsert starts from: the fields that the query fixes by equality, `_id` included. Alternatives
 * contribute only where there is just one.
 */
export function documentFromQuery(query: RawObject): RawObject {
  const document = new RawObject();
  gather(document, query, new Set());
  return document;
}

function gather(document: RawObject, query: RawObject, seen: Set<string>): void {
  for (const [path, operand] of query.members) {
    const opened = openValue(operand);
    if (path === '$and' || path === '$or') {
      const clauses = opened instanceof RawArray ? opened.items.map(openValue) : [];
      if (path === '$or' && clauses.length > 1) continue;
      for (const clause of clauses) if (clause instanceof RawObject) gather(document, clause, seen);
    } else if (!path.startsWith('$')) {
      const value = fixedValue(opened);
      if (value === undefined) continue;
      if (seen.has(path)) throw badValue(`cannot infer query fields to set, path '${path}' is matched twice`);
      seen.add(path);
      placeAt(document, path.split('.'), true)?.set(cloneValue(value));
    }
  }
}

function fixedValue(operand: RawValue): RawValue | undefined {
  if (operand.type === BSON_TYPE.regex) return undefined;
  if (!(operand instanceof RawObject)) return operand;
  const [first] = operand.members.keys();
  if (first?.startsWith('$') !== true || first === '$ref') return operand;
  const all = openValue(operand.members.get('$all'));
  if (all instanceof RawArray && all.items.length === 1) return all.items[0];
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
