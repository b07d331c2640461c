/**
 * What `@constraint` (schema/shared.graphql) demands of a value. The REST layer checks requests with it before they
 * reach the graph, subgraphs check their arguments: both say the same about the same fault.
 */
import { valueFromASTUntyped, type InputValueDefinitionNode } from 'graphql';
import type { FaultKind } from './errors';

export interface Constraint {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** The value must be greater. */
  readonly above?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Over the whole value. */
  readonly pattern?: RegExp;
  readonly format?: keyof typeof FORMATS;
}

const LONGEST_EMAIL = 254;
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u;

const FORMATS = {
  EMAIL: {
    fits: (text: string) => text.length <= LONGEST_EMAIL && EMAIL.test(text),
    complaint: 'must be an e-mail address',
  },
  URL: { fits: isWebAddress, complaint: 'must be an http or https address' },
} as const;

const isFormat = (name: unknown): name is keyof typeof FORMATS =>
  typeof name === 'string' && Object.hasOwn(FORMATS, name);

/** The constraint on an argument or an input field, if its definition carries one. */
export function constraintOf(node: InputValueDefinitionNode): Constraint | undefined {
  const directive = node.directives?.find(({ name }) => name.value === 'constraint');
  if (!directive) return undefined;
  const { pattern, format, ...bounds } = Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  return {
    ...(bounds as Partial<Record<NumericBound, number>>),
    ...(typeof pattern === 'string' ? { pattern: new RegExp(`^(?:${pattern})$`, 'u') } : {}),
    ...(isFormat(format) ? { format } : {}),
  };
}

type NumericBound = 'minLength' | 'maxLength' | 'min' | 'max' | 'above' | 'minItems' | 'maxItems';

export interface Breach {
  readonly kind: FaultKind;
  /** Completes the name of the member: "must have at most 200 characters". */
  readonly text: string;
}

/**
 * How the value breaks the constraint, undefined when it does not. A list is checked for its size, and each of its
 * items for the rest. Null always fits: whether it may stand there is the type's concern.
 */
export function breachOf(constraint: Constraint, value: unknown): Breach | undefined {
  if (Array.isArray(value)) return breachOfItems(constraint, value);
  if (typeof value === 'string') return breachOfText(constraint, value);
  if (typeof value === 'number') return breachOfNumber(constraint, value);
  return undefined;
}

/** The text of the breach alone. */
export const checkValue = (constraint: Constraint, value: unknown): string | undefined =>
  breachOf(constraint, value)?.text;

function breachOfItems(constraint: Constraint, items: readonly unknown[]): Breach | undefined {
  const { minItems = 0, maxItems = Infinity } = constraint;
  if (items.length < minItems)
    return ofLength(items.length === 0 ? 'must not be empty' : `must have at least ${minItems} items`);
  if (items.length > maxItems) return ofLength(`must have at most ${maxItems} items`);
  for (const [index, item] of items.entries()) {
    const breach = breachOf(constraint, item);
    if (breach !== undefined) return { ...breach, text: `${breach.text} (item ${index + 1})` };
  }
  return undefined;
}

function breachOfText(constraint: Constraint, text: string): Breach | undefined {
  const { minLength = 0, maxLength = Infinity, pattern, format } = constraint;
  const length = lengthOf(text);
  // A blank text says as little as none.
  if (length === 0 && minLength > 0) return { kind: 'MISSING', text: 'must not be empty' };
  if (length < minLength) return ofLength(`must have at least ${minLength} characters`);
  if (length > maxLength) return ofLength(`must have at most ${maxLength} characters`);
  if (pattern && !pattern.test(text)) return { kind: 'FORM', text: 'does not have the expected form' };
  if (format && !FORMATS[format].fits(text)) return { kind: 'FORM', text: FORMATS[format].complaint };
  return undefined;
}

function breachOfNumber(constraint: Constraint, value: number): Breach | undefined {
  const { min = -Infinity, max = Infinity, above = -Infinity } = constraint;
  if (value < min) return { kind: 'RANGE', text: `must be at least ${min}` };
  if (value > max) return { kind: 'RANGE', text: `must be at most ${max}` };
  if (value <= above) return { kind: 'RANGE', text: `must be greater than ${above}` };
  return undefined;
}

const ofLength = (text: string): Breach => ({ kind: 'LENGTH', text });

/** Characters as people count them, without surrounding white space. */
const lengthOf = (text: string): number => Array.from(text.trim()).length;

function isWebAddress(text: string): boolean {
  const address = URL.parse(text);
  return address !== null && /^https?:$/.test(address.protocol) && /^https?:\/\/[^/\s]/i.test(text);
}
