import { location, typeMismatch } from '../errors';
import type { Document } from '../values/codec';
import { typeName } from '../values/type-names';
import { imagesEnabled } from '../storage/change';
import { isDocument, isNumeric } from '../values/types';

/** The option that makes a collection keep its documents before and after each change, for change streams. */
export const IMAGES = 'changeStreamPreAndPostImages';

/** Throws where that option makes no sense. */
export function checkImages(command: string, option: unknown): void {
  if (option === undefined) return;
  const field = `${command}.${IMAGES}`;
  if (!isDocument(option))
    throw typeMismatch(
      `BSON field '${field}' is the wrong type '${typeName(option)}', expected type 'object'`,
    );
  const { enabled, ...others } = option;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw location(40415, `BSON field '${field}.${unknown}' is an unknown field.`);
  if (enabled === undefined)
    throw location(40414, `BSON field '${field}.enabled' is missing but a required field`);
  if (typeof enabled !== 'boolean' && !isNumeric(enabled))
    throw typeMismatch(
      `BSON field '${field}.enabled' is the wrong type '${typeName(enabled)}', expected types '[bool, long, int, decimal, double]'`,
    );
}

/** Options as a collection has them: images that are not kept are not mentioned. */
export function withoutIdleImages(options: Document): Document {
  if (imagesEnabled(options)) return options;
  const { [IMAGES]: _images, ...rest } = options;
  return rest;
}
