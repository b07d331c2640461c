import { GraphQLError } from 'graphql';
import { InvalidOperation } from '../types';
import type { ExecutionResult } from 'graphql';

/**
 * What an operation of a stranger may ask for, each as a number that must not be exceeded. The defaults leave room
 * for twice what a large screen needs; what they keep out is work that grows faster than the text that asks for it.
 * Fields, aliases and directives count once for every place where a fragment puts them.
 */
export const LIMITS = {
  tokens: { default: 10_000, what: 'tokens' },
  depth: { default: 40, what: 'nested levels, those of fragments included' },
  rootFields: { default: 50, what: 'root fields' },
  fields: { default: 4_000, what: 'fields' },
  aliases: { default: 500, what: 'aliases' },
  directives: { default: 200, what: 'directives' },
  /** The planner needs twice the time for each level of lists in a scalar; variables may be as deep as they like. */
  valueDepth: { default: 8, what: 'nested levels in a value' },
  /** Of one root field in a mutation, of all of them in a query. */
  planSize: { default: 200, what: 'requests to services' },
} as const satisfies Record<string, { readonly default: number; readonly what: string }>;

export type LimitName = keyof typeof LIMITS;

export type Limits = Readonly<Record<LimitName, number>>;

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

export const DEFAULT_LIMITS: Limits = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, LIMITS[name].default]),
) as Limits;

const LIMIT_CODE = 'OPERATION_LIMIT_EXCEEDED';

/**
 * The limit that an answer was refused for; undefined for any other answer. Some plans depend on variables: they are
 * found to be too large when the operation is executed, and what was prepared without a fault is refused then.
 */
export function limitOf({ data, errors }: ExecutionResult): LimitName | undefined {
  if (data !== undefined) return undefined;
  const { code, limit } = errors?.[0]?.extensions ?? {};
  return code === LIMIT_CODE ? LIMIT_NAMES.find((name) => name === limit) : undefined;
}

/** An operation that asks for more than it may. Tells which limit, so that it can be counted. */
export class LimitExceeded extends InvalidOperation {
  constructor(
    readonly limit: LimitName,
    most: number,
  ) {
    const message = `The operation has more than ${most} ${LIMITS[limit].what}.`;
    super([new GraphQLError(message, { extensions: { code: LIMIT_CODE, limit, most } })]);
    this.name = 'LimitExceeded';
  }
}
