import type { Operator } from '../operator';
import { ACCUMULATING_OPERATORS } from './accumulating';
import { ARITHMETIC_OPERATORS } from './arithmetic';
import { ARRAY_OPERATORS } from './arrays';
import { BINDING_OPERATORS } from './binding';
import { COMPARISON_OPERATORS } from './comparison';
import { CONVERSION_OPERATORS } from './conversion';
import { DATE_OPERATORS } from './dates';
import { DATE_ARITHMETIC_OPERATORS } from './date-arithmetic';
import { DATE_TEXT_OPERATORS } from './date-text';
import { MATH_OPERATORS } from './math';
import { OBJECT_OPERATORS } from './objects';
import { REGEX_OPERATORS } from './regex';
import { SET_OPERATORS } from './sets';
import { STRING_OPERATORS } from './strings';

/** Every operator that is there. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [
    ACCUMULATING_OPERATORS,
    ARITHMETIC_OPERATORS,
    ARRAY_OPERATORS,
    BINDING_OPERATORS,
    COMPARISON_OPERATORS,
    CONVERSION_OPERATORS,
    DATE_OPERATORS,
    DATE_ARITHMETIC_OPERATORS,
    DATE_TEXT_OPERATORS,
    MATH_OPERATORS,
    OBJECT_OPERATORS,
    REGEX_OPERATORS,
    SET_OPERATORS,
    STRING_OPERATORS,
  ].flatMap((family) => Object.entries(family)),
);

/** Operators of MongoDB that are not there. */
export const REFUSED_OPERATORS: ReadonlySet<string> = new Set([
  '$accumulator',
  '$function',
  '$meta',
  '$sampleRate',
  '$toHashedIndexKey',
]);
