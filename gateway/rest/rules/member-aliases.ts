/** Only members that a variable has can have further names. */
import { getNamedType, isInputObjectType } from 'graphql';
import type { DocumentVariable } from '../documents/variables';
import { faultAt } from '../faults';
import { type EndpointRule, placeOf } from './rule';

export const memberAliases: EndpointRule = ({ variables, directives }) =>
  variables.flatMap((variable) =>
    directives.all(variable.node, 'memberAlias').flatMap(({ node, values }) => {
      if (!variable.type || hasMember(variable.type, values.member.split('.'))) return [];
      return [faultAt(placeOf(node, 'member'), `$${variable.name} has no member "${values.member}".`)];
    }),
  );

type VariableType = NonNullable<DocumentVariable['type']>;

export function hasMember(type: VariableType, [head = '', ...rest]: readonly string[]): boolean {
  const named = getNamedType(type);
  const field = isInputObjectType(named) ? named.getFields()[head] : undefined;
  return field !== undefined && (rest.length === 0 || hasMember(field.type, rest));
}
