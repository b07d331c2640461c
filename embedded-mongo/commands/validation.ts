import { MongoError, badValue, typeMismatch } from '../errors';
import { filterFailure } from '../query/filter-failures';
import { compileFilter } from '../query/matcher';
import type { Predicate } from '../query/matcher';
import type { CollectionMeta } from '../storage/catalog';
import { decode } from '../values/codec';
import type { Document } from '../values/codec';
import { show } from '../values/show';
import { checkDepth } from '../values/depth';
import { isDocument } from '../values/types';

const compiled = new WeakMap<Document, Predicate>();

/** Options of a collection that say which documents it takes. */
export const VALIDATION_OPTIONS = ['validator', 'validationLevel', 'validationAction'] as const;

/** Throws where the options of a validator make no sense. */
export function checkValidationOptions(options: Document): void {
  const { validator, validationLevel, validationAction } = options;
  if (validator !== undefined) {
    if (!isDocument(validator))
      throw typeMismatch("BSON field 'create.validator' is the wrong type, expected type 'object'");
    compileFilter(validator);
  }
  if (validationLevel !== undefined && !['off', 'strict', 'moderate'].includes(validationLevel as string))
    throw badValue(
      `Enumeration value '${show(validationLevel)}' for field 'validationLevel' is not a valid value.`,
    );
  if (validationAction !== undefined && !['error', 'warn'].includes(validationAction as string))
    throw badValue(
      `Enumeration value '${show(validationAction)}' for field 'validationAction' is not a valid value.`,
    );
}

/**
 * Throws DocumentValidationFailure where a collection's validator refuses a document, and Overflow where it is nested
 * too deeply. `before` is what it takes the place of.
 */
export function checkDocument(
  { options }: CollectionMeta,
  bytes: Uint8Array,
  bypass: boolean,
  before?: Uint8Array,
): void {
  checkDepth(bytes);
  const { validator, validationLevel = 'strict', validationAction = 'error' } = options;
  if (bypass || !isDocument(validator) || validationLevel === 'off' || validationAction === 'warn') return;
  const matches = compiled.get(validator) ?? compileFilter(validator).matches;
  compiled.set(validator, matches);
  const document = decode(bytes);
  if (matches(document)) return;
  if (validationLevel === 'moderate' && before !== undefined && !matches(decode(before))) return;
  throw new MongoError('DocumentValidationFailure', 'Document failed validation', {
    details: {
      errInfo: { failingDocumentId: document['_id'], details: filterFailure(validator, document) },
    },
  });
}
