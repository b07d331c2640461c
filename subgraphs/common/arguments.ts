/**
 * The arguments of a root field as the domain takes them: ids without prefix, and every breach of a @constraint told
 * by the path of the member (`title`, `strategyOrders.0.newOrder`).
 */
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { checkValue, constraintOf } from '../../common/constraints';
import { bareId } from '../../common/ids';

export interface ReadArguments {
  readonly values: Record<string, unknown>;
  readonly faults: Record<string, string>;
}

/** The one argument of most mutations; its members are named without it. */
const INPUT = 'input';

export function readArguments(
  declared: readonly GraphQLArgument[],
  given: Readonly<Record<string, unknown>>,
): ReadArguments {
  const faults: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const argument of declared) {
    if (!(argument.name in given)) continue;
    const path = argument.name === INPUT ? [] : [argument.name];
    values[argument.name] = readMember(argument, given[argument.name], path, faults);
  }
  return { values, faults };
}

type Member = GraphQLArgument | GraphQLInputField;
type Path = readonly (string | number)[];

function readMember(member: Member, value: unknown, path: Path, faults: Record<string, string>): unknown {
  const constraint = member.astNode && constraintOf(member.astNode);
  const fault = constraint && value !== null ? checkValue(constraint, value) : undefined;
  if (fault !== undefined) faults[path.join('.')] = `${path.at(-1)} ${fault}`;
  return readValue(member.type, value, path, faults);
}

function readValue(
  type: GraphQLInputType,
  value: unknown,
  path: Path,
  faults: Record<string, string>,
): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return readValue(type.ofType, value, path, faults);
  if (isListType(type)) {
    return (value as unknown[]).map((item, index) => readValue(type.ofType, item, [...path, index], faults));
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const members = Object.entries(value).map(([name, member]: [string, unknown]): [string, unknown] => {
      const field = fields[name];
      return [name, field ? readMember(field, member, [...path, name], faults) : member];
    });
    return Object.fromEntries(members);
  }
  return type.name === 'ID' ? bareId(value as string) : value;
}
