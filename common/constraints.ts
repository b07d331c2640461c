/**
 * What `@constraint` (schema/shared.graphql) demands of a value. The REST layer checks requests with it before they
 * reach the graph, subgraphs check their arguments: both say the same about the same fault.
 */
import { valueFromASTUntyped, type InputValueDefinitionNode } from 'graphql';

export interface Constraint {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
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

type NumericBound = 'minLength' | 'maxLength' | 'min' | 'max' | 'minItems' | 'maxItems';

/**
 * What is wrong with the value, as a text that completes the name of the member ("must have at most 200 characters");
 * undefined when nothing is. A list is checked for its size, and each of its items for the rest. Null always fits:
 * whether it may stand there is the type's concern.
 */
export function checkValue(constraint: Constraint, value: unknown): string | undefined {
  if (Array.isArray(value)) return checkItems(constraint, value);
  if (typeof value === 'string') return checkText(constraint, value);
  if (typeof value === 'number') return checkNumber(constraint, value);
  return undefined;
}

function checkItems(constraint: Constraint, items: readonly unknown[]): string | undefined {
  const { minItems = 0, maxItems = Infinity } = constraint;
  if (items.length < minItems)
    return items.length === 0 ? 'must not be empty' : `must have at least ${minItems} items`;
  if (items.length > maxItems) return `must have at most ${maxItems} items`;
  for (const [index, item] of items.entries()) {
    const complaint = checkValue(constraint, item);
    if (complaint !== undefined) return `${complaint} (item ${index + 1})`;
  }
  return undefined;
}

function checkText(constraint: Constraint, text: string): string | undefined {
  const { minLength = 0, maxLength = Infinity, pattern, format } = constraint;
  const length = lengthOf(text);
  if (length < minLength)
    return length === 0 ? 'must not be empty' : `must have at least ${minLength} characters`;
  if (length > maxLength) return `must have at most ${maxLength} characters`;
  if (pattern && !pattern.test(text)) return 'does not have the expected form';
  if (format && !FORMATS[format].fits(text)) return FORMATS[format].complaint;
  return undefined;
}

function checkNumber({ min = -Infinity, max = Infinity }: Constraint, value: number): string | undefined {
  if (value < min) return `must be at least ${min}`;
  if (value > max) return `must be at most ${max}`;
  return undefined;
}

/** Characters as people count them, without surrounding white space. */
const lengthOf = (text: string): number => Array.from(text.trim()).length;

function isWebAddress(text: string): boolean {
  const address = URL.parse(text);
  return address !== null && /^https?:$/.test(address.protocol) && /^https?:\/\/[^/\s]/i.test(text);
}
